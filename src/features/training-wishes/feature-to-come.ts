import type { PersonId } from '../../domain/ids.ts';
import type { Event, EventKind } from '../../domain/records.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';

/** The kinds of event that people may wish for: trainings of the plan, and those of local initiative. */
export const WISHED_KINDS: readonly EventKind[] = ['EV-PAF', 'EV-FIL'];

/** A person would like to be at a training to come. It enrols no one. */
export interface TrainingWish {
  readonly eventCode: string;
  readonly personId: PersonId;
  readonly wishedAt: Instant;
}

/** Changes to the wishes for trainings to come. */
export type TrainingWishChange =
  | { readonly kind: 'training-wished'; readonly wish: TrainingWish }
  | { readonly kind: 'training-wish-taken-back'; readonly eventCode: string; readonly personId: PersonId };

/** Whether a person with engagements at these schools may wish for the event: a training that has not begun and,
 *  where it is a school's own, at one of these schools. */
export function mayWish(
  event: Event,
  { today, schools }: { today: LocalDate; schools: readonly Uai[] },
): boolean {
  const isOpen = WISHED_KINDS.includes(event.kind) && event.startsOn > today;
  return isOpen && (event.uai === undefined || schools.includes(event.uai));
}

/** Reads the trainings to come and the wishes for them. */
export interface TrainingWishReader {
  /** Those that begin on the day or later, the next one first. */
  readTrainingsToCome(from: LocalDate, limit: number): Promise<readonly Event[]>;
  readTrainingWishesOf(personId: PersonId): Promise<readonly TrainingWish[]>;
  /** By name. */
  readTrainingWishers(eventCode: string, limit: number): Promise<readonly TrainingWish[]>;
  /** The number of wishes for each event that has any. */
  countTrainingWishes(eventCodes: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
