import type { Finding } from '../../domain/criteria/evaluation.ts';
import type { CriteriaTextContext } from '../criteria-context.ts';
import type { criteriaTexts as fr } from '../fr/criteria.ts';
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

/** How the requirement is met, or what is missing. */
function describeFinding(finding: Finding, context: CriteriaTextContext): string {
  return finding.met ? met(finding, context) : missing(finding, context);
}

/** Criteria, findings and the words of the domain, in English. */
export const criteriaTexts = {
  requirement,
  span,
  within: (span: string, requirement: string) =>
    `${span}: ${requirement.charAt(0).toLowerCase()}${requirement.slice(1)}`,
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
} satisfies typeof fr;
