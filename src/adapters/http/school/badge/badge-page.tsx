import { schoolYearLabel } from '../../../../domain/time/school-year.ts';
import { BadgeProgressFold } from '../../my/badges/badge-progress-fold.tsx';
import { BadgeCards } from '../../my/badges/badges-page.tsx';
import type { OwnBadgeView } from '../../my/badges/badges-view.ts';
import type { ProgressView } from '../../my/badges/progress-view.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

interface SchoolBadgeProps {
  readonly school: SchoolPlace;
  readonly view: {
    readonly on: string;
    readonly schoolYear: number;
    readonly own: readonly OwnBadgeView[];
    readonly progress: readonly ProgressView[];
  };
}

/** `/school/{uai}/badge`: the badges granted to the school, and this year's missing requirements. */
export function SchoolBadgePage({ school, view }: SchoolBadgeProps) {
  const frame = useFrame();
  const t = frame.t.school.badge;
  return (
    <SchoolShell school={school} page="badge" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.granted}</h2>
      {view.own.length === 0 ? <p>{t.none}</p> : <BadgeCards badges={view.own} />}
      <h2>{t.progress(schoolYearLabel(view.schoolYear))}</h2>
      <p>{frame.t.my.badges.today(frame.t.day(view.on))}</p>
      {view.progress.map((badge) => (
        <BadgeProgressFold badge={badge} open />
      ))}
    </SchoolShell>
  );
}
