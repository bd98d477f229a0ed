import { raw } from 'hono/html';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { renderDocuments } from '../../adapters/http/confirmations/confirmed-on-documents.tsx';
import {
  leftSentences,
  readSilent,
  SilentForm,
} from '../../adapters/http/confirmations/requests-without-answer.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { ErrorSummary } from '../../adapters/http/forms/inputs.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { CONFIRMATION_REQUEST_STATES } from '../../domain/confirmation/request.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { type BarSlice, stackedBarSvg } from '../../drawings/stacked-bar-svg.ts';
import { type Campaign, isOpen } from './feature.ts';

/** The campaign that the address names. */
export async function requiredCampaign({ store, param }: PageRequest): Promise<Campaign> {
  const campaign = await store.readCampaign(param('id'));
  if (!campaign) throw new DomainError('not-found');
  return campaign;
}

export function stateOf(campaign: Campaign, today: LocalDate): 'cancelled' | 'open' | 'closed' {
  if (campaign.cancelled) return 'cancelled';
  return isOpen(campaign, today) ? 'open' : 'closed';
}

/** `/dane/campaigns/{id}`: the figures of the answers, and the requests that may be confirmed on
 *  documents. */
export async function renderCampaign(request: PageRequest) {
  const { form, query } = request;
  const t = request.t.campaigns;
  const campaign = await requiredCampaign(request);
  const { id, name } = campaign;
  const state = stateOf(campaign, request.today);
  const href = `/dane/campaigns/${id}`;
  const silent = await readSilent(request, id);
  const figures = await readFigures(request, id, silent.askedUntil);
  const requested = figures.reduce((sum, { count }) => sum + count, 0);
  const after = query('after');
  return (
    <DaneLayout section="campaigns" title={t.one(name)}>
      {leftSentences(request, query('left') ?? '').map((sentence) => (
        <p class="notice" role="status">
          {sentence}
        </p>
      ))}
      <ErrorSummary form={form} labels={{ references: t.select, documents: t.documents }} />
      <p class="lede">{t.asked(requested)}</p>
      <p>
        {t.about(
          schoolYearLabel(campaign.schoolYear),
          request.t.day(campaign.openedAt),
          request.t.day(campaign.closesOn),
        )}
      </p>
      {state === 'cancelled' && <p class="notice">{t.isCancelled}</p>}
      {requested > 0 && renderFigures(request, id, figures)}
      <Ways href={href} state={state} />
      <h2 id="references">{t.silent}</h2>
      {silent.lines.length === 0 ? (
        <EmptyState>{t.silentNone}</EmptyState>
      ) : (
        <SilentForm
          {...silent}
          href={href}
          action={`${href}/confirm${after ? `?${new URLSearchParams({ after })}` : ''}`}
          form={form}
          lede={t.silentLede}
        />
      )}
      <p>
        <a href={`${href}/documents`}>{t.documentsLink}</a>
      </p>
      <p>
        <a href="/dane/campaigns">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The other pages of a campaign. */
function Ways({ href, state }: { href: string; state: ReturnType<typeof stateOf> }) {
  const t = usePageContext().t.campaigns;
  return (
    <div class="actions">
      {state === 'open' && (
        <a class="button-secondary" href={`${href}/preview`}>
          {t.askMore}
        </a>
      )}
      <a class="button-secondary" href={`${href}/requests`}>
        {t.requestsLink}
      </a>
      <a class="button-secondary" href={`${href}/schools`}>
        {t.schoolsLink}
      </a>
      {state !== 'cancelled' && <a href={`${href}/end`}>{t.endLink}</a>}
    </div>
  );
}

const PATTERNS = {
  answered: 'solid',
  waiting: 'empty',
  reminded: 'dotted',
  silent: 'hatched',
} as const satisfies Readonly<Record<string, BarSlice['pattern']>>;

/** The numbers of requests by their state, as parts of a drawing. */
async function readFigures({ store, t }: PageRequest, campaignId: string, requestedUntil: Instant) {
  const counts = await store.countCampaignRequests(campaignId, requestedUntil);
  return CONFIRMATION_REQUEST_STATES.map((state) => ({
    state,
    label: t.campaigns.parts[state],
    count: counts[state],
    pattern: PATTERNS[state],
  }));
}

function renderFigures(
  request: PageRequest,
  campaignId: string,
  parts: Awaited<ReturnType<typeof readFigures>>,
) {
  const t = request.t.campaigns;
  const description = t.drawingText(parts.map(({ label, count }) => t.drawingPart(label, count)));
  return (
    <>
      <h2>{t.figures}</h2>
      <div class="drawing">
        {raw(stackedBarSvg({ title: t.figures, description, parts }))}
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
              {parts.map(({ state, label, count }) => (
                <tr>
                  <th scope="row">
                    <a href={`/dane/campaigns/${campaignId}/requests?state=${state}`}>{label}</a>
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

/** The engagements of the campaign that were confirmed on documents. */
export async function renderCampaignDocuments(request: PageRequest) {
  const { id, name } = await requiredCampaign(request);
  const t = request.t.campaigns;
  const back = { href: `/dane/campaigns/${id}`, label: t.toCampaign };
  return renderDocuments(request, { title: t.documentsTitle(name), none: t.documentsNone, back }, id);
}

/** Explains closing and cancelling, with a form for each. */
export async function renderEnd(request: PageRequest) {
  const campaign = await requiredCampaign(request);
  const t = request.t.campaigns;
  const path = `/dane/campaigns/${campaign.id}`;
  const state = stateOf(campaign, request.today);
  return (
    <DaneLayout section="campaigns" title={t.endTitle(campaign.name)}>
      {state === 'open' && (
        <section>
          <h2>{t.close}</h2>
          <p>{t.closeText}</p>
          <ActionButton action={`${path}/closing`}>{t.closeButton}</ActionButton>
        </section>
      )}
      {state === 'cancelled' ? (
        <p class="notice">{t.isCancelled}</p>
      ) : (
        <section>
          <h2>{t.cancel}</h2>
          <p>{t.cancelText}</p>
          <ActionButton action={`${path}/cancellation`} class="secondary">
            {t.cancelButton}
          </ActionButton>
        </section>
      )}
      <p>
        <a href={path}>{t.toCampaign}</a>
      </p>
    </DaneLayout>
  );
}
