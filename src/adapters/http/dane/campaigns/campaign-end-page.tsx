import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { CampaignLine } from './campaign-view.ts';

/** `/dane/campaigns/{id}/end`: explains closing and cancelling, with a form for each. */
export function CampaignEndPage({ campaign }: { campaign: CampaignLine }) {
  const t = useFrame().t.dane.campaigns;
  const path = `/dane/campaigns/${campaign.id}`;
  return (
    <DaneLayout section="campaigns" title={t.endTitle(campaign.name)}>
      {campaign.open && (
        <section>
          <h2>{t.close}</h2>
          <p>{t.closeText}</p>
          <ActButton action={`${path}/closing`}>{t.closeButton}</ActButton>
        </section>
      )}
      {campaign.state === 'cancelled' ? (
        <p class="notice">{t.isCancelled}</p>
      ) : (
        <section>
          <h2>{t.cancel}</h2>
          <p>{t.cancelText}</p>
          <ActButton action={`${path}/cancellation`} class="secondary">
            {t.cancelButton}
          </ActButton>
        </section>
      )}
      <p>
        <a href={path}>{t.toCampaign}</a>
      </p>
    </DaneLayout>
  );
}
