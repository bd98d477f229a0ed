import type { Finding } from '../../domain/evaluation.ts';
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
import { requirement } from './criteria-requirement.ts';

/** Comment l’exigence est remplie, ou ce qui manque. */
function describeFinding(finding: Finding, context: CriteriaTextContext): string {
  return finding.met ? met(finding, context) : missing(finding, context);
}

/** Les critères, leurs bilans et les mots du domaine, en français. */
export const criteriaTexts = {
  requirement,
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
