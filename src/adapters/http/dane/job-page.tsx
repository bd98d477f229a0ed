import type { Job } from '../../../domain/job.ts';
import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import { DaneLayout } from './dane-layout.tsx';
import { MovesResult, type MoveView } from './moves-result.tsx';

export interface JobView {
  readonly job: Pick<Job, 'id' | 'command' | 'done' | 'total' | 'finishedAt' | 'madeAt' | 'progress'>;
  /** By badge: who would come and go. */
  readonly moves: readonly MoveView[];
}

const SECTION = {
  'propose-awards': 'decisions',
  'decide-proposals': 'decisions',
  'try-criteria': 'criteria',
} as const;

/** `/dane/jobs/{id}`: how far long work is, and what came of it. Closing the page stops nothing. */
export function JobPage({ frame, view }: { frame: PageFrame; view: JobView }) {
  const t = frame.t.dane.jobs;
  const { job } = view;
  const { kind } = job.command;
  const total = Math.max(job.total, job.done);
  const refreshHref = job.finishedAt ? undefined : inLanguage(frame, `/dane/jobs/${job.id}`);
  return (
    <DaneLayout frame={frame} section={SECTION[kind]} title={t.titles[kind]} refreshHref={refreshHref}>
      <p class="lede" role="status">
        {job.finishedAt ? t.finished(frame.t.moment(job.finishedAt)) : t.underway(job.done, total)}
      </p>
      <progress value={job.finishedAt ? total : job.done} max={Math.max(1, total)} aria-label={t.progress} />
      {!job.finishedAt && <p class="note">{t.mayLeave}</p>}
      <Counts frame={frame} counts={job.progress.counts} />
      {kind === 'try-criteria' && <MovesResult frame={frame} moves={view.moves} job={job} />}
      {kind !== 'try-criteria' && (
        <p>
          <a href={inLanguage(frame, '/dane/decisions')}>{t.toQueue}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function Counts({ frame, counts }: { frame: PageFrame; counts: Job['progress']['counts'] }) {
  const t = frame.t.dane;
  const entries = Object.entries(counts);
  if (entries.length === 0) return null;
  const words: Readonly<Record<string, string>> = { ...t.jobs.outcomes, ...t.skipped };
  return (
    <dl class="facts-list">
      {entries.map(([outcome, count]) => (
        <>
          <dt>{words[outcome] ?? outcome}</dt>
          <dd>{count}</dd>
        </>
      ))}
    </dl>
  );
}
