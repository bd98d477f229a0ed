import type { Thresholds } from '../../../domain/criteria/definition.ts';
import type { CountingRule } from '../../../domain/criteria/leaf-traits.ts';
import type { ReviewGround } from '../../../domain/facts/review-years.ts';
import { PROOF_LEVELS } from '../../../domain/records.ts';
import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import type { LeafPhrases } from '../../criteria/phrase-book.ts';
import { OFFICE } from '../../office.ts';
import { eventKindLabels, proofLabels, roleLabels } from './labels.ts';
import { missionsLacking, requiredMissionsPhrase } from './missions.ts';
import {
  and,
  COLON,
  counted,
  families,
  missions,
  NBSP,
  number,
  or,
  overLast,
  quoted,
  SEMICOLON,
  small,
} from './numbers-and-names.ts';
import { personPhrases } from './person-phrases.ts';
import { teamPhrases } from './team-phrases.ts';

export type CriteriaPhrases = typeof criteriaPhrases;

const counting: Readonly<Record<CountingRule, (thresholds: Thresholds) => string>> = {
  year: ({ fullYearDays, halfYearDays }) =>
    `Une année scolaire compte pour une année à partir de ${number(fullYearDays)}${NBSP}jours d’engagement confirmé entre le 1er${NBSP}septembre et le 30${NBSP}juin, pour une demi-année à partir de ${number(halfYearDays)}${NBSP}jours.`,
  mission: ({ coveredMissionDays }) =>
    `Une mission est assurée à partir de ${number(coveredMissionDays)}${NBSP}jours dans l’année scolaire${NBSP}; une famille l’est dès qu’une de ses missions l’est.`,
  authorisation: () =>
    'Une mission qui dépend de la collectivité ne compte que pendant la période que celle-ci autorise.',
  training: ({ trainingKinds, trainingProof }) => {
    const kinds = trainingKinds.map((kind) => eventKindLabels[kind].toLowerCase());
    const proofs = PROOF_LEVELS.filter((level) => level >= trainingProof).map((level) => proofLabels[level]);
    return `Une formation (${or(kinds)}) compte avec une preuve de présence${COLON}${or(proofs)}.`;
  },
  'training-hours': ({ trainingExpiryYears }) =>
    `Ses heures comptent pendant ${counted(trainingExpiryYears, 'année scolaire', 'années scolaires')}.`,
  review: ({ reviewWaivedBefore, selfReportRestYears }) =>
    `À défaut de point d’étape, un bilan écrit en tient lieu, au plus une fois en ${counted(selfReportRestYears + 1, 'an', 'ans')}. ` +
    `Avant ${schoolYearLabel(reviewWaivedBefore)}, une année ou une demi-année d’engagement vaut point d’étape.`,
  decision: () =>
    `La décision est prise par une personne de la DANE, qui en écrit le motif${NBSP}; aucun enregistrement n’en tient lieu.`,
};

const reviewed: Readonly<Record<Exclude<ReviewGround, 'waiver'>, (times: number) => string>> = {
  review: (times) => counted(times, 'point d’étape tenu', 'points d’étape tenus'),
  'self-report': (times) => counted(times, 'bilan remis', 'bilans remis'),
  'review-or-report': (times) =>
    counted(times, 'point d’étape tenu ou bilan remis', 'points d’étape tenus ou bilans remis'),
};

/** The leaf of any recipient. */
const decision: LeafPhrases['decision'] = {
  asked: () => 'une décision motivée de la DANE',
  found: () => 'décision prise',
  lacking: () => 'une décision motivée de la DANE',
};

const leaves: LeafPhrases = { ...personPhrases, ...teamPhrases, decision };

/** Criteria in French, phrase by phrase. src/texts/criteria combines them. */
export const criteriaPhrases = {
  language: 'fr' as 'fr' | 'en',
  words: {
    roles: roleLabels(OFFICE),
    quoted,
    colon: COLON,
    semicolon: SEMICOLON,
    andWord: 'et',
    and,
    or,
    counted,
    inAll: 'au total',
    overLast,
    families,
    missions,
  },
  leaves,
  /** Phrases about requirements. */
  asked: {
    span: (years: number) =>
      years === 1
        ? 'au cours d’une même année scolaire'
        : `au cours de ${small(years)} années scolaires consécutives`,
    spanOnScreen: (years: number) =>
      `au cours d’une même année scolaire, ou de ${small(years)} qui se suivent`,
    either: (parts: readonly string[], areLong: boolean) =>
      parts.map((part) => `soit ${part}`).join(areLong ? SEMICOLON : ', '),
    atLeast: (count: number, parts: string) => `au moins ${number(count)} de ces conditions${COLON}${parts}`,
    meets: (badge: string) => `les critères du badge ${quoted(badge)} remplis`,
    missions: requiredMissionsPhrase,
  },
  /** Phrases about how requirements are met. */
  found: {
    meets: (badge: string) => `critères du badge ${quoted(badge)} remplis`,
    reviewed,
    waived: ({ counted, isAlone, before }: Waived) =>
      `${counted} sans${isAlone ? ' point d’étape' : ''}${before ? `, règle d’avant ${before}` : ''}`,
  },
  /** Phrases about what is missing. */
  lacking: {
    sentence: (complement: string) => `Il manque ${complement}`,
    nearest: (isYear: boolean): string => (isYear ? 'année la plus proche' : 'période la plus proche'),
    atLeast: (count: number, parts: string) =>
      `${counted(count, 'condition', 'conditions')} parmi celles-ci${COLON}${parts}`,
    meets: (badge: string) => `ce que demande le badge ${quoted(badge)}`,
    missions: missionsLacking,
  },
  counting,
  narrative: {
    all: `Pour recevoir ce badge, toutes ces conditions sont remplies${NBSP}:`,
    missions: `Les missions citées${NBSP}:`,
    noEnd: 'Ce badge n’a pas de date de fin.',
    validity: (years: number, isRenewable: boolean) =>
      `Ce badge est valable jusqu’au 31 août, ${counted(years, 'année scolaire', 'années scolaires')} après celle de l’attribution${isRenewable ? ', et peut être renouvelé' : ''}.`,
  },
};

interface Waived {
  /** « 5 années comptées ». */
  readonly counted: string;
  /** True if no other words come before. */
  readonly isAlone: boolean;
  /** The first school year in which a review was required. */
  readonly before: string | undefined;
}
