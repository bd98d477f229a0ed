import type { AchievementDefinition, Thresholds } from '../../domain/criteria/criteria.ts';
import { flattenRule } from '../../domain/criteria/rule-parts.ts';
import { PROOF_LEVELS } from '../../domain/records.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { type CriteriaTextContext, citedMissions } from '../criteria-context.ts';
import { eventKindLabels, proofLabels } from './criteria-labels.ts';
import { requirement } from './criteria-requirement.ts';
import { counted, list, number } from './criteria-words.ts';

/** A badge's criteria in Markdown, as they accompany the badge (OB 3.0, Criteria.narrative). */
export function achievementNarrative(
  definition: AchievementDefinition,
  context: CriteriaTextContext,
): string {
  const { requirements, validityYears, recipient } = definition;
  const rules = requirements.map(({ rule }) => rule);
  const lines = rules.map((rule) => `- ${requirement(rule, context)}`);
  const cited = citedMissions(rules, context.framework);
  const missions = cited.map(({ code, label }) => `- **${code}**: ${label.en}`);
  const validity =
    validityYears === undefined
      ? 'This badge has no end date.'
      : `This badge is valid until 31 August, ${counted(validityYears, 'school year', 'school years')} after that of the award${recipient === 'person' ? ', and can be renewed' : ''}.`;
  return [
    'To receive this badge, all of these are met:',
    lines.join('\n'),
    ...(missions.length > 0 ? ['The missions named:', missions.join('\n')] : []),
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
      ? `A school year counts as a year from ${number(thresholds.fullYearDays)} days of confirmed engagement between 1 September and 30 June, and as half a year from ${number(thresholds.halfYearDays)} days.`
      : '',
    uses('families', 'missions', 'teamFamilies')
      ? `A mission is covered from ${number(thresholds.coveredMissionDays)} days within the school year; a family is, as soon as one of its missions is.`
      : '',
    uses('families', 'teamFamilies')
      ? 'A mission that depends on the local authority counts only during the period it authorises.'
      : '',
    uses('trainingHours', 'trainings', 'everyMemberTrained') ? trainingSentence(thresholds) : '',
    uses('trainingHours')
      ? `Its hours count for ${counted(thresholds.trainingExpiryYears, 'school year', 'school years')}.`
      : '',
    uses('reviewYears', 'everyMemberReviewed') ? reviewSentences(thresholds) : '',
  ];
  return sentences.filter((sentence) => sentence !== '');
}

function reviewSentences({ reviewWaivedBefore, selfReportRestYears }: Thresholds): string {
  return (
    `Where no progress review was held, a written report stands in for it, at most once in ${counted(selfReportRestYears + 1, 'year', 'years')}. ` +
    `Before ${schoolYearLabel(reviewWaivedBefore)}, a year or half a year of engagement counts as reviewed.`
  );
}

function trainingSentence({ trainingKinds, trainingProof }: Thresholds): string {
  const kinds = trainingKinds.map((kind) => eventKindLabels[kind].toLowerCase());
  const proofs = PROOF_LEVELS.filter((level) => level >= trainingProof).map((level) => proofLabels[level]);
  return `A training (${list(kinds, 'or')}) counts with a proof of attendance: ${list(proofs, 'or')}.`;
}
