import { type Context, Hono } from 'hono';
import { isWithdrawable } from '../../../../domain/criteria/adoption.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv, Locale } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { countStandings } from '../badges/endorsements-view.ts';
import { answerMissing } from '../missing-page.tsx';
import { AdoptionPage } from './adoption-page.tsx';
import { CriteriaPage } from './criteria-page.tsx';
import { draftLines, draftRoutes } from './draft-routes.tsx';
import { readLastComparison } from './last-comparison.ts';
import { readFigures, type SaidFigures } from './read-figures.ts';
import { WithdrawalPage } from './withdrawal-page.tsx';
import { WorkshopPage } from './workshop-page.tsx';
import { changedFigures, workshopView } from './workshop-view.ts';

/** The most drafts that the page lists. */
const DRAFTS = 10;

/** `/dane/criteria`: the versions, the workshop, a trial, an adoption, a withdrawal. */
export function criteriaRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'adopt-criteria', theService)] as const;
  const withdrawable = (text: string) =>
    ports.catalogue.versions().find((one) => String(one.version) === text && canBeWithdrawn(deps, one));
  return new Hono<AppEnv>()
    .route('/', draftRoutes(deps))
    .get('/dane/criteria', ...guards, (c) => answerVersions(c, deps))
    .get('/dane/criteria/workshop', ...guards, (c) => {
      const known = ([name]: [string, string]) => name.startsWith('/') || name === 'from';
      const given = Object.entries(c.req.query()).filter(known);
      const values = Object.fromEntries(given.map(([name, value]) => [name, [value]]));
      return answerWorkshop(c, deps, { values: { on: [today(deps)], ...values }, faults: {} });
    })
    .post(
      '/dane/criteria/trials',
      ...guards,
      takeForm(deps, {
        schema: (c) => readWorkshop(c, deps, 'on'),
        show: (c, sent) => answerWorkshop(c, deps, sent),
        act: async (c, { figures, day: on }) => {
          const command = { kind: 'try-criteria' as const, figures, on, version: newestOf(deps).version };
          const job = await services.beginJob(command, c.var.signedIn.actor.personId);
          return `/dane/jobs/${job.id}`;
        },
      }),
    )
    .post(
      '/dane/criteria/adoption',
      ...guards,
      takeForm(deps, {
        schema: (c) => readWorkshop(c, deps, 'from'),
        show: (c, sent) => answerWorkshop(c, deps, sent),
        act: async (c, said, { confirm }) => {
          const command = { figures: said.figures, from: said.day, actor: c.var.signedIn.actor.personId };
          if (confirm?.[0] === 'yes') {
            if (ports.settings.approvals().criteria) {
              const { id } = await services.draftCriteria(command);
              return afterDoing('criteria-drafted', `/dane/criteria/drafts/${id}`);
            }
            await services.adoptCriteria(command);
            return afterDoing('criteria-adopted', '/dane/criteria');
          }
          await services.previewCriteria(command);
          return answerRecap(c, deps, said);
        },
        refusals: {
          'criteria-unchanged': { figures: 'unchanged' },
          'criteria-too-early': { from: 'too-early' },
          'criteria-too-late': { from: 'too-late' },
        },
      }),
    )
    .get('/dane/criteria/:version/withdrawal', ...guards, (c) => {
      const view = withdrawable(c.req.param('version'));
      if (!view) return answerMissing(c, deps, 'criteria');
      return answerPage(c, workspaceFrame(c, deps, 'dane'), <WithdrawalPage view={view} />);
    })
    .post('/dane/criteria/:version/withdrawal', ...guards, async (c) => {
      const criteria = withdrawable(c.req.param('version'));
      if (!criteria) return answerMissing(c, deps, 'criteria');
      const actor = c.var.signedIn.actor.personId;
      await services.withdrawCriteria({ version: criteria.version, actor });
      return c.redirect(afterDoing('criteria-withdrawn', '/dane/criteria'), 303);
    });
}

const today = ({ ports }: AppDeps) => localDateInParis(ports.clock.now());
const newestOf = ({ ports }: AppDeps) => ports.catalogue.versions().at(-1) as Criteria;

function canBeWithdrawn(deps: AppDeps, criteria: Criteria): boolean {
  const { catalogue } = deps.ports;
  const context = { versions: catalogue.versions(), today: today(deps) };
  return catalogue.isAdoptedHere(criteria.version) && isWithdrawable(criteria, context);
}

async function readWorkshop(c: Context<AppEnv>, deps: AppDeps, dayField: 'on' | 'from') {
  const firstDay = (deps.ports.catalogue.versions()[0] as Criteria).inForceFrom;
  const asked = { newest: newestOf(deps), dayField, today: today(deps), firstDay };
  return readFigures(await readForm(c), asked);
}

async function answerVersions(c: Context<AppEnv>, deps: AppDeps) {
  const { catalogue, store } = deps.ports;
  const drafts = await store.readCriteriaDrafts({ limit: DRAFTS });
  const inForce = catalogue.criteriaInForce(today(deps));
  const versions = catalogue
    .versions()
    .toReversed()
    .map((criteria) => ({
      version: criteria.version,
      inForceFrom: criteria.inForceFrom,
      state: stateOf(criteria, inForce),
      badges: criteria.achievements.map(({ code, name }) => ({ code, name: name[c.var.locale] })),
      ...(canBeWithdrawn(deps, criteria) && {
        withdrawHref: `/dane/criteria/${criteria.version}/withdrawal`,
      }),
    }));
  const lines = await draftLines(deps, drafts, c.var.locale);
  const endorsed = await readEndorsed(deps, inForce, c.var.locale);
  const page = <CriteriaPage view={{ versions, drafts: lines, endorsed }} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page);
}

/** The numbers of endorsements of each badge in force. */
async function readEndorsed(
  { ports: { store, clock } }: AppDeps,
  { achievements }: Criteria,
  locale: Locale,
) {
  const all = await store.readAchievementEndorsements();
  return achievements.map(({ code, name }) => ({
    code,
    name: name[locale],
    ...countStandings(
      all.filter((one) => one.code === code),
      clock.now(),
    ),
  }));
}

function stateOf({ inForceFrom }: Criteria, inForce: Criteria): 'past' | 'in-force' | 'to-come' {
  if (inForceFrom === inForce.inForceFrom) return 'in-force';
  return inForceFrom < inForce.inForceFrom ? 'past' : 'to-come';
}

function answerWorkshop(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const frame = workspaceFrame(c, deps, 'dane');
  const view = workshopView(newestOf(deps), { catalogue: deps.ports.catalogue, frame, form });
  return answerPage(c, frame, <WorkshopPage view={view} />, form.status);
}

/** Shows the summary before an adoption, with the last comparison of exactly these figures. */
async function answerRecap(c: Context<AppEnv>, deps: AppDeps, { figures, day }: SaidFigures) {
  const { catalogue, settings } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const newest = newestOf(deps);
  const said = { figures, version: newest.version, locale: frame.locale };
  const compared = await readLastComparison(deps, said);
  const view = {
    version: catalogue.lastNumber() + 1,
    from: day,
    changed: changedFigures(newest, figures, { catalogue, frame }),
    figures,
    needsApproval: settings.approvals().criteria,
    ...(compared && { compared }),
  };
  return answerPage(c, frame, <AdoptionPage view={view} />);
}
