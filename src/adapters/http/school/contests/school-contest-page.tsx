import { ContestList, type ContestListProps } from '../../contests/contest-list.tsx';
import { ContestStory } from '../../contests/contest-story.tsx';
import type { ContestView } from '../../contests/contest-view.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

interface SchoolContestsProps extends Pick<ContestListProps, 'lines' | 'open' | 'next'> {
  readonly school: SchoolPlace;
}

/** `/school/{uai}/contests`: the school's contests. */
export function SchoolContestsPage({ school, ...list }: SchoolContestsProps) {
  const t = useFrame().t.contests;
  return (
    <SchoolShell school={school} page="contests" title={t.listTitle.school} description={t.listLede.school}>
      <p class="lede">{t.listLede.school}</p>
      <ContestList base={`/school/${school.uai}/contests`} none={t.none.school} {...list} />
    </SchoolShell>
  );
}

interface SchoolContestProps {
  readonly school: SchoolPlace;
  readonly view: ContestView;
  /** The segment that the viewer may confirm after all, as it is shown. */
  readonly lift?: { readonly reference: string; readonly seen: string } | undefined;
}

/** `/school/{uai}/contests/{id}`: one contest, which the principal may lift while it waits. */
export function SchoolContestPage({ school, view, lift }: SchoolContestProps) {
  return (
    <SchoolShell school={school} page="contests" title={view.title} description={view.parties}>
      <ContestStory view={view} />
      {lift && <Lift school={school} lift={lift} />}
    </SchoolShell>
  );
}

/** A contest is lifted by confirming its segment. */
function Lift({
  school,
  lift: { reference, seen },
}: Pick<SchoolContestProps, 'school'> & { lift: NonNullable<SchoolContestProps['lift']> }) {
  const t = useFrame().t.school.decisions;
  const path = `/school/${school.uai}/confirmations/${encodeURIComponent(reference)}`;
  return (
    <>
      <h2>{t.lift}</h2>
      <p>{t.liftText}</p>
      <div class="actions">
        <form method="post" action={path}>
          <input type="hidden" name="seen" value={seen} />
          <button type="submit" name="decision" value="confirm">
            {t.lift}
          </button>
        </form>
        <a class="button-secondary" href={path}>
          {t.liftOtherwise}
        </a>
      </div>
    </>
  );
}
