import { schoolYearLabel } from '../../../domain/time/school-year.ts';
import { EmptyState } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { BadgeCards } from '../my/badges/list.tsx';
import { BadgeProgressDetails } from '../my/badges/progress-details.tsx';
import { progressView } from '../my/badges/progress-view.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { placeOf } from './context.ts';
import { SchoolLayout } from './layout.tsx';

/** `/school/{uai}/badge`: the badges granted to the school, and this year's missing requirements. A badge is
 *  accepted and shared on the same page as every other badge. */
export const schoolBadgePages = (deps: AppDeps) =>
  definePages(deps, 'school').page('/school/:uai/badge', 'read-establishment', renderBadge);

async function renderBadge(request: PageRequest) {
  const { c, deps, ports, services, uai, t: texts, wording } = request;
  const read = await services.readSchoolBadges(uai);
  const school = placeOf(c, read);
  const { criteria, awards } = read;
  const t = texts.school.badge;
  return (
    <SchoolLayout school={school} page="badge" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.granted}</h2>
      {awards.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <BadgeCards ports={ports} awards={awards} chooses={school.mayKeep} />
      )}
      {request.may('decide-award', { kind: 'establishment', uai }) && (
        <p>
          <a class="button-secondary" href={`/dane/schools/${uai}/award`}>
            {texts.dane.people.person.grantByDecision}
          </a>
        </p>
      )}
      <h2>{t.progress(schoolYearLabel(read.schoolYear))}</h2>
      <p>{texts.my.badges.today(texts.day(read.on))}</p>
      {read.badges.map((one) => (
        <BadgeProgressDetails badge={progressView(deps, one, { criteria, locale: wording.locale })} open />
      ))}
    </SchoolLayout>
  );
}
