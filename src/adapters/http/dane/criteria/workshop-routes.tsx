import { type Context, Hono } from 'hono';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { readForm } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { AdoptionPage } from './adoption-page.tsx';
import { readLastTrial } from './last-trial.ts';
import { readFigures, type SaidFigures } from './read-figures.ts';
import { WorkshopPage } from './workshop-page.tsx';
import { changedFigures, workshopView } from './workshop-view.ts';

/** `/dane/criteria/workshop`: other figures, their trial on everyone, their adoption as the next version. */
export function workshopRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'adopt-criteria', theService)] as const;
  return new Hono<AppEnv>()
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
    );
}

const today = ({ ports }: AppDeps) => localDateInParis(ports.clock.now());
const newestOf = ({ ports }: AppDeps) => ports.catalogue.versions().at(-1) as Criteria;

async function readWorkshop(c: Context<AppEnv>, deps: AppDeps, dayField: 'on' | 'from') {
  const firstDay = (deps.ports.catalogue.versions()[0] as Criteria).inForceFrom;
  const asked = { newest: newestOf(deps), dayField, today: today(deps), firstDay };
  return readFigures(await readForm(c), asked);
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
  const compared = await readLastTrial(deps, said);
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
