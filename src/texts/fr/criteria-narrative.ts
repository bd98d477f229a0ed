import type { AchievementDefinition, Thresholds } from '../../domain/criteria/criteria.ts';
import { flattenRule } from '../../domain/criteria/rule-parts.ts';
import { PROOF_LEVELS } from '../../domain/records.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { type CriteriaTextContext, citedMissions } from '../criteria-context.ts';
import { eventKindLabels, proofLabels } from './criteria-labels.ts';
import { requirement } from './criteria-requirement.ts';
import { COLON, counted, list, NBSP, number } from './criteria-words.ts';

/** A badge's criteria in Markdown, as they accompany the badge (OB 3.0, Criteria.narrative). */
export function achievementNarrative(
  definition: AchievementDefinition,
  context: CriteriaTextContext,
): string {
  const { requirements, validityYears, recipient } = definition;
  const rules = requirements.map(({ rule }) => rule);
  const lines = rules.map((rule) => `- ${requirement(rule, context)}`);
  const cited = citedMissions(rules, context.framework);
  const missions = cited.map(({ code, label }) => `- **${code}**${COLON}${label.fr}`);
  const validity =
    validityYears === undefined
      ? 'Ce badge n’a pas de date de fin.'
      : `Ce badge est valable jusqu’au 31 août, ${counted(validityYears, 'année scolaire', 'années scolaires')} après celle de l’attribution${recipient === 'person' ? ', et peut être renouvelé' : ''}.`;
  return [
    `Pour recevoir ce badge, toutes ces conditions sont remplies${NBSP}:`,
    lines.join('\n'),
    ...(missions.length > 0 ? [`Les missions citées${NBSP}:`, missions.join('\n')] : []),
    ...(context.thresholds === undefined ? [] : [countingRules(definition, context.thresholds).join(' ')]),
    validity,
  ].join('\n\n');
}

/** How days, missions and proofs are counted: a sentence for each rule that the badge uses. */
export function countingRules(
  { requirements }: AchievementDefinition,
  thresholds: Thresholds,
): readonly string[] {
  const kinds = new Set(requirements.flatMap(({ rule }) => flattenRule(rule)).flatMap(Object.keys));
  const uses = (...wanted: readonly string[]): boolean => wanted.some((kind) => kinds.has(kind));
  const sentences = [
    uses('duration', 'yearValue', 'recent')
      ? `Une année scolaire compte pour une année à partir de ${number(thresholds.fullYearDays)}${NBSP}jours d’engagement confirmé entre le 1er${NBSP}septembre et le 30${NBSP}juin, pour une demi-année à partir de ${number(thresholds.halfYearDays)}${NBSP}jours.`
      : '',
    uses('families', 'missions', 'teamFamilies')
      ? `Une mission est assurée à partir de ${number(thresholds.coveredMissionDays)}${NBSP}jours dans l’année scolaire${NBSP}; une famille l’est dès qu’une de ses missions l’est.`
      : '',
    uses('families', 'teamFamilies')
      ? 'Une mission qui dépend de la collectivité ne compte que pendant la période que celle-ci autorise.'
      : '',
    uses('trainingHours', 'trainings', 'everyMemberTrained') ? trainingSentence(thresholds) : '',
    uses('trainingHours')
      ? `Ses heures comptent pendant ${counted(thresholds.trainingExpiryYears, 'année scolaire', 'années scolaires')}.`
      : '',
    uses('reviewYears', 'everyMemberReviewed') ? reviewSentences(thresholds) : '',
  ];
  return sentences.filter((sentence) => sentence !== '');
}

function reviewSentences({ reviewWaivedBefore, selfReportRestYears }: Thresholds): string {
  return (
    `À défaut de point d’étape, un bilan écrit en tient lieu, au plus une fois en ${counted(selfReportRestYears + 1, 'an', 'ans')}. ` +
    `Avant ${schoolYearLabel(reviewWaivedBefore)}, une année ou une demi-année d’engagement vaut point d’étape.`
  );
}

function trainingSentence({ trainingKinds, trainingProof }: Thresholds): string {
  const kinds = trainingKinds.map((kind) => eventKindLabels[kind].toLowerCase());
  const proofs = PROOF_LEVELS.filter((level) => level >= trainingProof).map((level) => proofLabels[level]);
  return `Une formation (${list(kinds, 'ou')}) compte avec une preuve de présence${COLON}${list(proofs, 'ou')}.`;
}
