import type { PageFrame } from '../pages/page-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school/school-shell.tsx';
import { ContestStory, ContestTable } from './contest-story.tsx';
import type { ContestLine, ContestView } from './contest-view.ts';

/** `/school/{uai}/contests`: those of the school. */
export function SchoolContestsPage({
  frame,
  school,
  lines,
}: {
  frame: PageFrame;
  school: SchoolPlace;
  lines: readonly ContestLine[];
}) {
  const t = frame.t.contests;
  return (
    <SchoolShell
      frame={frame}
      school={school}
      page="contests"
      title={t.listTitle.school}
      description={t.listLede.school}
    >
      <p class="lede">{t.listLede.school}</p>
      {lines.length === 0 ? (
        <p>{t.none.school}</p>
      ) : (
        <ContestTable frame={frame} base={`/school/${school.uai}/contests`} lines={lines} />
      )}
    </SchoolShell>
  );
}

/** `/school/{uai}/contests/{id}`: one of them, to read. */
export function SchoolContestPage({
  frame,
  school,
  view,
}: {
  frame: PageFrame;
  school: SchoolPlace;
  view: ContestView;
}) {
  const t = frame.t.contests;
  return (
    <SchoolShell
      frame={frame}
      school={school}
      page="contests"
      title={t.title(view.name)}
      description={t.parties}
    >
      <ContestStory frame={frame} view={view} />
    </SchoolShell>
  );
}
