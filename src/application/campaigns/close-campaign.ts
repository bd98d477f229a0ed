import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';

export interface CloseCampaign {
  readonly id: string;
  /** True to take back the unanswered requests as well. */
  readonly cancelled: boolean;
  readonly actor: PersonId;
}

/** Closes a campaign now, or cancels it. When it is cancelled, its unanswered requests are taken back: no
 *  reminders follow, and a later campaign may ask again. Answers are kept. Throws `not-found`, and
 *  `settled-meanwhile` where that is done already. */
export const closeCampaign =
  ({ store, clock }: Ports) =>
  ({ id, cancelled, actor }: CloseCampaign): Promise<void> =>
    onceMore(async () => {
      const campaign = await store.readCampaign(id);
      if (!campaign) throw new DomainError('not-found');
      if (cancelled ? campaign.cancelled : campaign.closedAt) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      const action = cancelled ? 'campaign-cancelled' : 'campaign-closed';
      await store.commit([
        { kind: 'campaign-closed', id, at, cancelled },
        audit(action, { at, actor, subject: id }),
      ]);
    });
