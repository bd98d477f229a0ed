import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ReviewKey, WrittenReview } from '../../domain/review/planned.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN, WITH_PERSON } from '../../domain/tables/treatments.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import type { TrainingWish, TrainingWishChange, TrainingWishReader } from './feature-to-come.ts';

/** A training that the notes of a progress review name as wished. */
export interface WishedTraining {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly on: LocalDate;
  /** One line of the notes. */
  readonly text: string;
}

/** A wished training that the DANE has taken into its plan. */
export interface PlannedWish {
  readonly schoolYear: SchoolYear;
  /** The key of the wish (`wishKey`). */
  readonly wish: string;
  readonly eventCode: string;
  readonly takenBy: PersonId;
  readonly takenAt: Instant;
}

/** Changes to wished trainings. */
export type WishedTrainingChange =
  | { readonly kind: 'wish-planned'; readonly planned: PlannedWish }
  | { readonly kind: 'wish-plan-removed'; readonly schoolYear: SchoolYear; readonly wish: string };

/** A wished training with everybody who wishes it. */
export interface WishedGroup {
  readonly wish: string;
  /** The words of the first wish. */
  readonly text: string;
  readonly wishes: readonly WishedTraining[];
  readonly planned?: PlannedWish;
}

/** The key of a wish. Texts that differ only in accents, capitals, punctuation or spaces have the same
 *  key. */
export function wishKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The wishes in the text of some notes: one for each line, or for each part between semicolons. */
export function wishesIn(text: string): readonly string[] {
  const parts = text.split(/[\n;]/).map((part) => part.replace(/^[\s•*–-]+/, '').trim());
  return parts.filter((part) => wishKey(part) !== '');
}

/** The wishes grouped by training, the most wished first, then in the order of their words. */
export function groupWishes(
  wishes: readonly WishedTraining[],
  planned: readonly PlannedWish[],
): readonly WishedGroup[] {
  const byKey = new Map<string, WishedTraining[]>();
  for (const one of wishes) {
    const key = wishKey(one.text);
    const known = byKey.get(key);
    if (known) known.push(one);
    else byKey.set(key, [one]);
  }
  const plans = new Map(planned.map((one) => [one.wish, one]));
  const groups = [...byKey].map(([wish, all]) => {
    const plan = plans.get(wish);
    return { wish, text: all[0]?.text ?? '', wishes: all, ...(plan && { planned: plan }) };
  });
  return groups.toSorted((a, b) => b.wishes.length - a.wishes.length || a.text.localeCompare(b.text, 'fr'));
}

/** Reads the trainings wished in progress reviews. */
export interface WishedTrainingReader {
  /** The notes of the reviews held in a school year, by day, person and school. */
  readReviewsOfYear(
    year: SchoolYear,
    slice: Slice<ReviewKey>,
  ): Promise<readonly Pick<WrittenReview, 'on' | 'personId' | 'uai' | 'notes'>[]>;
  readPlannedWishes(year: SchoolYear): Promise<readonly PlannedWish[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface TrainingWishesTables {
  planned_wish: RowOf<PlannedWish>;
  training_wish: RowOf<TrainingWish>;
}

/** What the other layers read of this feature. */
export const feature = declare<
  TrainingWishesTables,
  WishedTrainingChange | TrainingWishChange,
  WishedTrainingReader & TrainingWishReader
>()({
  group: 'events',
  history: ['training-wished', 'training-wish-taken-back'],
  audit: ['wish-planned', 'wish-plan-removed'],
  menu: {
    dane: { wishes: { under: 'files', after: 'events', path: '/dane/wishes' } },
  },
  people: {
    training_wish: {
      ...OWN,
      exportedAfter: 'event_invitation',
      merge: { unless: ['event_code'] },
      register: 'nothing',
      ends: WITH_PERSON,
    },
  },
});
