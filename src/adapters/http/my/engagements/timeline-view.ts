import type { OwnRecord } from '../../../../application/self-service/read-own-record.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { type LocalDate, toDayNumber } from '../../../../domain/time/calendar.ts';
import {
  firstDayOf,
  lastDayOf,
  type SchoolYear,
  schoolYearLabel,
  schoolYearOf,
} from '../../../../domain/time/school-year.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { SchoolEngagement, SchoolProject } from '../../../../drawings/school-timeline-svg.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';
import { typographic } from '../../../../texts/grammar.ts';
import { standingOf } from '../../components/confirmation-tag.tsx';

export type OwnTimelineView = ReturnType<typeof timelineView>;

/** The most years drawn; earlier ones are left out. */
const MOST_YEARS = 16;

/** Every school year from the first engagement to the last, or to today's year where an engagement has no
 *  end. Segments that begin after the next school year are left out until then. */
export function timelineView(own: OwnRecord, t: PageTexts) {
  const { record, on } = own;
  const next = schoolYearOf(on) + 1;
  const held = record.engagements.filter(({ period }) => schoolYearOf(period.from) <= next);
  if (held.length === 0) return { years: [], undrawn: 0, lanes: [] };
  const first = Math.min(...held.map(({ period }) => schoolYearOf(period.from)));
  const last = Math.max(...held.map((one) => Math.min(schoolYearOf(endOf(one, on)), next)));
  const count = last - first + 1;
  const undrawn = Math.max(0, count - MOST_YEARS);
  return {
    /** From the first to the last year with an engagement, gaps included. */
    years: Array.from({ length: count }, (_, index) => yearView(first + index, own, t)),
    /** Number of the first years that stand only in the table, because the drawing has no room for them. */
    undrawn,
    /** One lane for each school, from the first drawn year on. */
    lanes: projectsOf(held, own, { first: first + undrawn, last }),
  };
}

function yearView(year: SchoolYear, own: OwnRecord, t: PageTexts) {
  const { record, facts, on, establishments } = own;
  const found = facts.years.find((one) => one.year === year);
  const held = record.engagements.filter((one) => holdsIn(one, year, on));
  const events = record.attended.filter(({ event }) => schoolYearOf(event.startsOn) === year);
  const states = new Set(held.map((one) => standingOf(one.confirmation)));
  const texts = t.my.home.timeline;
  const ticksOf = (some: typeof events) => some.map(({ event }) => positionOf(event.startsOn) - year);
  return {
    label: schoolYearLabel(year),
    valueLabel: texts.values[valueAsText(found, states)],
    /** Trainings and meetings, as positions in the year from 0 to 1. */
    ticks: ticksOf(events.filter(({ proof }) => proof >= 1)),
    /** Trainings and meetings that are only declared. */
    declaredTicks: ticksOf(events.filter(({ proof }) => proof < 1)),
    days: found?.days ?? 0,
    families: found?.families ?? [],
    /** Schools, with the state of the engagement at each. */
    engagements: held.map((one) =>
      texts.segment(establishments.get(one.uai)?.name ?? one.uai, t.records.confirmations[one.confirmation]),
    ),
    /** Titles of the trainings and meetings. */
    events: events.map(({ event }) => event.title),
  };
}

/** The schools in the order of their first day, each with its engagements. */
function projectsOf(
  held: readonly Engagement[],
  { establishments, on }: OwnRecord,
  { first, last }: { readonly first: SchoolYear; readonly last: SchoolYear },
): readonly SchoolProject[] {
  const sorted = held.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const uais: readonly Uai[] = [...new Set(sorted.map(({ uai }) => uai))];
  return uais.map((uai) => ({
    name: typographic(establishments.get(uai)?.name ?? uai),
    segments: sorted
      .filter((one) => one.uai === uai)
      .map((one): SchoolEngagement => {
        const to = Math.min(positionOf(endOf(one, on), 1), last + 1);
        return {
          from: positionOf(one.period.from) - first,
          to: to - first,
          state: standingOf(one.confirmation),
        };
      }),
  }));
}

function valueAsText(
  found: { readonly value: number; readonly underway: boolean } | undefined,
  states: ReadonlySet<SchoolEngagement['state']>,
): keyof PageTexts['my']['home']['timeline']['values'] {
  if (found?.value === 1) return 'whole';
  if (found?.value === 0.5) return 'half';
  if (found?.underway) return 'underway';
  if (states.has('requested')) return 'requested';
  return states.has('contested') ? 'contested' : 'none';
}

function holdsIn(one: Engagement, year: SchoolYear, on: LocalDate): boolean {
  return one.period.from <= lastDayOf(year) && endOf(one, on) >= firstDayOf(year);
}

/** The last drawn day of an engagement. One without an end is drawn up to today, or, if it is still to begin, up
 *  to the end of its first school year. */
function endOf({ period: { from, to } }: Engagement, on: LocalDate): LocalDate {
  return to ?? (from <= on ? on : lastDayOf(schoolYearOf(from)));
}

/** A day as a number of school years: 2025.5 is the middle of 2025-2026. `days` is added, to reach the end of
 *  a day. */
function positionOf(date: LocalDate, days = 0): number {
  const year = schoolYearOf(date);
  const first = toDayNumber(firstDayOf(year));
  const length = toDayNumber(lastDayOf(year)) - first + 1;
  return year + (toDayNumber(date) - first + days) / length;
}
