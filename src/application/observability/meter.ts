import type { CounterName, Labels, Sample } from './metrics.ts';

/** Counts what happens in this process, at a constant cost and in a bounded memory. */
export interface Meter {
  count(name: CounterName, labels?: Labels): void;
  /** An answer to a request, with the seconds that it took. */
  answered(page: string, status: number, seconds: number): void;
  /** A turn of the timer's work that ended, or failed. */
  worked(work: string, isDone: boolean): void;
  /** This process will do that kind of the timer's work; it catches up until the first turn ends. */
  expect(work: string): void;
  /** Whether the first turn of a kind of work that this process does has still to end. */
  isCatchingUp(): boolean;
  read(): readonly Sample[];
}

/** Upper bounds in seconds. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

/** A label that is no short code, or one beyond this number, counts as `other`: no stranger fills the memory. */
const CODE = /^[A-Za-z0-9-]{1,40}$/;
const MOST_SERIES = 64;

interface Answers {
  readonly byStatus: Map<string, number>;
  readonly byBucket: number[];
  seconds: number;
  count: number;
}

/** The meter of a process, whose figures bear its label. */
export function makeMeter(process: string, now: () => number): Meter {
  const counters = new Map<CounterName, Map<string, Counted>>();
  const answers = new Map<string, Answers>();
  const ended = new Map<string, number>();
  const expected = new Set<string>();
  const meter: Meter = {
    count(name, labels = {}) {
      let series = counters.get(name);
      if (!series) {
        series = new Map();
        counters.set(name, series);
      }
      // Labels that were counted before are codes: no code has a blank.
      const counted = series.get(keyOf(labels));
      if (counted) counted.value += 1;
      else countNew(series, boundedLabels(labels, series));
    },
    answered(page, status, seconds) {
      let of = answers.get(page);
      if (!of) {
        of = emptyAnswers();
        answers.set(page, of);
      }
      const reported = statusClass(status);
      of.byStatus.set(reported, (of.byStatus.get(reported) ?? 0) + 1);
      let at = 0;
      while (at < BUCKETS.length && seconds > (BUCKETS[at] ?? 0)) at += 1;
      of.byBucket[at] = (of.byBucket[at] ?? 0) + 1;
      of.seconds += seconds;
      of.count += 1;
    },
    worked(work, isDone) {
      if (!isDone) return meter.count('jalon_work_failures', { work });
      ended.set(work, now());
      expected.delete(work);
    },
    expect: (work) => void expected.add(work),
    isCatchingUp: () => expected.size > 0,
    read: () => [
      ...[...counters].flatMap(([name, series]) =>
        [...series.values()].map(({ labels, value }) => ({ name, labels: { ...labels, process }, value })),
      ),
      ...[...answers].flatMap(([page, of]) => answerSamples(of, { page, process })),
      ...[...ended].map(([work, value]) => ({
        name: 'jalon_work_last_timestamp_seconds' as const,
        labels: { work, process },
        value,
      })),
    ],
  };
  return meter;
}

interface Counted {
  readonly labels: Labels;
  value: number;
}

/** Counts under labels whose bounds may have made them those of another series. */
function countNew(series: Map<string, Counted>, labels: Labels): void {
  const counted = series.get(keyOf(labels));
  if (counted) counted.value += 1;
  else series.set(keyOf(labels), { labels, value: 1 });
}

function keyOf(labels: Labels): string {
  return Object.values(labels).join(' ');
}

function boundedLabels(labels: Labels, series: ReadonlyMap<string, unknown>): Labels {
  const coded = Object.entries(labels).map(
    ([name, value]) => [name, CODE.test(value) ? value : 'other'] as const,
  );
  const isNew = !series.has(coded.map(([, value]) => value).join(' '));
  const isFull = isNew && series.size >= MOST_SERIES;
  return Object.fromEntries(isFull ? coded.map(([name]) => [name, 'other']) : coded);
}

function emptyAnswers(): Answers {
  return {
    byStatus: new Map(),
    byBucket: new Array<number>(BUCKETS.length + 1).fill(0),
    seconds: 0,
    count: 0,
  };
}

/** `2xx` and so on. What the service refuses under load, and while it cannot answer, stands apart. */
function statusClass(status: number): string {
  return STANDING_APART[status] ?? CLASSES[Math.floor(status / 100)] ?? 'other';
}

const CLASSES = ['0xx', '1xx', '2xx', '3xx', '4xx', '5xx'] as const;
const STANDING_APART: Readonly<Record<number, string>> = { 429: '429', 503: '503' };

function answerSamples(of: Answers, labels: { readonly page: string; readonly process: string }): Sample[] {
  const name = 'jalon_http_request_duration_seconds' as const;
  let upTo = 0;
  const buckets = of.byBucket.map((count, at): Sample => {
    upTo += count;
    const le = at < BUCKETS.length ? String(BUCKETS[at]) : '+Inf';
    return { name, suffix: '_bucket', labels: { ...labels, le }, value: upTo };
  });
  const statuses = [...of.byStatus].map(
    ([status, value]): Sample => ({ name: 'jalon_http_requests', labels: { ...labels, status }, value }),
  );
  return [
    ...statuses,
    ...buckets,
    { name, suffix: '_sum', labels, value: of.seconds },
    { name, suffix: '_count', labels, value: of.count },
  ];
}
