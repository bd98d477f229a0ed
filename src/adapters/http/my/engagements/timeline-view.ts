import type { OwnRecord } from '../../../../application/my/read-own-record.ts';
import { type Confirmation, type Engagement, isCountable } from '../../../../domain/records.ts';
import {
  firstDayOf,
  lastDayOf,
  type SchoolYear,
  schoolYearLabel,
  schoolYearOf,
} from '../../../../domain/time/school-year.ts';
import { type LocalDate, toDayNumber } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { TimelineBar, TimelineYear } from '../../../../drawings/timeline-svg.ts';
import type { PageTexts } from '../../../../texts/fr/pages.ts';

/** One school year, drawn and in words. */
export interface OwnYearView extends TimelineYear {
  readonly bars: readonly TimelineBar[];
  readonly ticks: readonly number[];
  readonly days: number;
  readonly families: readonly string[];
  /** Schools with the state of the engagement there. */
  readonly engagements: readonly string[];
  /** Titles of the trainings and meetings. */
  readonly events: readonly string[];
}

/** Years beyond these are not drawn: the latest count. */
const MOST_YEARS = 16;

/** Every school year from the first engagement to the last or to today's, gaps included. */
export function timelineView(own: OwnRecord, t: PageTexts): readonly OwnYearView[] {
  const { record, on } = own;
  if (record.engagements.length === 0) return [];
  const years = record.engagements.flatMap((one) => [
    schoolYearOf(one.period.from),
    schoolYearOf(endOf(one, on)),
  ]);
  const last = Math.min(Math.max(...years), schoolYearOf(on) + 1);
  const first = Math.max(Math.min(...years), last - MOST_YEARS + 1);
  const count = Math.max(0, last - first + 1);
  return Array.from({ length: count }, (_, index) => yearView(first + index, own, t));
}

function yearView(year: SchoolYear, own: OwnRecord, t: PageTexts): OwnYearView {
  const { record, facts, on, establishments } = own;
  const found = facts.years.find((one) => one.year === year);
  const held = record.engagements.filter((one) => holdsIn(one, year, on));
  const events = record.attended.filter(({ event }) => schoolYearOf(event.startsOn) === year);
  const schoolOf = (uai: Uai) => establishments.get(uai)?.name ?? uai;
  const states = new Set(held.map((one) => barState(one.confirmation)));
  const words = t.my.home.timeline;
  return {
    label: schoolYearLabel(year),
    value: found?.value ?? 0,
    valueLabel: words.values[valueWord(found, states)],
    bars: barsOf(held, year, on),
    ticks: events.map(({ event }) => shareOf(event.startsOn, year)),
    days: found?.days ?? 0,
    families: found?.families ?? [],
    engagements: held.map((one) =>
      words.segment(schoolOf(one.uai), t.records.confirmations[one.confirmation]),
    ),
    events: events.map(({ event }) => event.title),
  };
}

function valueWord(
  found: { readonly value: number; readonly underway: boolean } | undefined,
  states: ReadonlySet<TimelineBar['state']>,
): keyof PageTexts['my']['home']['timeline']['values'] {
  if (found?.value === 1) return 'whole';
  if (found?.value === 0.5) return 'half';
  if (found?.underway) return 'underway';
  if (states.has('requested')) return 'requested';
  return states.has('contested') ? 'contested' : 'none';
}

/** A bar for each segment; a row for each school, and for each state at a school, where the year has several. */
function barsOf(held: readonly Engagement[], year: SchoolYear, on: LocalDate): readonly TimelineBar[] {
  const laneOf = ({ uai, confirmation }: Engagement) => `${uai} ${barState(confirmation)}`;
  const lanes = [...new Set(held.map(laneOf))];
  return held.map((one) => ({
    from: shareOf(latest(one.period.from, firstDayOf(year)), year),
    to: shareOf(earliest(endOf(one, on), lastDayOf(year)), year, 1),
    state: barState(one.confirmation),
    ...(lanes.length > 1 && { lane: { index: lanes.indexOf(laneOf(one)), count: lanes.length } }),
  }));
}

function barState(confirmation: Confirmation): TimelineBar['state'] {
  if (isCountable(confirmation)) return 'confirmed';
  return confirmation === 'requested' ? 'requested' : 'contested';
}

function holdsIn(one: Engagement, year: SchoolYear, on: LocalDate): boolean {
  return one.period.from <= lastDayOf(year) && endOf(one, on) >= firstDayOf(year);
}

/** An open segment is drawn up to today; one that begins later, to the end of its first school year. */
function endOf({ period: { from, to } }: Engagement, on: LocalDate): LocalDate {
  return to ?? (from <= on ? on : lastDayOf(schoolYearOf(from)));
}

/** Where a day lies in its school year: 0 = 1 September; `days` more to reach the end of a day. */
function shareOf(date: LocalDate, year: SchoolYear, days = 0): number {
  const first = toDayNumber(firstDayOf(year));
  const length = toDayNumber(lastDayOf(year)) - first + 1;
  return (toDayNumber(date) - first + days) / length;
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

function earliest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
