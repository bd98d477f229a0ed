import { audit } from '../../domain/audit.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Clock, Ids, Store } from '../ports.ts';

export interface OpenCampaign {
  readonly name: string;
  readonly schoolYear: SchoolYear;
  readonly closesOn: LocalDate;
  readonly actor: PersonId;
}

interface Needs {
  readonly store: Pick<Store, 'commit' | 'isCampaignNamed'>;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'awardId'>;
}

/** Opens a campaign and begins the job that asks the principals. Throws `name-taken` where another campaign
 *  has the name, because lists show campaigns by name. */
export const openCampaign =
  ({ store, clock, ids }: Needs) =>
  async ({ actor, ...asked }: OpenCampaign): Promise<Campaign | 'name-taken'> => {
    if (await store.isCampaignNamed(asked.name)) return 'name-taken';
    const at = clock.now();
    // These ids grow with time, so campaigns can be listed by id with the newest first.
    const campaign: Campaign = { ...asked, id: ids.awardId(), openedAt: at, openedBy: actor };
    await store.commit([
      { kind: 'campaign-opened', campaign },
      audit('campaign-opened', { at, actor, subject: campaign.id }),
    ]);
    return campaign;
  };
