import { type Context, Hono } from 'hono';
import type { Subject } from '../../../../domain/access/may.ts';
import { isForDaneAlone } from '../../../../domain/engagement/confirm-on-documents.ts';
import { type Declaration, isStillOpen } from '../../../../domain/engagement/declaration.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { type FormValues, type ParsedForm, readForm } from '../../form.ts';
import { oneself, requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { answerPage } from '../../page-answer.tsx';
import type { FormState } from '../../pages/fields.tsx';
import { WORDS } from '../../present/words.ts';
import { workspaceFrame } from '../../workspace-frame.ts';
import { parseDeclaration, toDeclarationValues } from './declaration-form.ts';
import { DeclarationPage } from './declaration-page.tsx';
import { declarationView } from './declaration-view.ts';
import { EngagementPage } from './engagement-page.tsx';
import {
  engagementPath,
  engagementView,
  engagementViews,
  noticeSentences,
  reviewViews,
} from './engagement-view.ts';
import { EngagementsPage } from './engagements-page.tsx';
import { timelineView } from './timeline-view.ts';

/** `/my/engagements`: the segments of the person signed in. */
export function engagementRoutes(deps: AppDeps) {
  return new Hono<AppEnv>().route('/', allRoutes(deps)).route('/', oneRoutes(deps));
}

function allRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const form = makeDeclarationForm(deps);
  return new Hono<AppEnv>()
    .get('/my/engagements', ...guards, async (c) => {
      const own = await services.readOwnRecord(c.var.signedIn.actor.personId);
      const words = wordsOf(c, deps);
      const view = {
        engagements: engagementViews(own, words),
        years: timelineView(own, words.t),
        reviews: reviewViews(own),
      };
      return answerPage(c, <EngagementsPage frame={workspaceFrame(c, deps, 'my')} view={view} />);
    })
    .get('/my/engagements/new', ...guards, (c) =>
      form.show(c, { values: { q: [c.req.query('q') ?? ''] }, faults: {} }),
    )
    .post('/my/engagements/new', ...guards, (c) =>
      form.take(c, async (declaration) => {
        const { personId } = c.var.signedIn.actor;
        const engagement = await services.declareEngagement({ personId, declaration });
        const done = (await isForDane(deps, engagement))
          ? 'engagement-declared-to-dane'
          : 'engagement-declared';
        return c.redirect(`${engagementPath(engagement.reference)}?done=${done}`, 303);
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
      const words = wordsOf(c, deps);
      const frame = workspaceFrame(c, deps, 'my');
      const forDane = await isForDane(deps, engagement);
      const view = { ...engagementView(engagement, own, words), forDane };
      const notices = noticeSentences(found, own, words);
      return answerPage(c, <EngagementPage frame={frame} view={view} notices={notices} />);
    })
    .get('/my/engagements/:reference/edit', ...guards, async (c) => {
      const { own, engagement } = await readOwn(c);
      if (!isStillOpen(engagement, own.declared)) throw new DomainError('engagement-not-open');
      return form.show(c, { values: toDeclarationValues(engagement), faults: {} });
    })
    .post('/my/engagements/:reference/edit', ...guards, (c) =>
      form.take(c, async (declaration) => {
        const { personId } = c.var.signedIn.actor;
        const reference = c.req.param('reference');
        await services.redeclareEngagement({ personId, declaration, reference });
        return c.redirect(`${engagementPath(reference)}?done=saved`, 303);
      }),
    )
    .post('/my/engagements/:reference/withdraw', ...guards, async (c) => {
      const { personId } = c.var.signedIn.actor;
      await services.withdrawEngagement({ personId, reference: c.req.param('reference') });
      return c.redirect('/my/engagements?done=engagement-withdrawn', 303);
    });
}

/** Whether its author heads the school alone: then the DANE answers. */
async function isForDane({ ports }: AppDeps, engagement: Engagement): Promise<boolean> {
  return isForDaneAlone(engagement, await ports.store.readHeadsOf(engagement.uai));
}

function wordsOf(c: Context<AppEnv>, { ports }: AppDeps) {
  const { locale } = c.var;
  return { framework: ports.catalogue.framework, t: WORDS[locale].pages, locale };
}

/** The segment that the address names. */
function engagementOf({ ports }: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const [engagement] = await ports.store.readEngagements([c.req.param('reference') ?? '']);
    return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
  };
}

/** Shows the form of a declaration, and takes it: a search shows it again, with all that was filled in. */
function makeDeclarationForm(deps: AppDeps) {
  const { ports, services } = deps;
  const { framework } = ports.catalogue;
  const show = async (c: Context<AppEnv>, form: FormState) => {
    const frame = workspaceFrame(c, deps, 'my');
    const { record } = await services.readOwnRecord(c.var.signedIn.actor.personId);
    const known = [...new Set(record.engagements.map(({ uai }) => uai))];
    const on = localDateInParis(ports.clock.now());
    const { store } = ports;
    const context = { store, framework, t: frame.t, locale: c.var.locale, on, known };
    const view = await declarationView(form.values, context);
    const action = {
      href: c.req.path,
      kind: c.req.path.endsWith('/new') ? ('new' as const) : ('edit' as const),
    };
    const refused = Object.keys(form.faults).length > 0;
    const [only, ...others] = view.schools;
    const chosen = form.values['uai']?.[0] || others.length > 0 ? undefined : only?.uai;
    const filled = chosen ? { ...form, values: { ...form.values, uai: [chosen] } } : form;
    const page = <DeclarationPage frame={frame} form={filled} view={view} action={action} />;
    return answerPage(c, page, refused ? 400 : 200);
  };
  const take = async (c: Context<AppEnv>, keep: (declaration: Declaration) => Promise<Response>) => {
    const values: FormValues = await readForm(c);
    if (values['step']?.[0] === 'search') return show(c, { values, faults: {} });
    const parsed: ParsedForm<Declaration> = parseDeclaration(values, framework);
    if (!parsed.ok) return show(c, parsed);
    const [school] = await ports.store.readEstablishments([parsed.value.uai]);
    if (!school) return show(c, { values, faults: { uai: 'unknown-establishment' } });
    return keep(parsed.value);
  };
  return { show, take };
}
