import { closeCampaign, openCampaign, previewCampaign } from '../campaigns.ts';
import { confirmSilent } from '../confirmations/confirm-silent.ts';
import { readCoverageTable, readDepartmentTable } from '../coverage/coverage-tables.ts';
import type { Ports } from '../service-ports.ts';

/** Use cases of coverage and of campaigns of confirmation requests. */
export function campaignServices(ports: Ports) {
  return {
    readCoverageTable: readCoverageTable(ports),
    readDepartmentTable: readDepartmentTable(ports),
    openCampaign: openCampaign(ports),
    closeCampaign: closeCampaign(ports),
    previewCampaign: previewCampaign(ports),
    confirmSilent: confirmSilent(ports),
  };
}
