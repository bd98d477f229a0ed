import { type Contest, isSettled } from '../../features/contests/feature.ts';
import type { Decider } from '../confirmation/confirm.ts';
import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import { type Confirmation, type Engagement, isCountable } from '../records.ts';
import { daysAfter, type LocalDate } from '../time/calendar.ts';
import { dutiesOf, isFieldWithin, withContent } from './content.ts';
import { CONTENT_FIELDS, type EngagementContent, withoutConfirmer } from './fields.ts';
import type { ProposedChange } from './proposal.ts';
import { findConflicts } from './role-conflict.ts';

/** The possible references for the second part of an engagement that is cut on this day, in the order in which
 *  they are tried. Earlier cuts on the same day may have used the first ones. */
export function cutReferences(
  { reference }: Pick<Engagement, 'reference'>,
  from: LocalDate,
): readonly [string, ...string[]] {
  const first = `${reference}-${from}`;
  return [first, ...[2, 3, 4, 5].map((turn) => `${first}-${turn}`)];
}

/** Who changes an engagement: a head of its school, or an agent of the DANE. */
export interface ChangeAuthor extends Decider {
  readonly as: 'principal' | 'dane';
  /** The name that an engagement confirmed by the DANE shows as its confirmer. */
  readonly issuer: string;
  /** Whether the DANE confirms the new part of the engagement on documents. Otherwise the new part waits for the
   *  principal. A principal's own change is confirmed at once. */
  readonly confirms?: boolean;
}

/** An engagement that someone changes, with the records of its school. */
export interface EngagementChangeCase {
  readonly engagement: Engagement;
  readonly by: ChangeAuthor;
  readonly on: LocalDate;
  /** All engagements of the school that hold a single role. */
  readonly others: readonly Engagement[];
  /** All contests of the school. */
  readonly contests: readonly Contest[];
  /** The reference of a second part; by default the first of `cutReferences`. */
  readonly cutReference?: string | undefined;
}

export interface ChangedEngagement {
  readonly engagement: Engagement;
  /** The later part, where the engagement was cut in two. */
  readonly cutOff: readonly Engagement[];
  /** The part that waits to be confirmed again. */
  readonly waiting?: Engagement;
  /** The part that the DANE confirmed on documents. */
  readonly onDocuments?: Engagement;
}

/** Changes an engagement. An end leaves its confirmation untouched; so does a cut, for the first part. Throws
 *  `own-engagement`; `contest-decided` where the DANE decided on the engagement and a principal would change it;
 *  `change-contested` where a contest is open; `role-held` where a correction would take a single role from
 *  another person; and the errors of `checkChange`. */
export function changeOrEndEngagement(
  changeCase: EngagementChangeCase,
  change: ProposedChange,
): ChangedEngagement {
  const { engagement, by, on, contests } = changeCase;
  if (by.personId === engagement.personId) throw new DomainError('own-engagement');
  if (by.as === 'principal' && isSettled(engagement.reference, contests)) {
    throw new DomainError('contest-decided');
  }
  checkChange(engagement, change);
  const decided = { by: by.address, on, from: engagement.confirmation };
  switch (change.kind) {
    case 'end':
      return { engagement: { ...withEnd(engagement, change.to), decided }, cutOff: [] };
    case 'missions':
      return cutInTwo(changeCase, change, decided);
    case 'correction':
      return correct(changeCase, change, decided);
  }
}

/** Refuses a change that is impossible for this engagement, whoever asks: `change-contested`,
 *  `change-day-outside` with the name of the day's field, `change-unchanged`. */
export function checkChange(engagement: Engagement, change: ProposedChange): void {
  const { confirmation, period } = engagement;
  if (confirmation === 'contested') throw new DomainError('change-contested');
  const isInside = (day: LocalDate) => day >= period.from && (!period.to || day <= period.to);
  if (change.kind === 'end') {
    if (!isInside(change.to)) throw new DomainError('change-day-outside', { field: 'to' });
    if (change.to === period.to) throw new DomainError('change-unchanged', { field: 'to' });
    return;
  }
  const moves = change.kind === 'correction' && change.uai !== undefined && change.uai !== engagement.uai;
  const stated = change.kind === 'correction' ? change : { ...dutiesOf(change), period };
  const isSame = !moves && isSameContent(engagement, stated);
  if (change.kind === 'missions') {
    if (!isInside(change.from) || change.from === period.from) {
      throw new DomainError('change-day-outside', { field: 'from' });
    }
    if (isSame) throw new DomainError('change-unchanged', { field: 'missions' });
  } else if (isSame) throw new DomainError('change-unchanged', { field: 'missions' });
}

/** Whether every day, mission and role of one content is in the other, and the rest of it too. */
export function isWithin(inner: EngagementContent, outer: EngagementContent): boolean {
  return CONTENT_FIELDS.every((field) => isFieldWithin(field, inner, outer));
}

/** The engagements of a person at a school that end when the person leaves: those with a day after the last day.
 *  Engagements that begin only after that day are left out, because none of their days would remain. */
export function endedByDeparture(
  engagements: readonly Engagement[],
  {
    personId,
    uai,
    lastDay,
  }: { readonly personId: PersonId; readonly uai: string; readonly lastDay: LocalDate },
): readonly Engagement[] {
  return engagements.filter(
    ({ period, confirmation, ...one }) =>
      one.personId === personId &&
      one.uai === uai &&
      confirmation !== 'contested' &&
      period.from <= lastDay &&
      (!period.to || period.to > lastDay),
  );
}

type ChangeOf<Kind extends ProposedChange['kind']> = Extract<ProposedChange, { readonly kind: Kind }>;
type Decided = NonNullable<Engagement['decided']>;

function cutInTwo(
  changeCase: EngagementChangeCase,
  { from, ...duties }: ChangeOf<'missions'>,
  decided: Decided,
): ChangedEngagement {
  const { engagement } = changeCase;
  const { to } = engagement.period;
  const first = { ...withEnd(engagement, daysAfter(from, -1)), decided };
  const content = { ...duties, period: { from, ...(to && { to }) } };
  const later: Engagement = {
    ...withContent(engagement, content),
    reference: changeCase.cutReference ?? cutReferences(engagement, from)[0],
    decided,
  };
  const isFree = findConflicts(later, holders(changeCase)).length === 0;
  const second = withNewConfirmation(later, changeCase, isFree);
  return { engagement: first, cutOff: [second], ...whatIsNew(second) };
}

function correct(
  changeCase: EngagementChangeCase,
  { uai = changeCase.engagement.uai, ...content }: ChangeOf<'correction'>,
  decided: Decided,
): ChangedEngagement {
  const { engagement, by } = changeCase;
  const moves = uai !== engagement.uai;
  if (moves && by.as !== 'dane') throw new DomainError('not-allowed');
  const corrected: Engagement = { ...withContent(engagement, content), uai, decided };
  // A correction that only removes days, missions or roles at the same school keeps the confirmation, because
  // the principal confirmed all that remains.
  if ((!moves && isWithin(corrected, engagement)) || !isCountable(engagement.confirmation)) {
    return { engagement: corrected, cutOff: [], ...(moves && whatIsNew(corrected)) };
  }
  const [conflict] = findConflicts(corrected, holders(changeCase));
  if (conflict) throw new DomainError('role-held', { role: conflict.role });
  const again = withNewConfirmation(corrected, changeCase, true);
  const saved = !moves && again.confirmation === 'confirmed' && engagement.reservation !== undefined;
  const stated: Engagement = saved
    ? { ...again, confirmation: 'confirmed-with-reservation', reservation: engagement.reservation }
    : again;
  return { engagement: stated, cutOff: [], ...whatIsNew(stated) };
}

/** The engagement with the confirmation that the author of the change can give to its new part. An engagement that
 *  was not countable does not become countable. */
function withNewConfirmation(
  engagement: Engagement,
  { by, on }: EngagementChangeCase,
  isFree: boolean,
): Engagement {
  const segment = withoutConfirmer(engagement);
  const may = isFree && isCountable(segment.confirmation) && (by.as === 'principal' || by.confirms === true);
  if (!may) return { ...segment, confirmation: 'requested' };
  const confirmation: Confirmation = by.as === 'principal' ? 'confirmed' : 'confirmed-by-dane';
  return {
    ...segment,
    confirmation,
    confirmedBy: by.as === 'principal' ? by.address : by.issuer,
    confirmedOn: on,
  };
}

function whatIsNew(part: Engagement): Pick<ChangedEngagement, 'waiting' | 'onDocuments'> {
  if (part.confirmation === 'requested') return { waiting: part };
  return part.confirmation === 'confirmed-by-dane' ? { onDocuments: part } : {};
}

function holders({ others }: EngagementChangeCase): readonly Engagement[] {
  return others.filter(({ confirmation }) => isCountable(confirmation));
}

function withEnd(engagement: Engagement, to: LocalDate): Engagement {
  return { ...engagement, period: { from: engagement.period.from, to } };
}

function isSameContent(one: EngagementContent, other: EngagementContent): boolean {
  return isWithin(one, other) && isWithin(other, one);
}
