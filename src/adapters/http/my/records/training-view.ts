import type { OwnRecord } from '../../../../application/my/read-own-record.ts';
import type { Thresholds } from '../../../../domain/criteria/criteria.ts';
import { sumHours } from '../../../../domain/facts/attended-facts.ts';
import type { AttendedEvent, EventKind, ProofLevel } from '../../../../domain/records.ts';
import { firstDayOf, lastDayOf, schoolYearOf } from '../../../../domain/time/school-year.ts';
import type { LocalDate } from '../../../../domain/time/time.ts';

/** Whether a training or meeting counts today, and the day on which this ends or ended. */
export type Counting =
  | { readonly kind: 'until' | 'expired'; readonly day: LocalDate }
  | { readonly kind: 'proof' | 'event' | 'eventProof' | 'future' | 'school' | 'none' };

export interface TrainingView {
  readonly title: string;
  readonly code: string;
  readonly kind: EventKind;
  readonly on: LocalDate;
  readonly hours: number;
  readonly proof: ProofLevel;
  readonly tags: readonly string[];
  readonly counting: Counting;
}

export interface TrainingsView {
  readonly trainings: readonly TrainingView[];
  /** Hours that count today: all of them, and the hours of the last three school years. */
  readonly hours: { readonly all: number; readonly recent: number };
}

/** Everything attended, latest first. */
export function trainingsView({ record, facts, criteria, on }: OwnRecord): TrainingsView {
  const counted = facts.trainings.filter(({ expired }) => !expired);
  const recent = counted.filter(({ year }) => year > facts.schoolYear - 3);
  return {
    trainings: record.attended
      .toSorted((a, b) => (a.event.startsOn < b.event.startsOn ? 1 : -1))
      .map((attended) => ({
        title: attended.event.title,
        code: attended.event.code,
        kind: attended.event.kind,
        on: attended.event.startsOn,
        hours: attended.hours,
        proof: attended.proof,
        tags: attended.event.tags,
        counting: deriveCounting(attended, criteria.thresholds, on),
      })),
    hours: {
      all: sumHours(counted.map(({ hours }) => hours)),
      recent: sumHours(recent.map(({ hours }) => hours)),
    },
  };
}

/** Counts as the facts do (docs/rules.md, Trainings and events of the DANE), in days. */
function deriveCounting({ event, proof }: AttendedEvent, thresholds: Thresholds, on: LocalDate): Counting {
  if (event.kind === 'EV-ETAB') return { kind: 'school' };
  const isTraining = thresholds.trainingKinds.includes(event.kind);
  if (!isTraining && !thresholds.daneEventKinds.includes(event.kind)) return { kind: 'none' };
  if (event.startsOn > on) return { kind: 'future' };
  if (!isTraining) return { kind: proof >= thresholds.daneEventProof ? 'event' : 'eventProof' };
  if (proof < thresholds.trainingProof) return { kind: 'proof' };
  const endYear = schoolYearOf(event.startsOn) + thresholds.trainingExpiryYears;
  if (schoolYearOf(on) >= endYear) return { kind: 'expired', day: firstDayOf(endYear) };
  return { kind: 'until', day: lastDayOf(endYear - 1) };
}
