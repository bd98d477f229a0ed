import type { SchoolInYear } from '../../../../application/school/read-school.ts';
import { toSeen } from '../../../../domain/confirmation/confirm.ts';
import { type Contest, isOpen, isSettled } from '../../../../domain/contest/contest.ts';
import { engagementsOfYear } from '../../../../domain/engagement/mission-split.ts';
import { findClashes } from '../../../../domain/engagement/single-role-clash.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Engagement } from '../../../../domain/records.ts';
import type { SchoolYear } from '../../../../domain/time/school-year.ts';
import { engagementInWords, nameOf } from '../../engagements/engagement-words.ts';
import type { Wording } from '../../shell/wording.ts';
import { ALL_YEARS } from '../school-shell.tsx';
import { waitedDays } from '../waiting.tsx';
import { clashWords, roleClashViews } from './role-clash-view.ts';

/** A request with everything that a principal must see before deciding. */
export type RequestView = ReturnType<typeof requestView>;

export type DecidedView = ReturnType<typeof decidedViews>[number];

/** The requests of a school, of all years, oldest first. */
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

export function requestView(engagement: Engagement, { school, viewer, wording }: RequestContext) {
  const words = wording.t.school.decisions;
  const clashes = findClashes(engagement, school.engagements);
  const rivals = clashes.filter(({ holder }) => holder.confirmation === 'requested');
  const missing = missingAuthorisations(engagement, school, wording);
  const since = school.waitsSince.get(engagement.reference);
  const own = engagement.personId === viewer;
  return {
    ...engagementInWords(engagement, peopleOf(school, engagement), wording),
    ...(since && { age: words.age(waitedDays(since, school.today)) }),
    warnings: [
      ...rivals.map((clash) => words.rival(...clashWords(clash, school, wording))),
      ...(missing.length > 0 ? [words.unauthorised(missing.join(', '))] : []),
    ],
    /** Single roles that another person holds: they are settled with the decision. */
    clashes: roleClashViews(engagement, school.engagements, {
      people: school.people,
      wording,
      isFixed: ({ reference }) => isSettled(reference, school.contests),
    }),
    own,
    /** Whether nothing prevents its confirmation: its box is then ticked. */
    clear: !own && clashes.length === 0,
    /** The state that the principal saw; the decision sends it back. */
    seen: toSeen(engagement),
  };
}

interface DecidedChoice {
  readonly viewer: PersonId;
  readonly year: SchoolYear | typeof ALL_YEARS;
}

/** Decisions of the DANE or a principal on the segments with a day in that school year, or on all. */
export function decidedViews(school: SchoolInYear, { viewer, year }: DecidedChoice, wording: Wording) {
  const all = school.engagements;
  const ofYear = year === ALL_YEARS ? all : engagementsOfYear(all, year);
  const decided = ofYear.filter(({ confirmation }) => confirmation !== 'requested');
  return decided.map((engagement) => {
    const { reference, personId } = engagement;
    const open = openContestOf(reference, school.contests);
    return {
      ...engagementInWords(engagement, peopleOf(school, engagement), wording),
      settled: isSettled(reference, school.contests),
      own: personId === viewer,
      ...(open && { openContestId: open.id }),
    };
  });
}

export function openContestOf(reference: string, contests: readonly Contest[]): Contest | undefined {
  return contests.find((one) => one.engagementReference === reference && isOpen(one));
}

function peopleOf(school: SchoolInYear, { personId }: Engagement) {
  return { name: nameIn(school, personId), confirmers: school.confirmers };
}

function nameIn({ people }: Pick<SchoolInYear, 'people'>, id: PersonId): string {
  const person = people.find((one) => one.id === id);
  return person ? nameOf(person) : '';
}

/** Codes of the conditional missions without any authorisation. */
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
