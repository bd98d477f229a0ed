import { fromDayNumber, type LocalDate, parseLocalDate, toDayNumber } from '../src/domain/time/calendar.ts';
import { schoolYearOf } from '../src/domain/time/school-year.ts';
import { DEMO_DAY } from './events.ts';
import type { DemoPlan, PlannedPerson } from './plan-demo.ts';
import { type PlannedReview, review, type Segment, type Story } from './story.ts';

/** Years before this one count as reviewed without a review: criteria version 1, `reviewWaivedBefore`. */
const REVIEWED_FROM = 2025;
const TEAMS_COMPLETE_ON = '2026-07-10';

/** The number of years by which the demonstration is moved. Its last day is then less than a year before
 *  `today`, and not after it. 0 before the original last day. */
export function yearsLaterOn(today: LocalDate): number {
  const years = Number(today.slice(0, 4)) - Number(DEMO_DAY.slice(0, 4));
  return Math.max(0, today.slice(5) < DEMO_DAY.slice(5) ? years - 1 : years);
}

/** The days up to `today` on which school teams are complete: one in the school year before that of the
 *  stories' last day, and one at the end of that school year. A badge granted on the first day ends by the
 *  next September. */
export function teamDaysUntil(today: LocalDate): readonly LocalDate[] {
  const years = yearsLaterOn(today);
  return [years, years + 1].map((later) => moveDay(TEAMS_COMPLETE_ON, later)).filter((day) => day <= today);
}

/** Moves people, schools and stories by this number of years. Each person earns the same badges as of the new
 *  last day. */
export function movePlan(plan: DemoPlan, years: number): DemoPlan {
  if (years === 0) return plan;
  return {
    ...plan,
    people: plan.people.map((person) => movePerson(person, years)),
    meetings: plan.meetings.map(({ uai, on }) => ({ uai, on: moveWorkingDay(on, years) })),
  };
}

/** The same day of a later year. No story has a 29 February. */
export function moveDay(day: string, years: number): LocalDate {
  return parseLocalDate(`${Number(day.slice(0, 4)) + years}${day.slice(4)}`);
}

function movePerson({ story, ...person }: PlannedPerson, years: number): PlannedPerson {
  return story ? { ...person, story: moveStory(story, years) } : person;
}

function moveStory(story: Story, years: number): Story {
  const segments = story.segments.map((engagement) => moveEngagement(engagement, years));
  const reviews = story.reviews.map((one) => ({ ...one, on: moveWorkingDay(one.on, years) }));
  return {
    segments,
    attended: story.attended.map((one) => ({ ...one, year: one.year + years })),
    reviews: [...reviewsNowDue(segments, reviews, years), ...reviews],
    contributions: story.contributions.map((one) => ({ ...one, on: moveWorkingDay(one.on, years) })),
    ...(story.authorisations && {
      authorisations: story.authorisations.map(({ from, to, ...one }) => ({
        ...one,
        from: moveDay(from, years),
        ...(to && { to: moveDay(to, years) }),
      })),
    }),
  };
}

/** An engagement that ends inside a month was written to have a certain length. A leap day must not lengthen
 *  it. */
function moveEngagement(engagement: Segment, years: number): Segment {
  const from = moveDay(engagement.from, years);
  if (engagement.to === undefined) return { ...engagement, from };
  const lengthDays = dayNumber(engagement.to) - dayNumber(engagement.from);
  const to = endsAMonth(engagement.to)
    ? moveDay(engagement.to, years)
    : fromDayNumber(toDayNumber(from) + lengthDays);
  return { ...engagement, from, to };
}

/** Adds reviews for years that count as reviewed by the waiver in the original story, but not in the moved
 *  one. */
function reviewsNowDue(
  engagements: readonly Segment[],
  held: readonly PlannedReview[],
  years: number,
): readonly PlannedReview[] {
  const yearsHeld = new Set(held.map(({ on }) => yearOf(on)));
  const confirmed = engagements.filter(({ confirmation }) => confirmation.startsWith('confirmee'));
  return Array.from({ length: years }, (_, index) => REVIEWED_FROM + index).flatMap((year) => {
    const engagement = confirmed.find(({ from, to }) => yearOf(from) <= year && (!to || yearOf(to) >= year));
    if (!engagement || yearsHeld.has(year)) return [];
    return [review(workingDay(`${year + 1}-06-15`), engagement.place)];
  });
}

/** The same day of a later year or, at a weekend, the Friday before it. */
function moveWorkingDay(day: string, years: number): LocalDate {
  return workingDay(moveDay(day, years));
}

function workingDay(day: string): LocalDate {
  const number = dayNumber(day);
  // Day 1, 2 January 1970, was a Friday.
  const daysPastFriday = (number - 1) % 7;
  return fromDayNumber(daysPastFriday > 2 ? number : number - daysPastFriday);
}

function endsAMonth(day: string): boolean {
  return fromDayNumber(dayNumber(day) + 1).endsWith('-01');
}

function yearOf(day: string): number {
  return schoolYearOf(parseLocalDate(day));
}

function dayNumber(day: string): number {
  return toDayNumber(parseLocalDate(day));
}
