import { type Period, toDayNumber } from './time.ts';

/** A run of days as day numbers, both ends included. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** A period as day numbers. A period that is still running ends at `Infinity`. */
export function toDaySpan(period: Period): DaySpan {
  const to = period.to === undefined ? Number.POSITIVE_INFINITY : toDayNumber(period.to);
  return { from: toDayNumber(period.from), to };
}

/** The days that two spans share, or undefined if they share none. */
export function intersect(a: DaySpan, b: DaySpan): DaySpan | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from <= to ? { from, to } : undefined;
}

/** The same days as spans that neither overlap nor touch, ascending. */
function mergeSpans(spans: readonly DaySpan[]): readonly DaySpan[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else merged.push({ from: span.from, to: span.to });
  }
  return merged;
}

/** Number of days in the union: a day counts once, however many spans contain it. */
export function countDays(spans: readonly DaySpan[]): number {
  const only = spans[0];
  if (only === undefined) return 0;
  if (spans.length === 1) return only.to - only.from + 1;
  return mergeSpans(spans).reduce((days, span) => days + span.to - span.from + 1, 0);
}

/** The most holders on one day. Each holder is given by their spans, whose own overlaps count once. */
export function countAtOnce(holders: readonly (readonly DaySpan[])[]): number {
  const steps = holders.flatMap((spans) =>
    mergeSpans(spans).flatMap((span) => [
      { day: span.from, step: 1 },
      { day: span.to + 1, step: -1 },
    ]),
  );
  let now = 0;
  let most = 0;
  // An end (−1) comes before a start on the same day, because its day is the one after the last day held.
  for (const { step } of steps.toSorted((a, b) => a.day - b.day || a.step - b.step)) {
    now += step;
    most = Math.max(most, now);
  }
  return most;
}
