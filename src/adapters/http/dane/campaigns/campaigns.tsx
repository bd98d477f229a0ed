import { z } from 'zod';
import { type Campaign, isOpen } from '../../../../domain/campaign/campaign.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { LocalDate } from '../../../../domain/time/calendar.ts';
import { schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Empty } from '../../components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../../components/pagination.tsx';
import { confirmChosen } from '../../confirmations/requests-without-answer.tsx';
import type { AppDeps } from '../../env.ts';
import type { FormState } from '../../forms/context.ts';
import { Form } from '../../forms/elements.tsx';
import { DateField, FaultSummary, SelectField, TextField } from '../../forms/inputs.tsx';
import { noFields, optionalText, requiredDate, requiredText } from '../../forms/schema.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { drawCampaign, drawCampaignDocuments, drawEnd, requiredCampaign, stateOf } from './campaign.tsx';
import { drawRequests, drawUnanswered } from './campaign-lists.tsx';
import { drawPreview } from './campaign-preview.tsx';

const openForm = z.object({
  name: requiredText(100),
  schoolYear: requiredText(4),
  closesOn: requiredDate,
  confirm: optionalText(),
});

const PATH = '/dane/campaigns';
const ONE = `${PATH}/:id`;

/** `/dane/campaigns`: opening a campaign, its figures and its lists, confirming on documents, and its end. */
export const campaignPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'read-register', drawCampaigns)
    .form(PATH, 'keep-register', { page: drawCampaigns, schema: openForm, act: open })
    .page(`${PATH}/preview`, 'keep-register', drawFirst)
    .page(`${ONE}/preview`, 'keep-register', drawMore)
    .page(ONE, 'read-register', drawCampaign)
    .form(`${ONE}/ask`, 'keep-register', {
      schema: noFields,
      act: async (visit) => ask(visit, await requiredOpen(visit)),
    })
    .page(`${ONE}/documents`, 'read-register', drawCampaignDocuments)
    .form(`${ONE}/confirm`, 'confirm-on-documents', confirmChosen(drawCampaign, hrefOf))
    .page(`${ONE}/requests`, 'read-register', drawRequests)
    .page(`${ONE}/schools`, 'read-register', drawUnanswered)
    .page(`${ONE}/end`, 'keep-register', drawEnd)
    .form(`${ONE}/closing`, 'keep-register', {
      page: drawEnd,
      schema: noFields,
      act: (visit) => close(visit, false),
      done: 'campaign-closed',
      back: hrefOf,
    })
    .form(`${ONE}/cancellation`, 'keep-register', {
      page: drawEnd,
      schema: noFields,
      act: (visit) => close(visit, true),
      done: 'campaign-cancelled',
      back: hrefOf,
    });

function hrefOf({ param }: Visit): string {
  return `${PATH}/${encodeURIComponent(param('id'))}`;
}

async function close({ services, param, me }: Visit, cancelled: boolean): Promise<void> {
  await services.closeCampaign({ id: param('id'), cancelled, actor: me });
}

/** The current school year and the previous one. */
function yearsOf(today: LocalDate): readonly number[] {
  const current = schoolYearOf(today);
  return [current, current - 1];
}

/** Opens a campaign and starts the job that asks; a page with the requests comes first. */
async function open(visit: Visit, { name, closesOn, confirm, ...said }: z.output<typeof openForm>) {
  if (closesOn < visit.today) return { faults: { closesOn: 'end-before-start' } } as const;
  const schoolYear = yearsOf(visit.today).find((year) => String(year) === said.schoolYear);
  if (schoolYear === undefined) return { faults: { schoolYear: 'invalid-choice' } } as const;
  if (confirm !== 'yes') {
    if (await visit.store.readCampaignNamed(name)) return { faults: { name: 'taken' } } as const;
    const asked = { name, closesOn, schoolYear: said.schoolYear };
    return `${PATH}/preview?${new URLSearchParams(asked)}`;
  }
  const opened = await visit.services.openCampaign({ name, closesOn, schoolYear, actor: visit.me });
  return opened === 'name-taken' ? ({ faults: { name: 'taken' } } as const) : ask(visit, opened);
}

/** Starts the job that asks, and answers with the address of its progress. */
async function ask({ services, me }: Visit, { id }: Campaign) {
  const job = await services.beginJob({ kind: 'ask-confirmations', campaignId: id }, me);
  return `/dane/jobs/${job.id}`;
}

async function requiredOpen(visit: Visit): Promise<Campaign> {
  const campaign = await requiredCampaign(visit);
  if (!isOpen(campaign, visit.today)) throw new DomainError('not-found');
  return campaign;
}

/** The requests that the campaign of the address would send. Nothing is stored before it is sent. */
function drawFirst(visit: Visit) {
  const { name = '', schoolYear: year = '', closesOn = '' } = visit.c.req.query();
  const schoolYear = yearsOf(visit.today).find((one) => String(one) === year);
  if (schoolYear === undefined || !name) return visit.c.redirect(PATH, 303);
  const kept = { name, schoolYear: year, closesOn };
  return drawPreview(visit, {
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
async function drawMore(visit: Visit) {
  const { id, name, schoolYear, closesOn } = await requiredOpen(visit);
  const href = `${PATH}/${id}`;
  return drawPreview(visit, {
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
async function drawCampaigns(visit: Visit) {
  const t = visit.t.dane.campaigns;
  const { rows, last } = pageOf(await visit.store.readCampaigns(sliceOf(visit)));
  return (
    <DaneLayout section="campaigns" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a href="/dane/confirmations">{visit.t.dane.confirmations.link}</a>
      </p>
      {rows.length === 0 ? <Empty>{t.none}</Empty> : drawTable(visit, rows)}
      <Paging next={last && `${PATH}?${new URLSearchParams({ after: last.id })}`} />
      {drawOpenForm(visit)}
    </DaneLayout>
  );
}

function drawTable({ t: texts, today }: Visit, campaigns: readonly Campaign[]) {
  const t = texts.dane.campaigns;
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

function drawOpenForm(visit: Visit) {
  const t = visit.t.dane.campaigns;
  const form = visit.sent ?? typedBefore(visit);
  const years = yearsOf(visit.today).map((year) => ({ value: `${year}`, label: schoolYearLabel(year) }));
  return (
    <Form action={PATH} form={form} labels={t} summary={false} submit={t.openButton}>
      <h2>{t.open}</h2>
      {!visit.ports.mailer && <p class="notice">{t.noMailer}</p>}
      <FaultSummary form={form} labels={t} />
      <TextField name="name" maxlength={100} />
      <SelectField name="schoolYear" choices={years} />
      <DateField name="closesOn" />
    </Form>
  );
}

/** The values typed before the preview, to be changed. */
function typedBefore({ query }: Visit): FormState {
  const names = ['name', 'schoolYear', 'closesOn'];
  return { values: Object.fromEntries(names.map((name) => [name, [query(name) ?? '']])), faults: {} };
}
