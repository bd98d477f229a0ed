import { describeCriteria } from '../../criteria/sentences.ts';
import type { criteriaTexts as fr } from '../../fr/criteria/page.ts';
import { OFFICE } from '../../office.ts';
import {
  confirmationLabels,
  contributionLabels,
  eventKindLabels,
  reviewKindLabels,
  roleLabels,
} from './labels.ts';
import { criteriaPhrases } from './phrases.ts';

/** Criteria, findings and the words of the domain, in English. */
export const criteriaTexts = {
  ...describeCriteria(criteriaPhrases),
  roles: roleLabels(OFFICE),
  contributions: contributionLabels,
  eventKinds: eventKindLabels,
  confirmations: confirmationLabels(OFFICE),
  reviewKinds: reviewKindLabels,
} satisfies typeof fr;
