import { raw } from 'hono/html';
import { FaultSummary, type FormState, TextArea } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { CampaignLine, FiguresView, SilentLine } from './campaign-view.ts';

export interface CampaignPageView {
  readonly campaign: CampaignLine;
  readonly figures: FiguresView;
  readonly silent: readonly SilentLine[];
  readonly nextHref?: string;
  readonly confirmAction: string;
  /** What a confirmation just left as it was, in words. */
  readonly left: readonly string[];
  readonly form: FormState;
}

/** `/dane/campaigns/{id}`: how the answers stand, and what may be confirmed on documents. */
export function CampaignPage({ frame, view }: { frame: PageFrame; view: CampaignPageView }) {
  const t = frame.t.dane.campaigns;
  const { campaign, figures } = view;
  return (
    <DaneLayout frame={frame} section="campaigns" title={t.one(campaign.name)}>
      {view.left.map((sentence) => (
        <p class="notice" role="status">
          {sentence}
        </p>
      ))}
      <FaultSummary
        frame={frame}
        form={view.form}
        labels={{ references: t.select, documents: t.documents }}
      />
      <p class="lede">{t.asked(figures.asked)}</p>
      <p>{t.about(campaign.schoolYear, frame.t.day(campaign.openedAt), frame.t.day(campaign.closesOn))}</p>
      {campaign.state === 'cancelled' && <p class="notice">{t.isCancelled}</p>}
      <Figures frame={frame} figures={figures} campaign={campaign} />
      <div class="actions">
        {campaign.open && (
          <form method="post" action={inLanguage(frame, `/dane/campaigns/${campaign.id}/ask`)}>
            <button type="submit" class="secondary">
              {t.askMore}
            </button>
          </form>
        )}
        <a class="button-secondary" href={inLanguage(frame, `/dane/campaigns/${campaign.id}/requests`)}>
          {t.requestsLink}
        </a>
        <a class="button-secondary" href={inLanguage(frame, `/dane/campaigns/${campaign.id}/schools`)}>
          {t.schoolsLink}
        </a>
        {campaign.state !== 'cancelled' && (
          <a href={inLanguage(frame, `/dane/campaigns/${campaign.id}/end`)}>{t.endLink}</a>
        )}
      </div>
      <h2 id="references">{t.silent}</h2>
      {view.silent.length === 0 ? <p>{t.silentNone}</p> : <Silent frame={frame} view={view} />}
      <p>
        <a href={inLanguage(frame, `/dane/campaigns/${campaign.id}/documents`)}>{t.documentsLink}</a>
      </p>
      <p>
        <a href={inLanguage(frame, '/dane/campaigns')}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function Figures({
  frame,
  figures,
  campaign,
}: {
  frame: PageFrame;
  figures: FiguresView;
  campaign: CampaignLine;
}) {
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
                    <a href={inLanguage(frame, `${requests}?state=${state}`)}>{label}</a>
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

function Silent({ frame, view }: { frame: PageFrame; view: CampaignPageView }) {
  const t = frame.t.dane.campaigns;
  return (
    <form method="post" action={inLanguage(frame, view.confirmAction)}>
      <p>{t.silentLede}</p>
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.select}</th>
            <th scope="col">{t.person}</th>
            <th scope="col">{t.school}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.missions}</th>
            <th scope="col">{t.askedOn}</th>
          </tr>
        </thead>
        <tbody>
          {view.silent.map((line) => (
            <SilentRow frame={frame} line={line} chosen={view.form.values['references'] ?? []} />
          ))}
        </tbody>
      </table>
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <div class="form">
        <TextArea
          frame={frame}
          form={view.form}
          name="documents"
          label={t.documents}
          help={t.documentsHelp}
          rows={2}
          maxlength={500}
        />
        <button type="submit">{t.confirm}</button>
      </div>
    </form>
  );
}

function SilentRow({
  frame,
  line,
  chosen,
}: {
  frame: PageFrame;
  line: SilentLine;
  chosen: readonly string[];
}) {
  const t = frame.t.dane.campaigns;
  const { reference, person, school, period } = line;
  const to = period.to && frame.t.day(period.to);
  return (
    <tr>
      <td data-label={t.select}>
        {line.own ? (
          <span class="note">{t.own}</span>
        ) : (
          <input
            type="checkbox"
            name="references"
            value={reference}
            checked={chosen.includes(reference)}
            aria-label={t.selectOne(person, school)}
          />
        )}
      </td>
      <th scope="row">
        <a href={inLanguage(frame, line.personHref)}>{person}</a>
      </th>
      <td data-label={t.school}>{school}</td>
      <td data-label={t.period}>{t.fromTo(frame.t.day(period.from), to)}</td>
      <td data-label={t.missions}>
        {line.missions.join(' ')}
        {line.roles.length > 0 && <span class="note block"> {line.roles.join(', ')}</span>}
      </td>
      <td data-label={t.askedOn}>{frame.t.day(line.askedAt)}</td>
    </tr>
  );
}
