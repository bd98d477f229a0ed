import { confirmSilent } from '../confirmations/confirm-silent.ts';
import { readCoverageTable } from '../coverage/read-coverage-table.ts';
import { readDepartmentTable } from '../coverage/read-department-table.ts';
import { closeCampaign } from './close-campaign.ts';
import { openCampaign } from './open-campaign.ts';
import { previewCampaign } from './preview-campaign.ts';

type Needs = Parameters<typeof readCoverageTable>[0] &
  Parameters<typeof readDepartmentTable>[0] &
  Parameters<typeof openCampaign>[0] &
  Parameters<typeof previewCampaign>[0] &
  Parameters<typeof confirmSilent>[0];

/** Use cases of coverage and of campaigns of confirmation requests. */
export function campaignServices(ports: Needs) {
  return {
    readCoverageTable: readCoverageTable(ports),
    readDepartmentTable: readDepartmentTable(ports),
    openCampaign: openCampaign(ports),
    closeCampaign: closeCampaign(ports),
    previewCampaign: previewCampaign(ports),
    confirmSilent: confirmSilent(ports),
  };
}
