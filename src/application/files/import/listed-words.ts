import type {
  Confirmation,
  ContributionKind,
  Establishment,
  Profile,
  ReviewKind,
} from '../../../domain/records.ts';

/** Each value with its word in the DANE's files. An export writes this word; an import accepts it in any
 *  case. */
type ListedWords<Value> = readonly (readonly [word: string, value: Value])[];

export const SECTOR_WORDS: ListedWords<Establishment['sector']> = [
  ['Public', 'public'],
  ['Privé', 'private'],
];

export const YES_NO_WORDS: ListedWords<boolean> = [
  ['oui', true],
  ['non', false],
];

export const PROFILE_WORDS: ListedWords<Profile> = [
  ['rupn', 'rupn'],
  ['chef', 'principal'],
  ['dane', 'dane'],
];

export const CONFIRMATION_WORDS: ListedWords<Confirmation> = [
  ['demandee', 'requested'],
  ['confirmee', 'confirmed'],
  ['confirmee-avec-reserve', 'confirmed-with-reservation'],
  ['confirmee-dane', 'confirmed-by-dane'],
  ['contestee', 'contested'],
];

export const REVIEW_WORDS: ListedWords<ReviewKind> = [
  ['point-etape', 'review'],
  ['bilan', 'self-report'],
];

export const CONTRIBUTION_WORDS: ListedWords<ContributionKind> = [
  ['prise-en-main', 'session'],
  ['projet', 'project'],
  ['valorisation', 'showcase'],
  ['formation-animee', 'training-given'],
  ['tutorat', 'mentoring'],
  ['ressource', 'resource'],
];

/** The word of a value. */
export function toWord<Value>(words: ListedWords<Value>, value: Value): string {
  return words.find(([, one]) => one === value)?.[0] ?? '';
}
