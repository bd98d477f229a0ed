import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Campaign, isOpen, silentSince } from '../../../../domain/engagement/campaign.ts';
import { schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { manyOf, parseForm, requiredDate, requiredText } from '../../form.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../page-answer.tsx';
import { EMPTY_FORM, type FormState } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import { workspaceFrame } from '../../workspace-frame.ts';
import { CampaignDocumentsPage } from './campaign-documents-page.tsx';
import { CampaignPage } from './campaign-page.tsx';
import {
  confirmedLines,
  figuresView,
  leftSentences,
  silentLines,
  toCampaignLine,
  toLeftParameter,
} from './campaign-view.ts';
import { CampaignsPage } from './campaigns-page.tsx';

const PAGE_SIZE = 50;

const openForm = z.object({
  name: requiredText(100),
  schoolYear: requiredText(4),
  closesOn: requiredDate,
});
const confirmForm = z.object({ references: manyOf(PAGE_SIZE), documents: requiredText(500) });

/** `/dane/campaigns`: opening one, how it stands, and confirming on documents. */
export function campaignRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const confirms = [requireSignedIn(deps), requireMay(deps, 'confirm-on-documents', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/campaigns', ...reads, (c) => answerCampaigns(c, deps, EMPTY_FORM))
    .post('/dane/campaigns', ...keeps, async (c) => {
      const form = await parseForm(c, openForm);
      if (!form.ok) return answerCampaigns(c, deps, form);
      const { name, closesOn } = form.value;
      if (closesOn < today(deps)) {
        return answerCampaigns(c, deps, { ...form, faults: { closesOn: 'end-before-start' } });
      }
      const schoolYear = years(deps).find((year) => String(year) === form.value.schoolYear);
      if (schoolYear === undefined) {
        return answerCampaigns(c, deps, { ...form, faults: { schoolYear: 'invalid-choice' } });
      }
      const actor = c.var.signedIn.actor.personId;
      const opened = await deps.services.openCampaign({ name, closesOn, schoolYear, actor });
      return opened === 'name-taken'
        ? answerCampaigns(c, deps, { ...form, faults: { name: 'taken' } })
        : ask(c, deps, opened);
    })
    .get('/dane/campaigns/:id', ...reads, (c) => answerCampaign(c, deps, EMPTY_FORM))
    .post('/dane/campaigns/:id/ask', ...keeps, async (c) => {
      const campaign = await deps.ports.store.readCampaign(c.req.param('id'));
      return campaign && isOpen(campaign, today(deps))
        ? ask(c, deps, campaign)
        : answerError(c, deps, { kind: 'not-found', status: 404 });
    })
    .get('/dane/campaigns/:id/documents', ...reads, (c) => answerDocuments(c, deps))
    .post('/dane/campaigns/:id/confirm', ...confirms, (c) => confirm(c, deps));
}

function today({ ports }: AppDeps) {
  return localDateInParis(ports.clock.now());
}

/** This school year, and the one before it. */
function years(deps: AppDeps): readonly number[] {
  const current = schoolYearOf(today(deps));
  return [current, current - 1];
}

async function ask(c: Context<AppEnv>, deps: AppDeps, campaign: Campaign) {
  const command = { kind: 'ask-confirmations', campaignId: campaign.id } as const;
  const job = await deps.services.beginJob(command, c.var.signedIn.actor.personId);
  return c.redirect(inLanguage({ locale: c.var.locale }, `/dane/jobs/${job.id}`), 303);
}

async function confirm(c: Context<AppEnv>, deps: AppDeps) {
  const form = await parseForm(c, confirmForm);
  if (!form.ok) return answerCampaign(c, deps, form);
  const { references, documents } = form.value;
  if (references.length === 0) {
    return answerCampaign(c, deps, { ...form, faults: { references: 'required' } });
  }
  const actor = c.var.signedIn.actor.personId;
  const outcomes = await deps.services.confirmSilent({ references, documents, actor });
  const left = outcomes.flatMap(({ outcome }) => (outcome === 'confirmed' ? [] : [outcome]));
  const query = new URLSearchParams({
    ...(left.length < outcomes.length && { done: 'confirmed-on-documents' }),
    ...(left.length > 0 && { left: toLeftParameter(left) }),
  });
  const href = `/dane/campaigns/${encodeURIComponent(c.req.param('id') ?? '')}?${query}`;
  return c.redirect(inLanguage({ locale: c.var.locale }, href), 303);
}

async function answerCampaigns(c: Context<AppEnv>, deps: AppDeps, form: FormState) {
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const { store, mailer } = deps.ports;
  const found = await store.readCampaigns({ limit: PAGE_SIZE + 1, ...(after && { after }) });
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.id : undefined;
  const view = {
    campaigns: shown.map((one) => toCampaignLine(one, today(deps))),
    years: years(deps).map((year) => ({ value: String(year), label: schoolYearLabel(year) })),
    form,
    hasMailer: mailer !== undefined,
    ...(last && {
      nextHref: inLanguage(frame, `/dane/campaigns?${new URLSearchParams({ after: last })}`),
    }),
  };
  const refused = Object.keys(form.faults).length > 0;
  return answerPage(c, <CampaignsPage frame={frame} view={view} />, refused ? 400 : 200);
}

async function answerCampaign(c: Context<AppEnv>, deps: AppDeps, form: FormState) {
  const { store, clock } = deps.ports;
  const id = c.req.param('id') ?? '';
  const campaign = await store.readCampaign(id);
  if (!campaign) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const frame = workspaceFrame(c, deps, 'dane');
  const { after, left = '' } = c.req.query();
  const askedUntil = silentSince(clock.now());
  const [figures, found] = await Promise.all([
    store.countCampaignRequests(id, askedUntil),
    store.readSilentRequests({
      campaignId: id,
      askedUntil,
      limit: PAGE_SIZE + 1,
      ...(after && { after }),
    }),
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.engagement.reference : undefined;
  const reader = c.var.signedIn.actor.personId;
  const view = {
    campaign: toCampaignLine(campaign, today(deps)),
    figures: figuresView(frame, figures),
    silent: await silentLines(store, shown, { t: frame.t, reader }),
    left: leftSentences(frame, left),
    confirmAction: `/dane/campaigns/${id}/confirm${after ? `?${new URLSearchParams({ after })}` : ''}`,
    form,
    ...(last && {
      nextHref: inLanguage(frame, `/dane/campaigns/${id}?${new URLSearchParams({ after: last })}`),
    }),
  };
  const refused = Object.keys(form.faults).length > 0;
  return answerPage(c, <CampaignPage frame={frame} view={view} />, refused ? 400 : 200);
}

async function answerDocuments(c: Context<AppEnv>, deps: AppDeps) {
  const { store } = deps.ports;
  const campaign = await store.readCampaign(c.req.param('id') ?? '');
  if (!campaign) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const frame = workspaceFrame(c, deps, 'dane');
  const after = c.req.query('after');
  const found = await store.readDocumentaryConfirmations({
    campaignId: campaign.id,
    limit: PAGE_SIZE + 1,
    ...(after && { after }),
  });
  const shown = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.engagement.reference : undefined;
  const href = `/dane/campaigns/${campaign.id}/documents`;
  const view = {
    campaign: toCampaignLine(campaign, today(deps)),
    confirmed: await confirmedLines(store, shown),
    ...(last && { nextHref: inLanguage(frame, `${href}?${new URLSearchParams({ after: last })}`) }),
  };
  return answerPage(c, <CampaignDocumentsPage frame={frame} view={view} />);
}
