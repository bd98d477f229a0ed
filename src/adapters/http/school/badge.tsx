import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { Empty } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { BadgeCards } from '../my/badges/list.tsx';
import { BadgeProgressFold } from '../my/badges/progress-details.tsx';
import { progressView } from '../my/badges/progress-view.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { placeOf } from './context.ts';
import { SchoolShell } from './layout.tsx';

/** `/school/{uai}/badge`: the badges granted to the school, and this year's missing requirements. A badge is
 *  accepted and shared on the same page as every other badge. */
export const schoolBadgePages = (deps: AppDeps) =>
  pagesOf(deps, 'school').page('/school/:uai/badge', 'read-establishment', drawBadge);

async function drawBadge(visit: Visit) {
  const { c, deps, ports, services, uai, t: words, wording } = visit;
  const read = await services.readSchoolBadges(uai);
  const school = placeOf(c, read);
  const { criteria, awards } = read;
  const t = words.school.badge;
  return (
    <SchoolShell school={school} page="badge" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.granted}</h2>
      {awards.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <BadgeCards ports={ports} awards={awards} chooses={school.mayKeep} />
      )}
      {visit.may('decide-award', { kind: 'establishment', uai }) && (
        <p>
          <a class="button-secondary" href={`/dane/schools/${uai}/award`}>
            {words.dane.people.person.grantByDecision}
          </a>
        </p>
      )}
      <h2>{t.progress(schoolYearLabel(read.schoolYear))}</h2>
      <p>{words.my.badges.today(words.day(read.on))}</p>
      {read.badges.map((one) => (
        <BadgeProgressFold badge={progressView(deps, one, { criteria, locale: wording.locale })} open />
      ))}
    </SchoolShell>
  );
}
