import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../../adapters/http/components/pagination.tsx';
import { confirmChosen } from '../../adapters/http/confirmations/requests-without-answer.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import type { FormState } from '../../adapters/http/forms/context.ts';
import { Form } from '../../adapters/http/forms/elements.tsx';
import { DateField, ErrorSummary, SelectField, TextField } from '../../adapters/http/forms/inputs.tsx';
import { noFields, optionalText, requiredDate, requiredText } from '../../adapters/http/forms/schema.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import { schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import { renderRequests, renderUnansweredSchools } from './dane-lists.tsx';
import { renderPreview } from './dane-preview.tsx';
import {
  renderCampaign,
  renderCampaignDocuments,
  renderEnd,
  requiredCampaign,
  stateOf,
} from './dane-requests.tsx';
import { type Campaign, isOpen } from './feature.ts';

const openForm = z.object({
  name: requiredText(100),
  schoolYear: requiredText(4),
  closesOn: requiredDate,
  confirm: optionalText(),
});

const PATH = '/dane/campaigns';
const ONE = `${PATH}/:id`;

/** `/dane/campaigns`: opening a campaign, its figures and its lists, confirming on documents, and its end. */
export const daneCampaignPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderCampaigns)
    .form(PATH, 'keep-register', { page: renderCampaigns, schema: openForm, act: open })
    .page(`${PATH}/preview`, 'keep-register', renderFirst)
    .page(`${ONE}/preview`, 'keep-register', renderMore)
    .page(ONE, 'read-register', renderCampaign)
    .form(`${ONE}/ask`, 'keep-register', {
      schema: noFields,
      act: async (request) => ask(request, await requiredOpen(request)),
    })
    .page(`${ONE}/documents`, 'read-register', renderCampaignDocuments)
    .form(`${ONE}/confirm`, 'confirm-on-documents', confirmChosen(renderCampaign, hrefOf))
    .page(`${ONE}/requests`, 'read-register', renderRequests)
    .page(`${ONE}/schools`, 'read-register', renderUnansweredSchools)
    .page(`${ONE}/end`, 'keep-register', renderEnd)
    .form(`${ONE}/closing`, 'keep-register', {
      page: renderEnd,
      schema: noFields,
      act: (request) => close(request, false),
      done: 'campaign-closed',
      back: hrefOf,
    })
    .form(`${ONE}/cancellation`, 'keep-register', {
      page: renderEnd,
      schema: noFields,
      act: (request) => close(request, true),
      done: 'campaign-cancelled',
      back: hrefOf,
    });

function hrefOf({ param }: PageRequest): string {
  return `${PATH}/${encodeURIComponent(param('id'))}`;
}

async function close({ services, param, me }: PageRequest, cancelled: boolean): Promise<void> {
  await services.closeCampaign({ id: param('id'), cancelled, actor: me });
}

/** The current school year and the previous one. */
function yearsOf(today: LocalDate): readonly number[] {
  const current = schoolYearOf(today);
  return [current, current - 1];
}

/** Opens a campaign and starts the job that asks; a page with the requests comes first. */
async function open(request: PageRequest, { name, closesOn, confirm, ...said }: z.output<typeof openForm>) {
  if (closesOn < request.today) return { faults: { closesOn: 'end-before-start' } } as const;
  const schoolYear = yearsOf(request.today).find((year) => String(year) === said.schoolYear);
  if (schoolYear === undefined) return { faults: { schoolYear: 'invalid-choice' } } as const;
  if (confirm !== 'yes') {
    if (await request.store.readCampaignNamed(name)) return { faults: { name: 'taken' } } as const;
    const requested = { name, closesOn, schoolYear: said.schoolYear };
    return `${PATH}/preview?${new URLSearchParams(requested)}`;
  }
  const opened = await request.services.openCampaign({ name, closesOn, schoolYear, actor: request.me });
  return opened === 'name-taken' ? ({ faults: { name: 'taken' } } as const) : ask(request, opened);
}

/** Starts the job that asks, and answers with the address of its progress. */
async function ask({ services, me }: PageRequest, { id }: Campaign) {
  const job = await services.beginJob({ kind: 'ask-confirmations', campaignId: id }, me);
  return `/dane/jobs/${job.id}`;
}

async function requiredOpen(request: PageRequest): Promise<Campaign> {
  const campaign = await requiredCampaign(request);
  if (!isOpen(campaign, request.today)) throw new DomainError('not-found');
  return campaign;
}

/** The requests that the campaign of the address would send. Nothing is stored before it is sent. */
function renderFirst(request: PageRequest) {
  const { name = '', schoolYear: year = '', closesOn = '' } = request.c.req.query();
  const schoolYear = yearsOf(request.today).find((one) => String(one) === year);
  if (schoolYear === undefined || !name) return request.c.redirect(PATH, 303);
  const kept = { name, schoolYear: year, closesOn };
  return renderPreview(request, {
    name,
    schoolYear,
    closesOn,
    path: `${PATH}/preview`,
    kept,
    action: PATH,
    sent: { ...kept, confirm: 'yes' },
    backHref: `${PATH}?${new URLSearchParams(kept)}#name`,
    isOpen: false,
  });
}

/** The requests that would be added to an open campaign. */
async function renderMore(request: PageRequest) {
  const { id, name, schoolYear, closesOn } = await requiredOpen(request);
  const href = `${PATH}/${id}`;
  return renderPreview(request, {
    name,
    schoolYear,
    closesOn,
    path: `${href}/preview`,
    kept: {},
    action: `${href}/ask`,
    sent: {},
    backHref: href,
    isOpen: true,
  });
}

/** Every campaign, newest first, and the form that opens one. */
async function renderCampaigns(request: PageRequest) {
  const t = request.t.campaigns;
  const { rows, last } = pageOf(await request.store.readCampaigns(sliceOf(request)));
  return (
    <DaneLayout section="campaigns" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a href="/dane/confirmations">{request.t.dane.confirmations.link}</a>
      </p>
      {rows.length === 0 ? <EmptyState>{t.none}</EmptyState> : renderTable(request, rows)}
      <Paging next={last && `${PATH}?${new URLSearchParams({ after: last.id })}`} />
      {renderOpenForm(request)}
    </DaneLayout>
  );
}

function renderTable({ t: texts, today }: PageRequest, campaigns: readonly Campaign[]) {
  const t = texts.campaigns;
  return (
    <CardTable
      rows={campaigns}
      columns={[
        { heading: t.name, cell: ({ id, name }) => <a href={`${PATH}/${id}`}>{name}</a>, names: true },
        { heading: t.schoolYear, cell: ({ schoolYear }) => schoolYearLabel(schoolYear) },
        { heading: t.openedOn, cell: ({ openedAt }) => texts.day(openedAt) },
        { heading: t.closesOn, cell: ({ closesOn }) => texts.day(closesOn) },
        { heading: t.state, cell: (campaign) => t.states[stateOf(campaign, today)] },
      ]}
    />
  );
}

function renderOpenForm(request: PageRequest) {
  const t = request.t.campaigns;
  const form = request.sent ?? formBeforePreview(request);
  const years = yearsOf(request.today).map((year) => ({ value: `${year}`, label: schoolYearLabel(year) }));
  return (
    <Form action={PATH} form={form} labels={t} summary={false} submit={t.openButton}>
      <h2>{t.open}</h2>
      {!request.ports.mailer && <p class="notice">{t.noMailer}</p>}
      <ErrorSummary form={form} labels={t} />
      <TextField name="name" maxlength={100} />
      <SelectField name="schoolYear" choices={years} />
      <DateField name="closesOn" />
    </Form>
  );
}

/** The values typed before the preview, to be changed. */
function formBeforePreview({ query }: PageRequest): FormState {
  const names = ['name', 'schoolYear', 'closesOn'];
  return { values: Object.fromEntries(names.map((name) => [name, [query(name) ?? '']])), faults: {} };
}
