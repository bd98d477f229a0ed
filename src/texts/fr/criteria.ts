import type { Finding } from '../../domain/criteria/evaluation.ts';
import type { CriteriaTextContext } from '../criteria-context.ts';
import {
  confirmationLabels,
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
  roleLabels,
} from './criteria-labels.ts';
import { met } from './criteria-met.ts';
import { missing } from './criteria-missing.ts';
import { achievementNarrative, countingRules } from './criteria-narrative.ts';
import { requirement, span } from './criteria-requirement.ts';
import { COLON } from './criteria-words.ts';

/** How the requirement is met, or what is missing. */
function describeFinding(finding: Finding, context: CriteriaTextContext): string {
  return finding.met ? met(finding, context) : missing(finding, context);
}

/** Criteria, their findings and the words of the field, in French. */
export const criteriaTexts = {
  requirement,
  span,
  within: (span: string, requirement: string) =>
    `${span}${COLON}${requirement.charAt(0).toLowerCase()}${requirement.slice(1)}`,
  missing,
  met,
  describeFinding,
  achievementNarrative,
  countingRules,
  roles: roleLabels,
  contributions: contributionLabels,
  eventKinds: eventKindLabels,
  confirmations: confirmationLabels,
  proofLevels: proofLabels,
  reviewKinds: reviewKindLabels,
};
