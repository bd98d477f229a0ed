import type { SchoolInYear } from '../../../application/school/read-year.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { fullName } from '../../../domain/person/name.ts';
import { isOpen } from '../../../features/contests/feature.ts';
import { waitsFor } from '../../../features/meetings/feature.ts';
import { isProposalOpen, type MissionProposal } from '../../../features/mission-proposals/feature.ts';
import { EmptyState } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { placeOf } from './context.ts';
import { SchoolLayout, type SchoolPlace } from './layout.tsx';
import { isOther, SplitChoice, splitDaysAsText, splitOf, splitQueryOf } from './split/day-choice.tsx';
import { gapViews } from './split/gaps.tsx';
import { SplitMatrix } from './split/matrix.tsx';
import { matrixView } from './split/matrix-view.ts';
import { WaitingList, waitingAt } from './waiting.tsx';

/** `/school/{uai}`: the waiting tasks, then the split of missions. */
export const overviewPages = (deps: AppDeps) =>
  definePages(deps, 'school').page('/school/:uai', 'read-establishment', renderOverview);

async function renderOverview(request: PageRequest) {
  const { c, services, signedIn, store, uai, me, wording, t: texts } = request;
  const [school, awards, proposals, missionProposals, requests, meetings, requested] = await Promise.all([
    services.readSchool(uai),
    store.readAwardsOf([{ kind: 'establishment', uai }]),
    store.readEngagementProposalsAt(uai),
    store.readMissionProposalsAt(uai),
    store.readSupportRequestsAt(uai),
    store.readSchoolMeetingsAt(uai),
    store.readNewcomersAt(uai),
  ]);
  const place = placeOf(c, school);
  const { mayKeep } = place;
  const unsaid = mayKeep ? await services.readPeopleWithoutComment(school, me) : [];
  const waiting = waitingAt(
    school,
    { viewer: me, mayKeep, awards, proposals, newcomers: requested.length, unsaid },
    wording,
  );
  const base = `/school/${uai}`;
  const t = texts.school.overview;
  return (
    <SchoolLayout
      school={place}
      page="overview"
      title={texts.school.pages.overview}
      description={t.description}
    >
      <h2>{t.waiting}</h2>
      {waiting.length === 0 ? (
        <EmptyState>{t.nothingWaits}</EmptyState>
      ) : (
        <WaitingList
          base={base}
          waiting={waiting}
          elsewhere={isOther(splitQueryOf(c, school.today), school.today)}
        />
      )}
      <Elsewhere
        school={place}
        contests={school.contests.filter(isOpen).length}
        proposed={missionProposals.filter(isProposalOpen).length}
        meeting={meetings.find((one) => waitsFor(one, 'principal'))?.id}
        support={requests.filter(({ state }) => state === 'open').length}
      />
      <p class="actions">
        <a href={`${base}/new-year`}>{t.newYear}</a>
        <a href={`${base}/year-end`}>{t.yearEnd}</a>
      </p>
      {await renderSplit(request, school, missionProposals)}
      {signedIn.mayHead.length > 0 && (
        <p class="note">
          {texts.account.headship.askOther} <a href="/headship">{texts.account.headship.title}</a>
        </p>
      )}
      {place.declared && (
        <p class="note">
          {t.declared} <a href="/headship">{t.declaredLink}</a>
        </p>
      )}
    </SchoolLayout>
  );
}

/** The split of missions on the days that the address asks for, its gaps, and its people. */
async function renderSplit(
  { c, store, uai, me, may, wording, t: texts }: PageRequest,
  school: SchoolInYear,
  proposals: readonly MissionProposal[],
) {
  const { today } = school;
  const asked = splitQueryOf(c, today);
  const split = splitOf(school, asked, wording);
  const named = await store.readPeople(proposals.map(({ personId }) => personId));
  const base = `/school/${uai}`;
  const mayKeep = may('keep-establishment', { kind: 'establishment', uai });
  const nameOfOne = (id: PersonId) => named.filter((one) => one.id === id).map(fullName)[0];
  const gaps = gapViews(split, { base, asked, today, mayKeep, proposals, nameOf: nameOfOne }, wording);
  const t = texts.school.overview;
  const shown = t.shown(splitDaysAsText(asked, today, wording));
  return (
    <>
      <h2 id="split">{t.split}</h2>
      <SplitChoice base={base} shown={shown} years={school.schoolYears} asked={asked} today={today} />
      {split.people.length === 0 && <p class="notice">{asked.kind === 'day' ? t.emptyDay : t.empty}</p>}
      {(split.people.length > 0 || gaps.size > 0) && (
        <SplitMatrix matrix={matrixView({ school, asked, split, gaps, viewer: me, mayKeep }, wording)} />
      )}
    </>
  );
}

/** What waits for other people, or on another page of the school. */
function Elsewhere({
  school,
  contests,
  proposed,
  meeting,
  support,
}: {
  school: SchoolPlace;
  contests: number;
  /** Number of proposed missions without an answer. */
  proposed: number;
  /** A meeting for which the DANE proposes a day, without an answer yet. */
  meeting: string | undefined;
  /** Number of requests of the school that wait for the DANE. */
  support: number;
}) {
  const { t } = usePageContext();
  const { overview, pages } = t.school;
  const base = `/school/${school.uai}`;
  return (
    <>
      {contests > 0 && (
        <p class="note">
          {overview.elsewhere(contests)} <a href={`${base}/contests`}>{pages.contests}</a>
        </p>
      )}
      {proposed > 0 && (
        <p class="note">
          {t.missionProposals.count(proposed)} <a href={`${base}/missions`}>{pages.missions}</a>
        </p>
      )}
      {meeting && school.mayKeep && (
        <p class="notice">
          {t.meetings.waitsHere.principal} <a href={`${base}/meetings/${meeting}`}>{pages.meetings}</a>
        </p>
      )}
      {support > 0 && (
        <p class="note">
          {t.support.school.waiting(support)} <a href={`${base}/support`}>{pages.support}</a>
        </p>
      )}
    </>
  );
}
