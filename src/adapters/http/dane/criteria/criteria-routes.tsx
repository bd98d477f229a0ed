import { type Context, Hono } from 'hono';
import { isWithdrawable } from '../../../../domain/criteria/adoption.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import { countStandings } from '../../endorsements/endorsements-of-dane.tsx';
import type { AppDeps, AppEnv, Locale } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { answerMissing } from '../missing-page.tsx';
import { CriteriaPage } from './criteria-page.tsx';
import { draftLines, draftRoutes } from './draft-routes.tsx';
import { WithdrawalPage } from './withdrawal-page.tsx';
import { workshopRoutes } from './workshop-routes.tsx';

/** The most drafts that the page lists. */
const DRAFTS = 10;

/** `/dane/criteria`: the versions, and the withdrawal of one. */
export function criteriaRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'adopt-criteria', theService)] as const;
  const withdrawable = (text: string) =>
    ports.catalogue.versions().find((one) => String(one.version) === text && canBeWithdrawn(deps, one));
  return new Hono<AppEnv>()
    .route('/', draftRoutes(deps))
    .route('/', workshopRoutes(deps))
    .get('/dane/criteria', ...guards, (c) => answerVersions(c, deps))
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

function canBeWithdrawn(deps: AppDeps, criteria: Criteria): boolean {
  const { catalogue } = deps.ports;
  const context = { versions: catalogue.versions(), today: today(deps) };
  return catalogue.isAdoptedHere(criteria.version) && isWithdrawable(criteria, context);
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
