import { audit } from '../../domain/audit.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

export interface OpenCampaign {
  readonly name: string;
  readonly schoolYear: SchoolYear;
  readonly closesOn: LocalDate;
  readonly actor: PersonId;
}

/** Opens a campaign, for which a job then asks the principals. Sent again by the same author, it gives the
 *  campaign that stands. `name-taken` where another campaign has the name, because lists show campaigns by
 *  name. */
export const openCampaign =
  ({ store, clock, ids }: Ports) =>
  ({ actor, ...asked }: OpenCampaign): Promise<Campaign | 'name-taken'> =>
    onceMore(async () => {
      const named = await store.readCampaignNamed(asked.name);
      if (named) return isSame(named, { actor, ...asked }) ? named : 'name-taken';
      const at = clock.now();
      // These ids grow with time, so campaigns can be listed by id with the newest first.
      const campaign: Campaign = { ...asked, id: ids.awardId(), openedAt: at, openedBy: actor };
      await store.commit([
        { kind: 'campaign-opened', campaign },
        audit('campaign-opened', { at, actor, subject: campaign.id }),
      ]);
      return campaign;
    });

function isSame(campaign: Campaign, { actor, name, schoolYear, closesOn }: OpenCampaign): boolean {
  return (
    campaign.closedAt === undefined &&
    campaign.openedBy === actor &&
    campaign.name === name &&
    campaign.schoolYear === schoolYear &&
    campaign.closesOn === closesOn
  );
}
