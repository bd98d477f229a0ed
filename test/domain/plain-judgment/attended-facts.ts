import type { Thresholds } from '../../../src/domain/criteria/definition.ts';
import type { TrainingFact } from '../../../src/domain/facts/types.ts';
import type { AttendedEvent, EventKind } from '../../../src/domain/records.ts';
import { type SchoolYear, schoolYearOf } from './school-year.ts';
import type { LocalDate } from './time.ts';

/** Distinct trainings begun ≤ D and attended with enough proof, by date then code. Expired ones are
 *  marked. */
export function deriveTrainings(
  attended: readonly AttendedEvent[],
  on: LocalDate,
  thresholds: Thresholds,
): readonly TrainingFact[] {
  const current = schoolYearOf(on);
  const counted = distinct(attended, {
    on,
    kinds: thresholds.trainingKinds,
    proof: thresholds.trainingProof,
  });
  return counted.map(({ event, hours }) => {
    const year = schoolYearOf(event.startsOn);
    const expired = current - year >= thresholds.trainingExpiryYears;
    return { code: event.code, year, startsOn: event.startsOn, hours, tags: event.tags, expired };
  });
}

/** Codes of the DANE's events begun ≤ D and attended with enough proof, by school year. */
export function deriveDaneEvents(
  attended: readonly AttendedEvent[],
  on: LocalDate,
  thresholds: Thresholds,
): ReadonlyMap<SchoolYear, readonly string[]> {
  const counted = distinct(attended, {
    on,
    kinds: thresholds.daneEventKinds,
    proof: thresholds.daneEventProof,
  });
  const years = Map.groupBy(counted, ({ event }) => schoolYearOf(event.startsOn));
  return new Map([...years].map(([year, events]) => [year, events.map(({ event }) => event.code)]));
}

/** Sum of hours, exact for decimals: a binary rounding error could put a person below a threshold. */
export function sumHours(hours: readonly number[]): number {
  const MILLIONTHS = 1_000_000;
  return hours.reduce((sum, value) => sum + Math.round(value * MILLIONTHS), 0) / MILLIONTHS;
}

interface Wanted {
  readonly on: LocalDate;
  readonly kinds: readonly EventKind[];
  readonly proof: number;
}

/** One attendance for each event: where an event has several with enough proof, the one with the most
 *  hours. */
function distinct(attended: readonly AttendedEvent[], wanted: Wanted): readonly AttendedEvent[] {
  const byCode = new Map<string, AttendedEvent>();
  for (const candidate of attended) {
    const { event, proof, hours } = candidate;
    if (event.startsOn > wanted.on || proof < wanted.proof || !wanted.kinds.includes(event.kind)) continue;
    const known = byCode.get(event.code);
    if (known === undefined || known.hours < hours) byCode.set(event.code, candidate);
  }
  const key = ({ event }: AttendedEvent): string => `${event.startsOn} ${event.code}`;
  return [...byCode.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
