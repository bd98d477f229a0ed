import type { Overlap } from '../../../../application/decisions/read-batch.ts';
import type { Job } from '../../../../domain/job/job.ts';
import type { AppDeps } from '../../env.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { readActors } from '../actors.ts';

/** A decision on several badges that is not finished. */
export interface UnderWayView {
  readonly decision: 'grant' | 'refuse';
  readonly total: number;
  readonly done: number;
  readonly by: string;
  /** Nothing is carried out before this instant. */
  readonly startsAt?: string;
  readonly href: string;
}

/** A decision that also decides on badges of the one that the agent is about to make. */
export interface OverlapView extends UnderWayView {
  /** Number of badges that both hold. */
  readonly common: number;
  /** Whether the agent made it too. Only a colleague's badges are left out. */
  readonly isOwn: boolean;
}

export async function readUnderWay(
  deps: AppDeps,
  locale: PageFrame['locale'],
): Promise<readonly UnderWayView[]> {
  const jobs = await deps.ports.store.readUnfinishedJobs('decide-proposals');
  return viewsOf(deps, jobs, locale);
}

/** The decisions under way that overlap with the one on the page. */
export async function overlapViews(
  deps: AppDeps,
  overlaps: readonly Overlap[],
  { actor, locale }: { readonly actor: string; readonly locale: PageFrame['locale'] },
): Promise<readonly OverlapView[]> {
  const views = await viewsOf(
    deps,
    overlaps.map(({ job }) => job),
    locale,
  );
  return views.map((view, at) => ({
    ...view,
    common: overlaps[at]?.common ?? 0,
    isOwn: overlaps[at]?.job.madeBy === actor,
  }));
}

async function viewsOf(
  { ports: { store, clock } }: AppDeps,
  jobs: readonly Job[],
  locale: PageFrame['locale'],
): Promise<readonly UnderWayView[]> {
  if (jobs.length === 0) return [];
  const nameOf = await readActors(
    store,
    jobs.map(({ madeBy }) => madeBy),
  );
  const now = clock.now();
  return jobs.flatMap((job): readonly UnderWayView[] => {
    const { command, startsAt } = job;
    if (command.kind !== 'decide-proposals') return [];
    return [
      {
        decision: command.decision,
        total: job.total,
        done: job.done,
        by: nameOf(job.madeBy, locale),
        ...(startsAt && startsAt > now && { startsAt }),
        href: `/dane/jobs/${job.id}`,
      },
    ];
  });
}

/** The decisions under way. They are shown on every page where an agent could decide the same badges
 *  again. */
export function UnderWay({ jobs }: { jobs: readonly UnderWayView[] }) {
  const t = useFrame().t.dane.decisions.underWay;
  if (jobs.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="under-way">
      <h2 id="under-way">{t.title}</h2>
      <ul>
        {jobs.map((view) => (
          <li>
            <Line view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before several badges are decided on: the decisions under way that hold some of the same badges. */
export function Overlaps({ overlaps }: { overlaps: readonly OverlapView[] }) {
  const t = useFrame().t.dane.decisions.overlaps;
  if (overlaps.length === 0) return null;
  return (
    <section class="notice" role="status" aria-labelledby="overlaps">
      <h2 id="overlaps">{t.title}</h2>
      <ul>
        {overlaps.map((view) => (
          <li>
            {view.isOwn ? t.own(view.common) : t.others(view.common)} <Line view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ view: { decision, total, done, by, startsAt, href } }: { view: UnderWayView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions.underWay;
  return (
    <>
      {t.line[decision](total, by)} {startsAt ? t.waits(frame.t.moment(startsAt)) : t.progress(done, total)}{' '}
      <a href={href}>{t.see}</a>
    </>
  );
}
