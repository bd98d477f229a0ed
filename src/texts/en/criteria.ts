import { sayCriteria } from '../criteria/say-criteria.ts';
import type { criteriaTexts as fr } from '../fr/criteria.ts';
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

/** Criteria, findings and the words of the domain, in English. */
export const criteriaTexts = {
  ...sayCriteria(criteriaPhrases),
  roles: roleLabels(OFFICE),
  contributions: contributionLabels,
  eventKinds: eventKindLabels,
  confirmations: confirmationLabels(OFFICE),
  proofLevels: proofLabels,
  reviewKinds: reviewKindLabels,
} satisfies typeof fr;
