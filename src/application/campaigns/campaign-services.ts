import { confirmSilent } from '../confirmations/confirm-silent.ts';
import { readCoverageTable } from '../coverage/read-coverage-table.ts';
import { readDepartmentTable } from '../coverage/read-department-table.ts';
import type { Ports } from '../service-ports.ts';
import { closeCampaign } from './close-campaign.ts';
import { openCampaign } from './open-campaign.ts';
import { previewCampaign } from './preview-campaign.ts';

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
