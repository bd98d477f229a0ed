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
import { makeTexts, type Texts } from './cells.ts';

/** Each value with its word in the DANE's files. An export writes this word; an import accepts it in any
 *  case. */
type ListedTexts<Value> = readonly (readonly [word: string, value: Value])[];

export const SECTOR_TEXTS: ListedTexts<School['sector']> = [
  ['Public', 'public'],
  ['Privé', 'private'],
];

export const YES_NO_TEXTS: ListedTexts<boolean> = [
  ['oui', true],
  ['non', false],
];

export const PROFILE_TEXTS: ListedTexts<Profile> = [
  ['rupn', 'rupn'],
  ['chef', 'principal'],
  ['dane', 'dane'],
];

export const CONFIRMATION_TEXTS: ListedTexts<Confirmation> = [
  ['demandee', 'requested'],
  ['confirmee', 'confirmed'],
  ['confirmee-avec-reserve', 'confirmed-with-reservation'],
  ['confirmee-dane', 'confirmed-by-dane'],
  ['contestee', 'contested'],
];

export const REVIEW_TEXTS: ListedTexts<ReviewKind> = [
  ['point-etape', 'review'],
  ['bilan', 'self-report'],
];

export const CONTRIBUTION_TEXTS: ListedTexts<ContributionKind> = [
  ['prise-en-main', 'session'],
  ['projet', 'project'],
  ['valorisation', 'showcase'],
  ['formation-animee', 'training-given'],
  ['tutorat', 'mentoring'],
  ['ressource', 'resource'],
];

export const PROOF_TEXTS: ListedTexts<ProofLevel> = [
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
  readonly confirmations: ListedTexts<Confirmation>;
  readonly proofs: ListedTexts<ProofLevel>;
  readonly reviews: ListedTexts<ReviewKind>;
  readonly profiles: ListedTexts<Profile>;
};

/** Roles by their codes, and by the labels that pages show, for men and women. */
export const ROLE_TEXTS: Texts<Role> = makeTexts(
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
export function toWord<Value>(texts: ListedTexts<Value>, value: Value): string {
  return texts.find(([, one]) => one === value)?.[0] ?? '';
}
