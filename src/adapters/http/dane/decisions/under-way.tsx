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

export async function readUnderWay(
  { ports: { store, clock } }: AppDeps,
  locale: PageFrame['locale'],
): Promise<readonly UnderWayView[]> {
  const jobs = await store.readUnfinishedJobs('decide-proposals');
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
  const frame = useFrame();
  const t = frame.t.dane.decisions.underWay;
  if (jobs.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="under-way">
      <h2 id="under-way">{t.title}</h2>
      <ul>
        {jobs.map(({ decision, total, done, by, startsAt, href }) => (
          <li>
            {t.line[decision](total, by)}{' '}
            {startsAt ? t.waits(frame.t.moment(startsAt)) : t.progress(done, total)}{' '}
            <a href={href}>{t.see}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
