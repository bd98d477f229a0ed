import type { Ports } from '../service-ports.ts';
import { changeApprovals } from '../settings/change-settings.ts';
import {
  adoptCriteria,
  draftCriteria,
  judgeDraft,
  previewCriteria,
  withdrawCriteria,
  withdrawDraft,
} from './workshop.ts';

/** Use cases to adopt and withdraw versions of the criteria. */
export function criteriaServices(ports: Ports) {
  return {
    previewCriteria: previewCriteria(ports),
    adoptCriteria: adoptCriteria(ports),
    withdrawCriteria: withdrawCriteria(ports),
    draftCriteria: draftCriteria(ports),
    judgeDraft: judgeDraft(ports),
    withdrawDraft: withdrawDraft(ports),
    changeApprovals: changeApprovals(ports),
  };
}
