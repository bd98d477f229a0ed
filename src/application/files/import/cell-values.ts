import { ROLES, type Role } from '../../../domain/engagement/mission.ts';
import type {
  Confirmation,
  ContributionKind,
  Profile,
  ProofLevel,
  ReviewKind,
  School,
} from '../../../domain/records.ts';
import { roleLabels } from '../../../texts/fr/criteria/labels.ts';
import { OFFICE } from '../../../texts/office.ts';
import { type ColumnTerms, makeColumnTerms } from './cells.ts';

/** Each value with its word in the DANE's files. An export writes this word; an import accepts it in any
 *  case. */
type ListedTerms<Value> = readonly (readonly [word: string, value: Value])[];

export const SECTOR_TERMS: ListedTerms<School['sector']> = [
  ['Public', 'public'],
  ['Privé', 'private'],
];

export const YES_NO_TERMS: ListedTerms<boolean> = [
  ['oui', true],
  ['non', false],
];

export const PROFILE_TERMS: ListedTerms<Profile> = [
  ['rupn', 'rupn'],
  ['chef', 'principal'],
  ['dane', 'dane'],
];

export const CONFIRMATION_TERMS: ListedTerms<Confirmation> = [
  ['demandee', 'requested'],
  ['confirmee', 'confirmed'],
  ['confirmee-avec-reserve', 'confirmed-with-reservation'],
  ['confirmee-dane', 'confirmed-by-dane'],
  ['contestee', 'contested'],
];

export const REVIEW_TERMS: ListedTerms<ReviewKind> = [
  ['point-etape', 'review'],
  ['bilan', 'self-report'],
];

export const CONTRIBUTION_TERMS: ListedTerms<ContributionKind> = [
  ['prise-en-main', 'session'],
  ['projet', 'project'],
  ['valorisation', 'showcase'],
  ['formation-animee', 'training-given'],
  ['tutorat', 'mentoring'],
  ['ressource', 'resource'],
];

export const PROOF_TERMS: ListedTerms<ProofLevel> = [
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
  readonly confirmations: ListedTerms<Confirmation>;
  readonly proofs: ListedTerms<ProofLevel>;
  readonly reviews: ListedTerms<ReviewKind>;
  readonly profiles: ListedTerms<Profile>;
};

/** Roles by their codes, and by the labels that pages show, for men and women. */
export const ROLE_TERMS: ColumnTerms<Role> = makeColumnTerms(
  ROLES.map((role) => [role, role] as const),
  ROLES.flatMap((role) => {
    const texts = [role, roleLabels(OFFICE)[role]];
    return [...texts, ...texts.map(ofWoman)].map((word) => [word, role] as const);
  }),
);

function ofWoman(word: string): string {
  return word.replace('administrateur', 'administratrice').replace(/^r[ée]f[ée]rent/, '$&e');
}

/** The word of a value. */
export function toTerm<Value>(texts: ListedTerms<Value>, value: Value): string {
  return texts.find(([, one]) => one === value)?.[0] ?? '';
}
