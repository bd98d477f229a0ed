import { type Context, Hono } from 'hono';
import { isWithdrawable } from '../../../../domain/criteria/adoption.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import type { FormState } from '../../shell/fields.tsx';
import { type FormValues, readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { answerMissing } from '../missing-page.tsx';
import { refusedField } from '../refused-field.ts';
import { AdoptionPage } from './adoption-page.tsx';
import { CriteriaPage } from './criteria-page.tsx';
import { readMoves } from './moves-view.ts';
import { readFigures, type SentFigures } from './read-figures.ts';
import { WithdrawalPage } from './withdrawal-page.tsx';
import { WorkshopPage } from './workshop-page.tsx';
import { changedFigures, workshopView } from './workshop-view.ts';

type Sent = Extract<SentFigures, { ok: true }>;

/** `/dane/criteria`: the versions, the workshop, a trial, an adoption, a withdrawal. */
export function criteriaRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'adopt-criteria', theService)] as const;
  const withdrawable = (text: string) =>
    ports.catalogue.versions().find((one) => String(one.version) === text && canBeWithdrawn(deps, one));
  return new Hono<AppEnv>()
    .get('/dane/criteria', ...guards, (c) => answerVersions(c, deps))
    .get('/dane/criteria/workshop', ...guards, (c) => {
      const known = ([name]: [string, string]) => name.startsWith('/') || name === 'from';
      const given = Object.entries(c.req.query()).filter(known);
      const values = Object.fromEntries(given.map(([name, value]) => [name, [value]]));
      return answerWorkshop(c, deps, { values: { on: [today(deps)], ...values }, faults: {} });
    })
    .post('/dane/criteria/trials', ...guards, async (c) => {
      const form = readSent(deps, await readForm(c), 'on');
      if (!form.ok) return answerWorkshop(c, deps, form);
      const { figures, day: on } = form;
      const by = c.var.signedIn.actor.personId;
      const command = { kind: 'try-criteria' as const, figures, on, version: newestOf(deps).version };
      const job = await services.beginJob(command, by);
      return c.redirect(`/dane/jobs/${job.id}`, 303);
    })
    .post('/dane/criteria/adoption', ...guards, async (c) => {
      const form = readSent(deps, await readForm(c), 'from');
      if (!form.ok) return answerWorkshop(c, deps, form);
      const { figures, day: from, values } = form;
      const isConfirmed = values['confirm']?.[0] === 'yes';
      const command = { figures, from, actor: c.var.signedIn.actor.personId };
      const work = () => (isConfirmed ? services.adoptCriteria(command) : services.previewCriteria(command));
      const faults = await refusedField(work, {
        'criteria-unchanged': { figures: 'unchanged' },
        'criteria-too-early': { from: 'too-early' },
        'criteria-too-late': { from: 'too-late' },
      });
      if (faults) return answerWorkshop(c, deps, { values, faults });
      return isConfirmed
        ? c.redirect('/dane/criteria?done=criteria-adopted', 303)
        : answerRecap(c, deps, form);
    })
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
      return c.redirect('/dane/criteria?done=criteria-withdrawn', 303);
    });
}

const today = ({ ports }: AppDeps) => localDateInParis(ports.clock.now());
const newestOf = ({ ports }: AppDeps) => ports.catalogue.versions().at(-1) as Criteria;

function canBeWithdrawn(deps: AppDeps, criteria: Criteria): boolean {
  const { catalogue } = deps.ports;
  const context = { versions: catalogue.versions(), today: today(deps) };
  return catalogue.isAdoptedHere(criteria.version) && isWithdrawable(criteria, context);
}

function readSent(deps: AppDeps, values: FormValues, dayField: 'on' | 'from'): SentFigures {
  const firstDay = (deps.ports.catalogue.versions()[0] as Criteria).inForceFrom;
  return readFigures(values, { newest: newestOf(deps), dayField, today: today(deps), firstDay });
}

function answerVersions(c: Context<AppEnv>, deps: AppDeps) {
  const { catalogue } = deps.ports;
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
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <CriteriaPage view={{ versions }} />);
}

function stateOf({ inForceFrom }: Criteria, inForce: Criteria): 'past' | 'in-force' | 'to-come' {
  if (inForceFrom === inForce.inForceFrom) return 'in-force';
  return inForceFrom < inForce.inForceFrom ? 'past' : 'to-come';
}

function answerWorkshop(c: Context<AppEnv>, deps: AppDeps, form: FormState) {
  const frame = workspaceFrame(c, deps, 'dane');
  const view = workshopView(newestOf(deps), { catalogue: deps.ports.catalogue, frame, form });
  const isRefused = Object.keys(form.faults).length > 0;
  return answerPage(c, frame, <WorkshopPage view={view} />, isRefused ? 400 : 200);
}

/** Shows the recapitulation, with the last comparison of exactly these figures. */
async function answerRecap(c: Context<AppEnv>, deps: AppDeps, { figures, day }: Sent) {
  const { store, catalogue } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const job = await store.readLatestJob('try-criteria');
  const command = job?.finishedAt && job.command.kind === 'try-criteria' ? job.command : undefined;
  const isSame = command?.version === newestOf(deps).version && sameFigures(command.figures, figures);
  const view = {
    version: catalogue.lastNumber() + 1,
    from: day,
    changed: changedFigures(newestOf(deps), figures, { catalogue, frame }),
    figures,
    ...(isSame && {
      compared: {
        on: command.on,
        moves: await readMoves(deps, { moves: job?.progress.moves, on: command.on, locale: c.var.locale }),
      },
    }),
  };
  return answerPage(c, frame, <AdoptionPage view={view} />);
}

function sameFigures(one: Sent['figures'], other: Sent['figures']): boolean {
  const sorted = (figures: Sent['figures']) => JSON.stringify(Object.entries(figures).toSorted());
  return sorted(one) === sorted(other);
}
