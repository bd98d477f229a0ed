import { type Context, Hono } from 'hono';
import type { Subject } from '../../../../domain/access/may.ts';
import { isForDaneAlone } from '../../../../domain/confirmation/confirm-on-documents.ts';
import { isStillOpen } from '../../../../domain/engagement/declaration.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { type ChangeLine, changeLine, readNamesOf } from '../../engagements/change-view.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { wordingOf } from '../../school/school-context.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing } from '../../shell/take-form.ts';
import { wordsOf } from '../../shell/words.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readAllowedActions, readOwnProjects } from './allowed-actions.ts';
import { ownChangeRoutes } from './change-routes.tsx';
import { toDeclarationValues } from './declaration-form.ts';
import { makeDeclarationForm } from './declaration-screen.tsx';
import { EngagementPage, WithdrawPage } from './engagement-page.tsx';
import {
  engagementPath,
  engagementView,
  engagementViews,
  noticeSentences,
  reviewViews,
  waivedView,
} from './engagement-view.ts';
import { EngagementsPage } from './engagements-page.tsx';
import { timelineView } from './timeline-view.ts';

/** `/my/engagements`: the segments of the person signed in. */
export function engagementRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', allRoutes(deps))
    .route('/', oneRoutes(deps))
    .route('/', ownChangeRoutes(deps));
}

function allRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const form = makeDeclarationForm(deps);
  return new Hono<AppEnv>()
    .get('/my/engagements', ...guards, async (c) => {
      const own = await services.readOwnRecord(c.var.signedIn.actor.personId);
      const words = ownWords(c, deps);
      const view = {
        engagements: engagementViews(own, words),
        timeline: timelineView(own, words.t),
        reviews: reviewViews(own),
        ...waivedView(own),
        projects: await readOwnProjects(c, deps, own),
      };
      return answerPage(c, workspaceFrame(c, deps, 'my'), <EngagementsPage view={view} />);
    })
    .get('/my/engagements/new', ...guards, (c) => form.open(c))
    .post(
      '/my/engagements/new',
      ...guards,
      form.take(async (c, declaration) => {
        const { personId } = c.var.signedIn.actor;
        const engagement = await services.declareEngagement({ personId, declaration });
        const done = (await isForDane(deps, engagement))
          ? 'engagement-declared-to-dane'
          : 'engagement-declared';
        return afterDoing(done, engagementPath(engagement.reference));
      }),
    );
}

function oneRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', engagementOf(deps))] as const;
  const readOwn = async (c: Context<AppEnv>) => {
    const own = await services.readOwnRecord(c.var.signedIn.actor.personId);
    const engagement = own.record.engagements.find(({ reference }) => reference === c.req.param('reference'));
    if (!engagement) throw new DomainError('not-found');
    return { own, engagement };
  };
  const form = makeDeclarationForm(deps);
  return new Hono<AppEnv>()
    .get('/my/engagements/:reference', ...guards, async (c) => {
      const { own, engagement } = await readOwn(c);
      const found = await services.readDeclarationNotices(engagement, own.record.engagements);
      const words = ownWords(c, deps);
      const frame = workspaceFrame(c, deps, 'my');
      const forDane = await isForDane(deps, engagement);
      const view = { ...engagementView(engagement, own, words), forDane };
      const notices = noticeSentences(found, own, words);
      const changes = await changesOf(c, deps, engagement.reference);
      const actions = await readAllowedActions(c, deps, engagement);
      const props = { view, notices, changes, actions };
      return answerPage(c, frame, <EngagementPage {...props} />);
    })
    .get('/my/engagements/:reference/edit', ...guards, async (c) => {
      const { own, engagement } = await readOwn(c);
      if (!isStillOpen(engagement, own.declared)) throw new DomainError('engagement-not-open');
      return form.open(c, toDeclarationValues(engagement));
    })
    .post(
      '/my/engagements/:reference/edit',
      ...guards,
      form.take(
        async (c, declaration) => {
          const { personId } = c.var.signedIn.actor;
          const reference = c.req.param('reference') ?? '';
          await services.redeclareEngagement({ personId, declaration, reference });
          return afterDoing('engagement-changed', engagementPath(reference));
        },
        async (c) => toDeclarationValues((await readOwn(c)).engagement),
      ),
    )
    .get('/my/engagements/:reference/withdraw', ...guards, async (c) => {
      const { own, engagement } = await readOwn(c);
      if (!isStillOpen(engagement, own.declared)) throw new DomainError('engagement-not-open');
      const forDane = await isForDane(deps, engagement);
      const view = { ...engagementView(engagement, own, ownWords(c, deps)), forDane };
      return answerPage(c, workspaceFrame(c, deps, 'my'), <WithdrawPage view={view} />);
    })
    .post('/my/engagements/:reference/withdraw', ...guards, async (c) => {
      const { personId } = c.var.signedIn.actor;
      await services.withdrawEngagement({ personId, reference: c.req.param('reference') });
      return c.redirect(afterDoing('engagement-withdrawn', '/my/engagements'), 303);
    });
}

/** The proposed and decided changes of this segment, the newest first. */
async function changesOf(
  c: Context<AppEnv>,
  deps: AppDeps,
  reference: string,
): Promise<readonly ChangeLine[]> {
  const { store } = deps.ports;
  const all = await store.readEngagementProposalsOf(c.var.signedIn.actor.personId);
  const own = all.filter(({ engagementReference: of }) => of === reference || reference.startsWith(`${of}-`));
  const wording = wordingOf(c, deps);
  const name = await readNamesOf(store, own, wording);
  return own.map((one) => changeLine(one, name, wording));
}

/** Whether its author is the school's only head: then the DANE answers. */
async function isForDane({ ports }: AppDeps, engagement: Engagement): Promise<boolean> {
  return isForDaneAlone(engagement, await ports.store.readHeadsOf(engagement.uai));
}

function ownWords(c: Context<AppEnv>, { ports }: AppDeps) {
  const { locale } = c.var;
  return { framework: ports.catalogue.framework, t: wordsOf(ports, locale).pages, locale };
}

/** Reads the segment that the address names. */
function engagementOf({ ports }: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const [engagement] = await ports.store.readEngagements([c.req.param('reference') ?? '']);
    return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
  };
}
