import { raw } from 'hono/html';
import { type readSilent, SilentForm } from '../../confirmations/silent.tsx';
import { FaultSummary } from '../../shell/fields.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { CampaignLine, FiguresView } from './campaign-view.ts';

export interface CampaignPageView {
  readonly silent: Awaited<ReturnType<typeof readSilent>>;
  readonly confirmAction: string;
  readonly form: FormState;
  readonly campaign: CampaignLine;
  readonly figures: FiguresView;
  /** Segments that the last confirmation left unchanged, with the reasons in words. */
  readonly left: readonly string[];
}

/** `/dane/campaigns/{id}`: the figures of the answers, and the requests that may be confirmed on
 *  documents. */
export function CampaignPage({ view }: { view: CampaignPageView }) {
  const frame = useFrame();
  const t = frame.t.dane.campaigns;
  const { campaign, figures } = view;
  return (
    <DaneLayout section="campaigns" title={t.one(campaign.name)}>
      {view.left.map((sentence) => (
        <p class="notice" role="status">
          {sentence}
        </p>
      ))}
      <FaultSummary form={view.form} labels={{ references: t.select, documents: t.documents }} />
      <p class="lede">{t.asked(figures.asked)}</p>
      <p>{t.about(campaign.schoolYear, frame.t.day(campaign.openedAt), frame.t.day(campaign.closesOn))}</p>
      {campaign.state === 'cancelled' && <p class="notice">{t.isCancelled}</p>}
      <Figures figures={figures} campaign={campaign} />
      <div class="actions">
        {campaign.open && (
          <a class="button-secondary" href={`/dane/campaigns/${campaign.id}/preview`}>
            {t.askMore}
          </a>
        )}
        <a class="button-secondary" href={`/dane/campaigns/${campaign.id}/requests`}>
          {t.requestsLink}
        </a>
        <a class="button-secondary" href={`/dane/campaigns/${campaign.id}/schools`}>
          {t.schoolsLink}
        </a>
        {campaign.state !== 'cancelled' && <a href={`/dane/campaigns/${campaign.id}/end`}>{t.endLink}</a>}
      </div>
      <h2 id="references">{t.silent}</h2>
      {view.silent.lines.length === 0 ? (
        <p>{t.silentNone}</p>
      ) : (
        <SilentForm
          {...view.silent}
          href={`/dane/campaigns/${campaign.id}`}
          action={view.confirmAction}
          form={view.form}
          lede={t.silentLede}
        />
      )}
      <p>
        <a href={`/dane/campaigns/${campaign.id}/documents`}>{t.documentsLink}</a>
      </p>
      <p>
        <a href="/dane/campaigns">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function Figures({ figures, campaign }: { figures: FiguresView; campaign: CampaignLine }) {
  const frame = useFrame();
  const requests = `/dane/campaigns/${campaign.id}/requests`;
  const t = frame.t.dane.campaigns;
  if (figures.drawing === undefined) return null;
  return (
    <>
      <h2>{t.figures}</h2>
      <div class="drawing">
        {raw(figures.drawing)}
        <details class="fold">
          <summary>{t.asTable}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.part}</th>
                <th scope="col">{t.segments}</th>
              </tr>
            </thead>
            <tbody>
              {figures.parts.map(({ state, label, count }) => (
                <tr>
                  <th scope="row">
                    <a href={`${requests}?state=${state}`}>{label}</a>
                  </th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </>
  );
}
