import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Subject } from '../../../../domain/access/may.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { SUPPORT_BOUNDS, SUPPORT_KINDS } from '../../../../domain/support/support-request.ts';
import { typographic } from '../../../../texts/typographic.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { choiceOf, requiredText, requiredUai } from '../../shell/form.ts';
import { onceField, onceOf } from '../../shell/once.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { supportLines, supportView } from '../../support/support-view.ts';
import { AskPage } from './ask-page.tsx';
import { RequestPage } from './request-page.tsx';
import { SupportPage } from './support-page.tsx';

const askForm = z.object({
  kind: choiceOf(SUPPORT_KINDS),
  uai: requiredUai,
  title: requiredText(SUPPORT_BOUNDS.title),
  text: requiredText(SUPPORT_BOUNDS.text),
  once: onceField,
});
const wordForm = z.object({ text: requiredText(SUPPORT_BOUNDS.text) });

/** `/my/support`: a person's requests to the DANE, with its answers. */
export function mySupportRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/my/support', ...guards, async (c) => {
      const frame = workspaceFrame(c, deps, 'my');
      const requests = await ports.store.readSupportRequestsOf(c.var.signedIn.actor.personId);
      const lines = await supportLines(ports.store, requests, frame.t);
      return answerPage(c, frame, <SupportPage lines={lines} />);
    })
    .get('/my/support/new', ...guards, (c) => showForm(c, deps, formAsked(c)))
    .post(
      '/my/support/new',
      ...guards,
      takeForm(deps, {
        schema: askForm,
        show: (c, sent) => showForm(c, deps, sent),
        act: async (c, asked) => {
          const { actor } = c.var.signedIn;
          const own = await services.readOwnSchools(actor);
          if (!own.some(({ uai }) => uai === asked.uai)) return { faults: { uai: 'invalid-choice' } };
          const { id } = await services.askSupport({ personId: actor.personId, ...asked });
          return afterDoing('support-asked', `/my/support/${id}`);
        },
        refusals: { 'support-full': 409 },
      }),
    )
    .route('/', requestRoutes(deps));
}

/** One request of the signed-in person. */
function requestRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const ofOwner = [
    requireSignedIn(deps),
    requireMay(deps, 'keep-own-record', async (c): Promise<Subject | undefined> => {
      const found = await ports.store.readSupportRequest(c.req.param('id') ?? '');
      return found && { kind: 'person', personId: found.personId };
    }),
  ] as const;
  const mine = (c: Context<AppEnv>) => ({
    ...{ id: c.req.param('id') ?? '', by: c.var.signedIn.actor.personId },
    side: 'asker' as const,
  });
  const show = (c: Context<AppEnv>, sent?: ShownForm) => showRequest(c, deps, sent);
  return new Hono<AppEnv>()
    .get('/my/support/:id', ...ofOwner, (c) => show(c))
    .post(
      '/my/support/:id',
      ...ofOwner,
      takeForm(deps, {
        schema: wordForm,
        show,
        act: async (c, { text }) => {
          await services.answerSupport({ ...mine(c), text });
          return afterDoing('support-answered', `/my/support/${c.req.param('id')}`);
        },
        refusals: { 'request-settled': 409, 'support-full': 409, 'store-conflict': 409 },
      }),
    )
    .post(
      '/my/support/:id/end',
      ...ofOwner,
      takeForm(deps, {
        schema: z.object({}),
        show,
        act: async (c) => {
          await services.endSupport(mine(c));
          const ended = await ports.store.readSupportRequest(mine(c).id);
          const done = ended?.state === 'withdrawn' ? 'support-withdrawn' : 'support-closed';
          return afterDoing(done, '/my/support');
        },
        refusals: { 'request-settled': 200, 'store-conflict': 200 },
      }),
    );
}

/** The kind and the school that the address proposes. */
function formAsked(c: Context<AppEnv>): ShownForm {
  const { kind = '', uai = '' } = c.req.query();
  return { values: { kind: SUPPORT_KINDS.filter((one) => one === kind), uai: [uai] }, faults: {} };
}

async function showForm(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const schools = (await deps.services.readOwnSchools(c.var.signedIn.actor)).map(
    ({ uai, name, commune }) => ({
      value: uai,
      label: typographic([name, commune].filter(Boolean).join(', ')),
    }),
  );
  const page = <AskPage schools={schools} form={form} once={onceOf(deps, form)} />;
  return answerPage(c, workspaceFrame(c, deps, 'my'), page, form.status);
}

async function showRequest(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'my');
  const request = await store.readSupportRequest(c.req.param('id') ?? '');
  const view = request && (await supportView(store, request, frame.t));
  if (!view) throw new DomainError('not-found');
  return answerPage(c, frame, <RequestPage view={view} form={sent ?? EMPTY_FORM} />, sent?.status);
}
