import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { CampaignLine } from './campaign-view.ts';

/** `/dane/campaigns/{id}/end`: what closing and cancelling mean, and the two acts. */
export function CampaignEndPage({ campaign }: { campaign: CampaignLine }) {
  const t = useFrame().t.dane.campaigns;
  const path = `/dane/campaigns/${campaign.id}`;
  return (
    <DaneLayout section="campaigns" title={t.endTitle(campaign.name)}>
      {campaign.open && (
        <section>
          <h2>{t.close}</h2>
          <p>{t.closeText}</p>
          <form method="post" action={`${path}/closing`}>
            <button type="submit">{t.closeButton}</button>
          </form>
        </section>
      )}
      {campaign.state === 'cancelled' ? (
        <p class="notice">{t.isCancelled}</p>
      ) : (
        <section>
          <h2>{t.cancel}</h2>
          <p>{t.cancelText}</p>
          <form method="post" action={`${path}/cancellation`}>
            <button type="submit" class="secondary">
              {t.cancelButton}
            </button>
          </form>
        </section>
      )}
      <p>
        <a href={path}>{t.toCampaign}</a>
      </p>
    </DaneLayout>
  );
}
