import { type Context, Hono } from 'hono';
import type { Store } from '../../../../application/ports.ts';
import type { Recipient } from '../../../../domain/award/award-types.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Job } from '../../../../domain/job.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../page-answer.tsx';
import { workspaceFrame } from '../../workspace-frame.ts';
import type { MoveView } from '../criteria/moves-result.tsx';
import { badgeName, readNames } from '../decisions/decision-views.ts';
import { JobPage } from './job-page.tsx';

/** Names shown of those who would gain or lose a badge; the count says how many there are. */
const SHOWN_NAMES = 100;

/** `/dane/jobs/{id}`: each visit goes on with the work for a moment. */
export function jobRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  return new Hono<AppEnv>().get('/dane/jobs/:id', ...reads, async (c) => {
    const job = await deps.services.advanceJob(c.req.param('id'));
    return job ? answerJob(c, deps, job) : answerError(c, deps, { kind: 'not-found', status: 404 });
  });
}

async function answerJob(c: Context<AppEnv>, deps: AppDeps, job: Job) {
  const { store, catalogue } = deps.ports;
  const { locale } = c.var;
  const moves: MoveView[] = [];
  for (const [achievement, move] of Object.entries(job.progress.moves ?? {})) {
    moves.push({
      badge: badgeName(catalogue, { achievement, locale }),
      before: move.before,
      after: move.after,
      gain: await people(store, achievement, move.gain),
      lose: await people(store, achievement, move.lose),
      moreGain: Math.max(0, move.gain.length - SHOWN_NAMES),
      moreLose: Math.max(0, move.lose.length - SHOWN_NAMES),
    });
  }
  return answerPage(c, <JobPage frame={workspaceFrame(c, deps, 'dane')} view={{ job, moves }} />);
}

async function people(store: Store, achievement: string, ids: readonly string[]): Promise<MoveView['gain']> {
  const shown = ids.slice(0, SHOWN_NAMES);
  const recipients = shown.map(
    (id): Recipient =>
      achievement === 'RUPN-EQUIPE'
        ? { kind: 'establishment', uai: id as Uai }
        : { kind: 'person', personId: id as PersonId },
  );
  const { nameOf } = await readNames(store, recipients);
  return recipients.map((recipient) => ({
    name: nameOf(recipient),
    ...(recipient.kind === 'person' && { href: `/dane/people/${recipient.personId}` }),
  }));
}
