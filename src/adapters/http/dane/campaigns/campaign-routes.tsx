import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Campaign, isOpen } from '../../../../domain/campaign/campaign.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { drawDocuments } from '../../confirmations/confirmed-on-documents.tsx';
import { confirmChosen, leftSentences, readSilent } from '../../confirmations/silent.tsx';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { optionalText, requiredDate, requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { pagesOf } from '../../shell/pages-of.tsx';
import { PAGE_SIZE } from '../../shell/paging.tsx';
import { type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM, type FormState } from '../../shell/use-form.ts';
import { type Visit, visitOf } from '../../shell/visit.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { CampaignPage } from './campaign-page.tsx';
import { figuresView, toCampaignLine } from './campaign-view.ts';
import { CampaignsPage } from './campaigns-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { previewView } from './preview-view.ts';

const openForm = z.object({
  name: requiredText(100),
  schoolYear: requiredText(4),
  closesOn: requiredDate,
  confirm: optionalText(),
});

/** `/dane/campaigns`: opening a campaign, its figures, and confirming on documents. */
export function campaignRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/campaigns', ...reads, (c) => answerCampaigns(c, deps))
    .post(
      '/dane/campaigns',
      ...keeps,
      takeForm(deps, {
        schema: openForm,
        show: (c, sent) => answerCampaigns(c, deps, sent),
        act: async (c, { name, closesOn, confirm, ...said }) => {
          if (closesOn < today(deps)) return { faults: { closesOn: 'end-before-start' } };
          const schoolYear = years(deps).find((year) => String(year) === said.schoolYear);
          if (schoolYear === undefined) return { faults: { schoolYear: 'invalid-choice' } };
          if (confirm !== 'yes') {
            if (await deps.ports.store.readCampaignNamed(name)) return { faults: { name: 'taken' } };
            const asked = { name, closesOn, schoolYear: said.schoolYear };
            return `/dane/campaigns/preview?${new URLSearchParams(asked)}`;
          }
          const actor = c.var.signedIn.actor.personId;
          const opened = await deps.services.openCampaign({ name, closesOn, schoolYear, actor });
          return opened === 'name-taken' ? { faults: { name: 'taken' } } : ask(c, deps, opened);
        },
      }),
    )
    .get('/dane/campaigns/preview', ...keeps, (c) => answerPreview(c, deps))
    .get('/dane/campaigns/:id/preview', ...keeps, (c) => answerMore(c, deps))
    .get('/dane/campaigns/:id', ...reads, (c) => answerCampaign(c, deps))
    .post('/dane/campaigns/:id/ask', ...keeps, async (c) => {
      const campaign = await deps.ports.store.readCampaign(c.req.param('id'));
      return campaign && isOpen(campaign, today(deps))
        ? c.redirect(await ask(c, deps, campaign), 303)
        : answerError(c, deps, { kind: 'not-found', status: 404 });
    })
    .route(
      '/',
      pagesOf(deps, 'dane')
        .page('/dane/campaigns/:id/documents', 'read-register', drawCampaignDocuments)
        .form(
          '/dane/campaigns/:id/confirm',
          'confirm-on-documents',
          confirmChosen(
            ({ c, sent }) => answerCampaign(c, deps, sent),
            ({ param }) => `/dane/campaigns/${encodeURIComponent(param('id'))}`,
          ),
        ).routes,
    );
}

function today({ ports }: AppDeps) {
  return localDateInParis(ports.clock.now());
}

/** The current school year and the previous one. */
function years(deps: AppDeps): readonly number[] {
  const current = schoolYearOf(today(deps));
  return [current, current - 1];
}

/** Starts the job that asks, and answers with the page of its progress. */
async function ask(c: Context<AppEnv>, deps: AppDeps, campaign: Campaign) {
  const command = { kind: 'ask-confirmations', campaignId: campaign.id } as const;
  const job = await deps.services.beginJob(command, c.var.signedIn.actor.personId);
  return `/dane/jobs/${job.id}`;
}

/** The requests that the campaign of the address would send. Nothing is stored before it is sent. */
async function answerPreview(c: Context<AppEnv>, deps: AppDeps) {
  const { name = '', schoolYear: year = '', closesOn = '' } = c.req.query();
  const schoolYear = years(deps).find((one) => String(one) === year);
  if (schoolYear === undefined || !name) return c.redirect('/dane/campaigns', 303);
  const kept = { name, schoolYear: year, closesOn };
  const view = await previewView(c, deps, {
    name,
    schoolYear,
    path: '/dane/campaigns/preview',
    kept,
    action: '/dane/campaigns',
    sent: { ...kept, confirm: 'yes' },
    backHref: `/dane/campaigns?${new URLSearchParams(kept)}#name`,
    isOpen: false,
  });
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <PreviewPage view={view} />);
}

/** The requests that would be added to an open campaign. */
async function answerMore(c: Context<AppEnv>, deps: AppDeps) {
  const campaign = await deps.ports.store.readCampaign(c.req.param('id') ?? '');
  if (!campaign || !isOpen(campaign, today(deps))) {
    return answerError(c, deps, { kind: 'not-found', status: 404 });
  }
  const { name, schoolYear } = campaign;
  const href = `/dane/campaigns/${campaign.id}`;
  const place = { path: `${href}/preview`, kept: {}, action: `${href}/ask`, sent: {}, backHref: href };
  const view = await previewView(c, deps, { name, schoolYear, ...place, isOpen: true });
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <PreviewPage view={view} />);
}

/** The values typed before the preview, to be changed. */
function typedBefore(c: Context<AppEnv>): FormState {
  const { name, schoolYear, closesOn } = c.req.query();
  const said = Object.entries({ name, schoolYear, closesOn });
  return { values: Object.fromEntries(said.map(([field, text]) => [field, text ? [text] : []])), faults: {} };
}

async function answerCampaigns(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const { store, mailer } = deps.ports;
  const found = await store.readCampaigns({ limit: PAGE_SIZE + 1, ...(after && { after }) });
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.id : undefined;
  const view = {
    campaigns: shown.map((one) => toCampaignLine(one, today(deps))),
    years: years(deps).map((year) => ({ value: String(year), label: schoolYearLabel(year) })),
    form: sent ?? typedBefore(c),
    hasMailer: mailer !== undefined,
    ...(last && {
      nextHref: `/dane/campaigns?${new URLSearchParams({ after: last })}`,
    }),
  };
  return answerPage(c, frame, <CampaignsPage view={view} />, sent?.status);
}

async function answerCampaign(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const id = c.req.param('id') ?? '';
  const campaign = await store.readCampaign(id);
  if (!campaign) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const frame = workspaceFrame(c, deps, 'dane');
  const { after, left = '' } = c.req.query();
  const silent = await readSilent(visitOf(deps, { c, space: 'dane' }), id);
  const view = {
    campaign: toCampaignLine(campaign, today(deps)),
    figures: figuresView(frame, await store.countCampaignRequests(id, silent.askedUntil)),
    silent,
    left: leftSentences(frame, left),
    confirmAction: `/dane/campaigns/${id}/confirm${after ? `?${new URLSearchParams({ after })}` : ''}`,
    form: sent ?? EMPTY_FORM,
  };
  return answerPage(c, frame, <CampaignPage view={view} />, sent?.status);
}

async function drawCampaignDocuments(visit: Visit) {
  const campaign = await visit.store.readCampaign(visit.param('id'));
  if (!campaign) throw new DomainError('not-found');
  const t = visit.t.dane.campaigns;
  const back = { href: `/dane/campaigns/${campaign.id}`, label: t.toCampaign };
  const texts = { title: t.documentsTitle(campaign.name), none: t.documentsNone, back };
  return drawDocuments(visit, texts, campaign.id);
}
