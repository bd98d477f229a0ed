import { describeCriteria } from '../../criteria/sentences.ts';
import { OFFICE } from '../../office.ts';
import {
  confirmationLabels,
  contributionLabels,
  eventKindLabels,
  reviewKindLabels,
  roleLabels,
} from './labels.ts';
import { criteriaPhrases } from './phrases.ts';

/** Criteria, their findings and the words of the field, in French. */
export const criteriaTexts = {
  ...describeCriteria(criteriaPhrases),
  roles: roleLabels(OFFICE),
  contributions: contributionLabels,
  eventKinds: eventKindLabels,
  confirmations: confirmationLabels(OFFICE),
  reviewKinds: reviewKindLabels,
};
