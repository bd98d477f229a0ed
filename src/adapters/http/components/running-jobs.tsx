import { isDueToCome } from '../../../domain/award/scheduled-decision.ts';
import type { Job } from '../../../domain/job/types.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import { usePageContext } from '../layout/page-context.ts';

/** One piece of work of the signed-in person, in words. */
export interface JobRow {
  readonly text: string;
  readonly href: string;
  readonly isOver: boolean;
}

/** The work that a person began, in the words of a page. The page of a job leaves that job out, and a decision that
 *  is dated months ahead is no work yet. */
export function jobRows(jobs: readonly Job[], t: PageTexts, path: string): readonly JobRow[] {
  const { work, titles } = t.dane.jobs;
  return jobs
    .filter((job) => !isDueToCome(job))
    .filter(({ id, command }) => path !== `/dane/jobs/${id}` && path !== importPage(command))
    .map(({ id, command, done, total, startsAt, finishedAt, progress }) => {
      const title = titles[command.kind];
      const stated = finishedAt
        ? 'taken-back' in progress.counts || 'dropped' in progress.counts
          ? work.stopped
          : work.over
        : startsAt
          ? work.waits(t.moment(startsAt))
          : work.goesOn(done, Math.max(done, total));
      return { text: work.line(title, stated), href: `/dane/jobs/${id}`, isOver: finishedAt !== undefined };
    });
}

/** The page where an import is looked at and undone. */
function importPage(command: Job['command']): string | undefined {
  return 'importId' in command ? `/dane/imports/past/${command.importId}` : undefined;
}

/** The quiet line about work in progress on every page of the space. The script reads it again while there is
 *  work; without the script, the reader follows the link. */
export function JobRows({ lines }: { lines: readonly JobRow[] }) {
  const { t } = usePageContext();
  const { work } = t.dane.jobs;
  if (lines.length === 0) return null;
  const goesOn = lines.some(({ isOver }) => !isOver);
  return (
    <section
      class="work no-print"
      id="work"
      aria-label={work.title}
      data-work={goesOn ? '/dane/jobs' : undefined}
    >
      <ul aria-live="polite">
        {lines.map(({ text, href }) => (
          <li>
            {text} <a href={href}>{work.see}</a>
          </li>
        ))}
      </ul>
      {goesOn && (
        <a href="/dane/jobs" class="work-again">
          {work.again}
        </a>
      )}
    </section>
  );
}
