import type { SchoolInYear } from '../../../application/school/read-school.ts';
import { toSeen } from '../../../domain/engagement/confirm.ts';
import { type Contest, isOpen, isSettled } from '../../../domain/engagement/contest.ts';
import { findClashes } from '../../../domain/engagement/single-role-clash.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Engagement } from '../../../domain/records.ts';
import { waitedDays } from './overview-view.ts';
import { clashWords, type RoleClashView, roleClashViews } from './role-clash-view.ts';
import { nameOf, type SegmentView, segmentView, type Wording } from './segment-view.ts';

/** A request with all that a principal must see before deciding. */
export interface RequestView extends SegmentView {
  readonly age?: string;
  readonly warnings: readonly string[];
  /** Single roles that somebody else holds: to be settled with the decision. */
  readonly clashes: readonly RoleClashView[];
  readonly own: boolean;
  /** Nothing stands against it: ticked from the start. */
  readonly clear: boolean;
  /** Sent back with the decision. */
  readonly seen: string;
}

export interface DecidedView extends SegmentView {
  readonly decidedBy?: string;
  readonly settled: boolean;
  readonly own: boolean;
  readonly openContestId?: string;
}

/** The requests of a school, whatever their year: the oldest first. */
export function requestViews(
  school: SchoolInYear,
  viewer: PersonId,
  wording: Wording,
): readonly RequestView[] {
  const requested = school.engagements.filter(({ confirmation }) => confirmation === 'requested');
  const since = ({ reference }: Engagement) => school.waitsSince.get(reference) ?? '9999';
  return requested
    .toSorted((a, b) => since(a).localeCompare(since(b)))
    .map((engagement) => requestView(engagement, { school, viewer, wording }));
}

interface RequestContext {
  readonly school: SchoolInYear;
  readonly viewer: PersonId;
  readonly wording: Wording;
}

export function requestView(
  engagement: Engagement,
  { school, viewer, wording }: RequestContext,
): RequestView {
  const words = wording.t.school.decisions;
  const clashes = findClashes(engagement, school.engagements);
  const rivals = clashes.filter(({ holder }) => holder.confirmation === 'requested');
  const missing = missingAuthorisations(engagement, school, wording);
  const since = school.waitsSince.get(engagement.reference);
  const own = engagement.personId === viewer;
  return {
    ...segmentView(engagement, nameIn(school, engagement.personId), wording),
    ...(since && { age: words.age(waitedDays(since, school.today)) }),
    warnings: [
      ...rivals.map((clash) => words.rival(...clashWords(clash, school, wording))),
      ...(missing.length > 0 ? [words.unauthorised(missing.join(', '))] : []),
    ],
    clashes: roleClashViews(engagement, school.engagements, {
      people: school.people,
      wording,
      isFixed: ({ reference }) => isSettled(reference, school.contests),
    }),
    own,
    clear: !own && clashes.length === 0,
    seen: toSeen(engagement),
  };
}

/** What the DANE or a principal decided of the year's segments. */
export function decidedViews(
  school: SchoolInYear,
  viewer: PersonId,
  wording: Wording,
): readonly DecidedView[] {
  const words = wording.t.school.decisions;
  const decided = school.engagements.filter(({ confirmation }) => confirmation !== 'requested');
  return decided.map((engagement) => {
    const { confirmedBy, confirmedOn, reference, personId } = engagement;
    const open = openContestOf(reference, school.contests);
    return {
      ...segmentView(engagement, nameIn(school, personId), wording),
      ...(confirmedBy &&
        confirmedOn && { decidedBy: words.decidedBy(confirmedBy, wording.t.day(confirmedOn)) }),
      settled: isSettled(reference, school.contests),
      own: personId === viewer,
      ...(open && { openContestId: open.id }),
    };
  });
}

export function openContestOf(reference: string, contests: readonly Contest[]): Contest | undefined {
  return contests.find((one) => one.engagementReference === reference && isOpen(one));
}

function nameIn({ people }: Pick<SchoolInYear, 'people'>, id: PersonId): string {
  const person = people.find((one) => one.id === id);
  return person ? nameOf(person) : '';
}

/** Codes of the conditional missions that no authorisation touches. */
function missingAuthorisations(
  engagement: Engagement,
  { authorisations }: SchoolInYear,
  { framework }: Wording,
): readonly string[] {
  const { from, to } = engagement.period;
  const isAllowed = (code: string) =>
    authorisations.some(
      ({ mission, period }) =>
        mission === code && (!to || period.from <= to) && (!period.to || period.to >= from),
    );
  return engagement.missions.filter((code) => framework.missions.get(code)?.conditional && !isAllowed(code));
}
