import { sayCriteria } from '../criteria/say-criteria.ts';
import { OFFICE } from '../office.ts';
import {
  confirmationLabels,
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
  roleLabels,
} from './criteria-labels.ts';
import { criteriaPhrases } from './criteria-phrases.ts';

/** Criteria, their findings and the words of the field, in French. */
export const criteriaTexts = {
  ...sayCriteria(criteriaPhrases),
  roles: roleLabels(OFFICE),
  contributions: contributionLabels,
  eventKinds: eventKindLabels,
  confirmations: confirmationLabels(OFFICE),
  proofLevels: proofLabels,
  reviewKinds: reviewKindLabels,
};
