import { type Context, Hono } from 'hono';
import { compact } from '../../../../domain/compact.ts';
import type { Criteria } from '../../../../domain/criteria/criteria.ts';
import { isStoppable, type Job } from '../../../../domain/job/job.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import type { TrialView } from '../criteria/trial-result.tsx';
import { readMoves } from '../criteria/trial-view.ts';
import { changedFigures } from '../criteria/workshop-view.ts';
import { readDecided, readResult } from '../decisions/decided-view.ts';
import { answerMissing } from '../missing-page.tsx';
import { JobPage } from './job-page.tsx';
import { WorkPage } from './work-page.tsx';

/** `/dane/jobs/{id}`: each visit does a part of the work. */
export function jobRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const decides = [requireSignedIn(deps), requireMay(deps, 'decide-award', theService)] as const;
  const asked = (c: Context<AppEnv>) => ({
    id: c.req.param('id') ?? '',
    actor: c.var.signedIn.actor.personId,
  });
  const back = (c: Context<AppEnv>, job: Job | undefined) =>
    job ? c.redirect(`/dane/jobs/${job.id}`, 303) : answerMissing(c, deps, 'decisions');
  return new Hono<AppEnv>()
    .get('/dane/jobs', ...reads, (c) => answerPage(c, workspaceFrame(c, deps, 'dane'), <WorkPage />))
    .get('/dane/jobs/:id', ...reads, async (c) => {
      const job = await deps.services.advanceJob(c.req.param('id'));
      return job ? answerJob(c, deps, job) : answerMissing(c, deps, 'decisions');
    })
    .post('/dane/jobs/:id/taking-back', ...decides, async (c) =>
      back(c, await deps.services.takeBackJob(asked(c))),
    )
    .post('/dane/jobs/:id/start', ...decides, async (c) => back(c, await deps.services.startJob(asked(c))));
}

async function answerJob(c: Context<AppEnv>, deps: AppDeps, job: Job) {
  const frame = workspaceFrame(c, deps, 'dane');
  const [trial, decided, result] = await Promise.all([
    readTrial(deps, job, frame),
    readDecided(deps, job, frame.locale),
    readResult(deps, job, frame.locale),
  ]);
  const { startsAt, finishedAt } = job;
  const waits = startsAt !== undefined && !finishedAt && startsAt > deps.ports.clock.now();
  const view = compact({
    job,
    isRevocable: isStoppable(job.command) && !finishedAt,
    waitsUntil: waits ? startsAt : undefined,
    trial,
    decided,
    result,
  });
  return answerPage(c, frame, <JobPage view={view} />);
}

/** The figures and the result of a trial; undefined where it could not be judged. */
async function readTrial(deps: AppDeps, job: Job, frame: PageFrame): Promise<TrialView | undefined> {
  const { command } = job;
  const { catalogue } = deps.ports;
  const [first] = catalogue.versions() as readonly [Criteria];
  if (command.kind !== 'try-criteria' || command.on < first.inForceFrom) return undefined;
  const { figures, on, version } = command;
  const base = (version !== undefined && catalogue.criteriaVersion(version)) || catalogue.criteriaInForce(on);
  const query = new URLSearchParams(
    Object.entries(figures).map(([pointer, value]): [string, string] => [pointer, String(value)]),
  );
  return {
    on,
    changed: changedFigures(base, figures, { catalogue, frame }),
    moves: await readMoves(deps, { moves: job.progress.moves, on, locale: frame.locale }),
    workshopHref: `/dane/criteria/workshop?${query}`,
  };
}
