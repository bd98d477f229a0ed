import type { Decider } from '../confirmation/confirm.ts';
import { type Contest, isSettled } from '../contest/contest.ts';
import { DomainError } from '../errors.ts';
import type { PersonId } from '../ids.ts';
import { type Confirmation, type Engagement, isCountable } from '../records.ts';
import { fromDayNumber, type LocalDate, toDayNumber } from '../time/time.ts';
import { cutReferences } from './cut-references.ts';
import type { SegmentChange, SegmentContent } from './engagement-proposal.ts';
import { findClashes } from './single-role-clash.ts';

/** Who changes a segment: a head of its school, or an agent of the DANE. */
export interface ChangeAuthor extends Decider {
  readonly as: 'principal' | 'dane';
  /** The name that a segment confirmed by the DANE shows as its confirmer. */
  readonly issuer: string;
  /** Whether the DANE confirms on documents what is new in the segment. Otherwise it waits for the
   *  principal, who confirms what they change themselves. */
  readonly confirms?: boolean;
}

export interface SegmentChangeCase {
  readonly engagement: Engagement;
  readonly by: ChangeAuthor;
  readonly on: LocalDate;
  /** All segments of the school that hold a single role. */
  readonly others: readonly Engagement[];
  /** All contests of the school. */
  readonly contests: readonly Contest[];
  /** The reference of a second part; by default the one of `cutReferences` that is tried first. */
  readonly cutReference?: string | undefined;
}

export interface ChangedSegment {
  readonly engagement: Engagement;
  /** The later part, where the segment was cut in two. */
  readonly cutOff: readonly Engagement[];
  /** The part that must be confirmed anew, where nobody has confirmed it yet. */
  readonly waiting?: Engagement;
  /** The part that the DANE confirmed on documents. */
  readonly onDocuments?: Engagement;
}

/** Changes a segment. An end leaves its confirmation untouched, and so does a cut for its first part.
 *  Throws `own-engagement`; `contest-decided` where the DANE decided on it and a principal would change it;
 *  `change-contested` where a contest is open; `role-held` where a correction would take a single role that
 *  somebody else holds; and the errors of `checkChange`. */
export function changeSegment(changeCase: SegmentChangeCase, change: SegmentChange): ChangedSegment {
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

/** Refuses a change that the segment cannot take, whoever asks for it: `change-contested`,
 *  `change-day-outside` with the name of the day's field, `change-unchanged`. */
export function checkChange(engagement: Engagement, change: SegmentChange): void {
  const { confirmation, period } = engagement;
  if (confirmation === 'contested') throw new DomainError('change-contested');
  const isInside = (day: LocalDate) => day >= period.from && (!period.to || day <= period.to);
  if (change.kind === 'end') {
    if (!isInside(change.to)) throw new DomainError('change-day-outside', { field: 'to' });
    if (change.to === period.to) throw new DomainError('change-unchanged', { field: 'to' });
    return;
  }
  const moves = change.kind === 'correction' && change.uai !== undefined && change.uai !== engagement.uai;
  const isSame = !moves && isSameContent(engagement, { ...engagement, ...change });
  if (change.kind === 'missions') {
    if (!isInside(change.from) || change.from === period.from) {
      throw new DomainError('change-day-outside', { field: 'from' });
    }
    if (isSame) throw new DomainError('change-unchanged', { field: 'missions' });
  } else if (isSame) throw new DomainError('change-unchanged', { field: 'missions' });
}

/** Whether every day, mission and role of one content is in the other. */
export function isWithin(inner: SegmentContent, outer: SegmentContent): boolean {
  const endsInside = outer.period.to === undefined || (inner.period.to ?? '9999') <= outer.period.to;
  return (
    inner.period.from >= outer.period.from &&
    endsInside &&
    inner.missions.every((mission) => outer.missions.includes(mission)) &&
    inner.roles.every((role) => outer.roles.includes(role))
  );
}

/** The segments of a person at a school that a departure ends: those with a day after the last one. A segment
 *  that would begin only later is not among them, since it has no day to keep. */
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

type ChangeOf<Kind extends SegmentChange['kind']> = Extract<SegmentChange, { readonly kind: Kind }>;
type Decided = NonNullable<Engagement['decided']>;

function cutInTwo(
  changeCase: SegmentChangeCase,
  { from, missions, roles }: ChangeOf<'missions'>,
  decided: Decided,
): ChangedSegment {
  const { engagement } = changeCase;
  const { to } = engagement.period;
  const first = { ...withEnd(engagement, fromDayNumber(toDayNumber(from) - 1)), decided };
  const later: Engagement = {
    ...engagement,
    reference: changeCase.cutReference ?? cutReferences(engagement, from)[0],
    period: { from, ...(to && { to }) },
    missions,
    roles,
    decided,
  };
  const isFree = findClashes(later, holders(changeCase)).length === 0;
  const second = stateAnew(later, changeCase, isFree);
  return { engagement: first, cutOff: [second], ...whatIsNew(second) };
}

function correct(
  changeCase: SegmentChangeCase,
  { period, missions, roles, uai = changeCase.engagement.uai }: ChangeOf<'correction'>,
  decided: Decided,
): ChangedSegment {
  const { engagement, by } = changeCase;
  const moves = uai !== engagement.uai;
  if (moves && by.as !== 'dane') throw new DomainError('not-allowed');
  const corrected: Engagement = { ...engagement, uai, period, missions, roles, decided };
  // What was confirmed stays confirmed where the correction only takes away, and the school is the same: its
  // principal confirmed it.
  if ((!moves && isWithin(corrected, engagement)) || !isCountable(engagement.confirmation)) {
    return { engagement: corrected, cutOff: [], ...(moves && whatIsNew(corrected)) };
  }
  const [clash] = findClashes(corrected, holders(changeCase));
  if (clash) throw new DomainError('role-held', { role: clash.role });
  const anew = stateAnew(corrected, changeCase, true);
  const kept = !moves && anew.confirmation === 'confirmed' && engagement.reservation !== undefined;
  const stated: Engagement = kept
    ? { ...anew, confirmation: 'confirmed-with-reservation', reservation: engagement.reservation }
    : anew;
  return { engagement: stated, cutOff: [], ...whatIsNew(stated) };
}

/** The segment with the confirmation that its author can give to what is new. Nothing becomes countable that
 *  was not. */
function stateAnew(
  { confirmedBy: _by, confirmedOn: _on, reservation: _words, ...segment }: Engagement,
  { by, on }: SegmentChangeCase,
  isFree: boolean,
): Engagement {
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

function whatIsNew(part: Engagement): Pick<ChangedSegment, 'waiting' | 'onDocuments'> {
  if (part.confirmation === 'requested') return { waiting: part };
  return part.confirmation === 'confirmed-by-dane' ? { onDocuments: part } : {};
}

function holders({ others }: SegmentChangeCase): readonly Engagement[] {
  return others.filter(({ confirmation }) => isCountable(confirmation));
}

function withEnd(engagement: Engagement, to: LocalDate): Engagement {
  return { ...engagement, period: { from: engagement.period.from, to } };
}

function isSameContent(one: SegmentContent, other: SegmentContent): boolean {
  return isWithin(one, other) && isWithin(other, one);
}
