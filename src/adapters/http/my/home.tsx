import type { OwnRecord } from '../../../application/self-service/read-own-record.ts';
import type { AwardWithCredential } from '../../../application/store/badge-readers.ts';
import { chosenForm } from '../../../domain/holder/chosen-form.ts';
import type { LocalDate } from '../../../domain/time/calendar.ts';
import { schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import { contestState } from '../../../features/contests/feature.ts';
import { Invited, readInvited } from '../../../features/invitations/my.tsx';
import { ProposedMissions, readProposedMissions } from '../../../features/mission-proposals/my.tsx';
import { News, newsViews } from '../components/news.tsx';
import type { AppDeps } from '../env.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { findingTexts } from '../view-models/public-texts.ts';
import { BadgePath } from './badge-path.tsx';
import { titleOf } from './badges/state.ts';
import { OwnTimeline } from './engagements/timeline-chart.tsx';
import { timelineView } from './engagements/timeline-view.ts';
import { glanceOf, type HomeSummaryContext, newsOf } from './home-summary.ts';
import { MyLayout } from './layout.tsx';
import { renderOtherSpaces } from './other-spaces.tsx';

/** `/my`: the person's own space. */
export const homePages = (deps: AppDeps) =>
  definePages(deps, 'my').page('/my', 'keep-own-record', renderHome);

/** The best news first, then the way from badge to badge, the waiting tasks, and the years. A person without
 *  an engagement sees their other spaces instead, and no badges that they do not seek. */
async function renderHome(request: PageRequest) {
  const { ports, services, wording } = request;
  const own = await services.readOwnRecord(request.me);
  const words = findingTexts(ports.catalogue, own.criteria, wording.locale, chosenForm(own.awards));
  const reported = { ports, own, progress: services.deriveBadgeProgress(own), wording, words };
  const newBadges = own.awards.filter(isNew);
  const proposed = await readProposedMissions(request);
  const invited = await readInvited(request);
  return (
    <MyLayout page="home" title={request.t.my.title}>
      {newBadges.length > 0 && <NewBadges told={reported} badges={newBadges} />}
      <ProposedMissions proposed={proposed} />
      <Invited invited={invited} />
      {(await renderOtherSpaces(request, own)) ?? <Own told={reported} newBadges={newBadges.length} />}
      <News news={newsViews(ports.settings.news())} />
    </MyLayout>
  );
}

/** Whether the badge waits for its holder's answer. */
function isNew({ credential }: AwardWithCredential): boolean {
  if (credential?.choice.acceptance !== 'private') return false;
  return !credential.revocation && !credential.suspension && !credential.erasedAt;
}

/** The new badges, drawn, with the one link to answer them. */
function NewBadges({
  told: { ports, wording },
  badges,
}: {
  told: HomeSummaryContext;
  badges: readonly AwardWithCredential[];
}) {
  const t = usePageContext().t.my.moment.home;
  const many = badges.length;
  return (
    <section class="new-badges-short" aria-labelledby="new-badges">
      <h2 id="new-badges">{t.title(many)}</h2>
      <ul>
        {badges.map((one) => (
          <li>
            <img
              src={`/my/badges/${one.credential?.id}/image.svg?size=128`}
              alt=""
              width="128"
              height="128"
            />
            <strong>{titleOf(ports, one, wording.locale)}</strong>
          </li>
        ))}
      </ul>
      <p>{t.text(many)}</p>
      <p>
        <a class="button" href="/my/badges/new">
          {t.see(many)}
        </a>
      </p>
    </section>
  );
}

/** The person's engagement, in an overview. The best true news is left out where there are new badges, which
 *  are news enough. */
function Own({ told, newBadges }: { told: HomeSummaryContext; newBadges: number }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.home;
  const { own } = told;
  const news = newBadges > 0 ? undefined : newsOf(told);
  const glance = glanceOf(told, news);
  const timeline = timelineView(own, pageContext.t);
  return (
    <>
      {news && <p class="news">{news}</p>}
      {glance && <p class="lede">{glance}</p>}
      {timeline.years.length === 0 && <p class="lede">{t.empty}</p>}
      <Waiting own={own} newBadges={newBadges} />
      {newBadges === 0 && <NextAction own={own} />}
      <h2>{t.path.heading}</h2>
      <BadgePath told={told} />
      <p>
        <a href="/my/badges">{t.seeBadges}</a>
      </p>
      {timeline.years.length > 0 && (
        <>
          <h2>{t.years}</h2>
          <OwnTimeline view={timeline} />
        </>
      )}
    </>
  );
}

const answerableOf = ({ contests }: OwnRecord) =>
  contests.filter((one) => contestState(one) === 'awaits-answer');

/** The one button of the page, if any: answers a contest, else declares an engagement for this year. */
function NextAction({ own }: { own: OwnRecord }) {
  const t = usePageContext().t.my.home;
  const { engagements } = own.record;
  if (answerableOf(own).length > 0) {
    return (
      <p>
        <a class="button" href="/my/contests">
          {t.answer}
        </a>
      </p>
    );
  }
  if (engagements.some(({ period }) => isOn(period, own.on))) return null;
  return (
    <p>
      <a class="button" href="/my/engagements/new">
        {engagements.length > 0 ? t.declareYear(schoolYearLabel(schoolYearOf(own.on))) : t.declare}
      </a>
    </p>
  );
}

/** Whether the period contains the day or begins after it. */
function isOn({ to }: { readonly to?: LocalDate }, on: LocalDate): boolean {
  return to === undefined || to >= on;
}

/** The tasks that the person can answer, and those that wait for other people. */
function Waiting({ own, newBadges }: { own: OwnRecord; newBadges: number }) {
  const t = usePageContext().t.my.home;
  const contested = answerableOf(own);
  const byPrincipal = contested.every(({ openedBy }) => openedBy !== undefined);
  const { engagements } = own.record;
  const requested = engagements.filter(({ confirmation }) => confirmation === 'requested').length;
  if (contested.length + requested === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      <ul class="links">
        {contested.length > 0 && (
          <li>
            {t.contested(contested.length, byPrincipal)}{' '}
            {newBadges > 0 && <a href="/my/contests">{t.answer}</a>}
          </li>
        )}
        {requested > 0 && (
          <li>
            {t.requested(requested)} <a href="/my/engagements">{t.seeRequested}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
