import type { Ports } from '../service-ports.ts';
import { changeApprovals } from '../settings/change-approvals.ts';
import { adoptCriteria, previewCriteria } from './adopt-criteria.ts';
import { draftCriteria, judgeDraft, withdrawDraft } from './draft-criteria.ts';
import { withdrawCriteria } from './withdraw-criteria.ts';

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
