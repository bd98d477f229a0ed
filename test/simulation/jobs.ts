import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { action, long, onFound, type SimulatedAction } from './operation.ts';
import { datedDecisions } from './queries.ts';

/** An import that there is not: the job to undo it fails each time. */
export const MISSING_IMPORT = 'no-such-import';
const FAILING =
  'select id as "ids.failing" from job where failure_count is not null and finished_at is null order by id';

/** Decisions that are dated, and jobs that fail. */
export const JOBS: readonly SimulatedAction[] = [
  long('dated decisions: a grant is dated', 1, ({ process, handles, outside, random }) =>
    process.services.grantAtHour({
      at: secondsAfter(outside.now(), (1 + random.integer(60)) * 86_400),
      actor: handles.people.agent,
    }),
  ),
  onFound(
    action('dated decisions: the dated decision is released', 0.5, ({ process, handles }) =>
      process.services.holdScheduledDecision({
        ...{ id: handles.ids['dated'] ?? '', actor: handles.people.dane, isHeld: false },
      }),
    ),
    () => datedDecisions('and held_by is not null'),
    'dated decisions: the dated decision is held',
  ),
  {
    ...long('jobs: one is begun that cannot be done', 0.3, async ({ process, handles }) => {
      const job = await process.services.beginJob(
        { kind: 'undo-import', importId: MISSING_IMPORT },
        handles.people.dane,
      );
      await process.services.advanceJob(job.id).catch(() => undefined);
    }),
    // What is left of it is the job alone.
    mayChangeNothing: true,
  },
  onFound(
    action('jobs: a failing one is tried again', 0.4, ({ process, handles }) =>
      process.services.retryJob({ id: handles.ids['failing'] ?? '', actor: handles.people.dane }),
    ),
    () => FAILING,
    'jobs: one is begun that cannot be done',
  ),
  onFound(
    action('jobs: a failing one is dropped', 0.6, ({ process, handles }) =>
      process.services.dropJob({
        ...{ id: handles.ids['failing'] ?? '', actor: handles.people.dane, reason: 'Elle n’existe plus.' },
      }),
    ),
    () => FAILING,
    'jobs: one is begun that cannot be done',
  ),
];
