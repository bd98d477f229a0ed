import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Engagement } from '../../../../domain/records.ts';
import { engagementInWords, nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { missingDays, roleFields, toSettlements } from '../../school/confirmations/role-clash-form.ts';
import { roleClashViews } from '../../school/confirmations/role-clash-view.ts';
import { wordingOf } from '../../school/school-context.ts';
import { requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readNames } from '../decisions/decision-views.ts';
import { ConfirmOnePage, DaneConfirmationsPage } from './confirmation-pages.tsx';
import { DocumentsPage } from './documents-page.tsx';
import { confirmChosen, DOCUMENTS_LENGTH, PAGE_SIZE, readConfirmed, readSilent } from './silent-actions.ts';
import { leftSentences } from './silent-view.ts';

const LIST = '/dane/confirmations';

const oneForm = z.object({ documents: requiredText(DOCUMENTS_LENGTH), ...roleFields });

/** `/dane/confirmations`: the requests that wait for the DANE, confirmed on documents one by one or several
 *  at once. */
export function daneConfirmationRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const confirms = [requireSignedIn(deps), requireMay(deps, 'confirm-on-documents', theService)] as const;
  const ofOne = [
    requireSignedIn(deps),
    requireMay(deps, 'confirm-on-documents', async (c) => {
      const engagement = await readAsked(c, deps);
      return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
    }),
  ] as const;
  return new Hono<AppEnv>()
    .get(LIST, ...reads, (c) => answerList(c, deps))
    .post(
      LIST,
      ...confirms,
      confirmChosen(deps, { back: () => LIST, show: (c, sent) => answerList(c, deps, sent) }),
    )
    .get(`${LIST}/documents`, ...reads, (c) => answerDocuments(c, deps))
    .get(`${LIST}/:reference`, ...ofOne, (c) => answerOne(c, deps))
    .post(`${LIST}/:reference`, ...ofOne, confirmOne(deps));
}

async function readAsked(c: Context<AppEnv>, { ports }: AppDeps): Promise<Engagement | undefined> {
  const [engagement] = await ports.store.readEngagements([c.req.param('reference') ?? '']);
  return engagement;
}

async function answerList(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const [{ lines, nextHref }, uais] = await Promise.all([
    readSilent(c, deps, { href: LIST }),
    store.readUnreachableSchools({ limit: PAGE_SIZE }),
  ]);
  const { schoolOf } = await readNames(store, [], uais);
  const after = c.req.query('after');
  const view = {
    silent: await lines(frame.t),
    unreachable: uais.map((uai) => schoolOf(uai) ?? uai),
    left: leftSentences(frame, c.req.query('left') ?? ''),
    confirmAction: after ? `${LIST}?${new URLSearchParams({ after })}` : LIST,
    form: sent ?? EMPTY_FORM,
    ...(nextHref && { nextHref }),
  };
  return answerPage(c, frame, <DaneConfirmationsPage view={view} />, sent?.status);
}

async function answerDocuments(c: Context<AppEnv>, deps: AppDeps) {
  const frame = workspaceFrame(c, deps, 'dane');
  const t = frame.t.dane.confirmations;
  const view = {
    title: t.documentsLink,
    none: t.documentsNone,
    back: { href: LIST, label: t.back },
    ...(await readConfirmed(c, deps, { href: `${LIST}/documents` })),
  };
  return answerPage(c, frame, <DocumentsPage view={view} />);
}

async function answerOne(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const engagement = await readAsked(c, deps);
  if (engagement?.confirmation !== 'requested') {
    return answerError(c, deps, { kind: 'not-found', status: 404 });
  }
  const wording = wordingOf(c, deps);
  const holders = await store.readSingleRoleSegments([engagement]);
  const people = await store.readPeople([engagement, ...holders].map(({ personId }) => personId));
  const author = people.find(({ id }) => id === engagement.personId);
  const { schoolOf } = await readNames(store, [], [engagement.uai]);
  const props = {
    segment: engagementInWords(engagement, { name: author ? nameOf(author) : '', confirmers: [] }, wording),
    school: schoolOf(engagement.uai) ?? engagement.uai,
    clashes: roleClashViews(engagement, holders, { people, wording }),
    documentsLength: DOCUMENTS_LENGTH,
    form: sent ?? EMPTY_FORM,
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <ConfirmOnePage {...props} />, sent?.status);
}

function confirmOne(deps: AppDeps) {
  return takeForm(deps, {
    schema: oneForm,
    show: (c, sent) => answerOne(c, deps, sent),
    act: async (c, { documents, ...roles }) => {
      const faults = missingDays(roles);
      if (Object.keys(faults).length > 0) return { faults };
      const references = [c.req.param('reference') ?? ''];
      const actor = c.var.signedIn.actor.personId;
      const settlements = toSettlements(roles);
      const [done] = await deps.services.confirmSilent({ references, documents, actor, settlements });
      if (!done || done.outcome === 'confirmed') return afterDoing('confirmed-on-documents', LIST);
      const [refusal = ''] = leftSentences(workspaceFrame(c, deps, 'dane'), done.outcome);
      return { refusal, status: 400 };
    },
    refusals: { 'role-day-outside': 400 },
  });
}
