import { ROLES, type Role } from '../../../domain/engagement/mission.ts';
import type {
  Confirmation,
  ContributionKind,
  Establishment,
  Profile,
  ProofLevel,
  ReviewKind,
} from '../../../domain/records.ts';
import { roleLabels } from '../../../texts/fr/criteria/labels.ts';
import { OFFICE } from '../../../texts/office.ts';
import { makeWords, type Words } from './cells.ts';

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

export const PROOF_WORDS: ListedWords<ProofLevel> = [
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3],
];

/** Other words that hands write for the same values. */
export const BY_HAND = {
  confirmations: [
    ['ok', 'confirmed'],
    ['oui', 'confirmed'],
    ['confirmé', 'confirmed'],
    ['validé', 'confirmed'],
    ['validée', 'confirmed'],
    ['confirmé avec réserve', 'confirmed-with-reservation'],
    ['confirmé dane', 'confirmed-by-dane'],
    ['demandé', 'requested'],
    ['en attente', 'requested'],
    ['à confirmer', 'requested'],
    ['contesté', 'contested'],
  ],
  proofs: [
    ['déclarée', 0],
    ['feuille de présence', 1],
    ['attestation', 2],
    ['liste', 3],
    ["liste de l'organisateur", 3],
  ],
  reviews: [["point d'étape", 'review']],
  profiles: [["chef d'établissement", 'principal']],
} satisfies {
  readonly confirmations: ListedWords<Confirmation>;
  readonly proofs: ListedWords<ProofLevel>;
  readonly reviews: ListedWords<ReviewKind>;
  readonly profiles: ListedWords<Profile>;
};

/** Roles by their codes, and by the labels that pages show, for men and women. */
export const ROLE_WORDS: Words<Role> = makeWords(
  ROLES.map((role) => [role, role] as const),
  ROLES.flatMap((role) => {
    const words = [role, roleLabels(OFFICE)[role]];
    return [...words, ...words.map(ofWoman)].map((word) => [word, role] as const);
  }),
);

function ofWoman(word: string): string {
  return word.replace('administrateur', 'administratrice').replace(/^r[ée]f[ée]rent/, '$&e');
}

/** The word of a value. */
export function toWord<Value>(words: ListedWords<Value>, value: Value): string {
  return words.find(([, one]) => one === value)?.[0] ?? '';
}
