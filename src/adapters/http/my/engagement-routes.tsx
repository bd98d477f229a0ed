import { type Context, Hono } from 'hono';
import { type Declaration, isStillOpen } from '../../../domain/declaration.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Subject } from '../../../domain/may.ts';
import { localDateInParis } from '../../../domain/time.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { type FormValues, type ParsedForm, readFormValues } from '../form.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { answerPage } from '../page-answer.tsx';
import type { FormState } from '../pages/fields.tsx';
import { workspaceFrame } from '../workspace-frame.ts';
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
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-own-record', oneself)] as const;
  const ofEngagement = [
    requireSignedIn(deps),
    requireMay(deps, 'keep-own-record', engagementOf(deps)),
  ] as const;
  const readOwn = (c: Context<AppEnv>) => services.readOwnRecord(c.var.signedIn.actor.personId);
  const wordsOf = (c: Context<AppEnv>) => {
    const { locale } = c.var;
    return { framework: ports.catalogue.framework, t: workspaceFrame(c, deps).t, locale };
  };
  const form = makeDeclarationForm(deps);

  return new Hono<AppEnv>()
    .get('/my/engagements', ...guards, async (c) => {
      const own = await readOwn(c);
      const words = wordsOf(c);
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
        const { reference } = await services.declareEngagement({ personId, declaration });
        return c.redirect(`${engagementPath(reference)}?done=engagement-declared`, 303);
      }),
    )
    .get('/my/engagements/:reference', ...ofEngagement, async (c) => {
      const own = await readOwn(c);
      const engagement = ofRecord(own.record.engagements, c.req.param('reference'));
      const notices = await services.readDeclarationNotices(engagement, own.record.engagements);
      const words = wordsOf(c);
      return answerPage(
        c,
        <EngagementPage
          frame={workspaceFrame(c, deps, 'my')}
          view={engagementView(engagement, own, words)}
          notices={noticeSentences(notices, own, words)}
        />,
      );
    })
    .get('/my/engagements/:reference/edit', ...ofEngagement, async (c) => {
      const own = await readOwn(c);
      const engagement = ofRecord(own.record.engagements, c.req.param('reference'));
      if (!isStillOpen(engagement, own.declared)) throw new DomainError('engagement-not-open');
      return form.show(c, { values: toDeclarationValues(engagement), faults: {} });
    })
    .post('/my/engagements/:reference/edit', ...ofEngagement, (c) =>
      form.take(c, async (declaration) => {
        const { personId } = c.var.signedIn.actor;
        const reference = c.req.param('reference');
        await services.redeclareEngagement({ personId, declaration, reference });
        return c.redirect(`${engagementPath(reference)}?done=saved`, 303);
      }),
    )
    .post('/my/engagements/:reference/withdraw', ...ofEngagement, async (c) => {
      const { personId } = c.var.signedIn.actor;
      await services.withdrawEngagement({ personId, reference: c.req.param('reference') });
      return c.redirect('/my/engagements?done=engagement-withdrawn', 303);
    });
}

/** The segment that the address names. */
function engagementOf({ ports }: AppDeps) {
  return async (c: Context<AppEnv>): Promise<Subject | undefined> => {
    const [engagement] = await ports.store.readEngagements([c.req.param('reference') ?? '']);
    return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
  };
}

function ofRecord<Item extends { readonly reference: string }>(
  items: readonly Item[],
  reference: string,
): Item {
  const item = items.find((one) => one.reference === reference);
  if (!item) throw new DomainError('not-found');
  return item;
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
    const values: FormValues = await readFormValues(c);
    if (values['step']?.[0] === 'search') return show(c, { values, faults: {} });
    const parsed: ParsedForm<Declaration> = parseDeclaration(values, framework);
    if (!parsed.ok) return show(c, parsed);
    const [school] = await ports.store.readEstablishments([parsed.value.uai]);
    if (!school) return show(c, { values, faults: { uai: 'unknown-establishment' } });
    return keep(parsed.value);
  };
  return { show, take };
}
