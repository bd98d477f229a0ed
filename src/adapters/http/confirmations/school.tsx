import type { SchoolInYear } from '../../../application/school/read-year.ts';
import { engagementsOfYear } from '../../../domain/engagement/mission-split.ts';
import { type EngagementProposal, isWaiting } from '../../../domain/engagement/proposal.ts';
import type { Engagement } from '../../../domain/records.ts';
import { schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import { isSettled } from '../../../features/contests/feature.ts';
import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { changeRow, type NameOf, readNamesOf } from '../engagements/change-view.ts';
import { missionCodes } from '../engagements/facts.tsx';
import type { AppDeps } from '../env.ts';
import { readForm } from '../forms/schema.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { deciderOf, placeOf, yearOf } from '../school/context.ts';
import { ALL_YEARS, SchoolLayout, type SchoolPlace, YearChoice } from '../school/layout.tsx';
import { decisionPages, openContestOf, yearThatShows } from './school-decision.tsx';
import { describeRequestedEngagement, Requests, renewalsOf, requestsOf } from './school-requests.tsx';

const MOST_AT_ONCE = 200;
const PATH = '/school/:uai/confirmations';

/** `/school/{uai}/confirmations`: the requests of a school, answered one by one or several at once. */
export const schoolConfirmationPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderConfirmations)
    .form(PATH, 'keep-establishment', {
      schema: async ({ c }) => {
        const values = await readForm(c);
        return { ok: true, value: values, values };
      },
      act: async (request, { reference = [], seen = [] }) => {
        const { uai } = request;
        const references = reference.slice(0, MOST_AT_ONCE);
        const by = deciderOf(request.c);
        const done = await request.services.confirmTogether({ uai, references, seen, by });
        const counts = `count=${done.confirmed.length}&left=${done.clashes.length}&gone=${done.ignored}`;
        return `/school/${uai}/confirmations?${counts}${yearThatShows(request, done.confirmed)}`;
      },
      done: 'engagements-confirmed',
    })
    .with(decisionPages(deps).routes);

/** The requests, then the decisions. The clear requests can be confirmed together. */
async function renderConfirmations(visit: PageRequest) {
  const { c, uai } = visit;
  const t = visit.t.school.decisions;
  setResult(visit);
  const school = await visit.services.readSchool(uai);
  const year = c.req.query('year') === ALL_YEARS ? ALL_YEARS : (yearOf(c) ?? school.schoolYear);
  const place = placeOf(c, school);
  const requests = requestsOf(school, visit);
  const renewals = renewalsOf(school, visit);
  const waiting = (await visit.store.readEngagementProposalsAt(uai)).filter(isWaiting).toReversed();
  const nameOf = await readNamesOf(visit.store, waiting, visit.wording);
  const decided = decidedOf(school, year);
  return (
    <SchoolLayout school={place} page="confirmations" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <h2>{t.toDecide}</h2>
      {requests.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <Requests place={place} requests={requests} />
      )}
      {renewals.length > 0 && (
        <>
          <h2 id="renewals">{t.renewals.title}</h2>
          <p>{t.renewals.lede(renewals.length, schoolYearLabel(schoolYearOf(visit.today)))}</p>
          <Requests place={place} requests={renewals} renewed />
        </>
      )}
      {waiting.length > 0 && <Proposals {...{ place, waiting, nameOf, visit }} />}
      {(decided.length > 0 || school.schoolYears.length > 1) && (
        <>
          <h2 id="decided">{t.decided}</h2>
          <YearChoice
            action={`/school/${uai}/confirmations#decided`}
            years={school.schoolYears}
            current={year}
            all
          />
          {decided.length > 0 ? <Decided {...{ place, school, decided, visit }} /> : <p>{t.noneDecided}</p>}
        </>
      )}
    </SchoolLayout>
  );
}

/** After a confirmation of several requests, the page says how many were confirmed, and why others were
 *  not. */
function setResult({ c, query, t }: PageRequest): void {
  const count = (name: string) => Number(query(name)) || 0;
  if (query('count') === undefined) return;
  c.set('result', t.school.decisions.together(count('count'), count('left'), count('gone')));
}

/** The engagements with a day in that school year, or all, on which the DANE or a principal has decided. */
function decidedOf({ engagements }: SchoolInYear, year: number | typeof ALL_YEARS) {
  const ofYear = year === ALL_YEARS ? engagements : engagementsOfYear(engagements, year);
  return ofYear.filter(({ confirmation }) => confirmation !== 'requested');
}

/** The changes that teachers propose, the oldest first, decided one by one. */
function Proposals({
  place,
  waiting,
  nameOf,
  visit: { uai, me, wording },
}: {
  place: SchoolPlace;
  waiting: readonly EngagementProposal[];
  nameOf: NameOf;
  visit: PageRequest;
}) {
  const t = wording.t.changes.decide;
  return (
    <>
      <h2 id="proposed">{t.waiting}</h2>
      <ul class="change-list">
        {waiting.map((proposal) => {
          const line = changeRow(proposal, nameOf, wording);
          const own = proposal.personId === me;
          return (
            <li class="request">
              <h3>{nameOf(proposal.personId)}</h3>
              <p>
                <strong>{line.what}</strong>
              </p>
              <p class="note">{line.before}</p>
              <p>{line.story[0]}</p>
              {own && <p class="notice">{t.own}</p>}
              {place.mayKeep && !own && (
                <a
                  class="button-secondary"
                  href={`/school/${uai}/proposals/${line.id}`}
                  aria-label={t.openOf(nameOf(proposal.personId))}
                >
                  {t.open}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Decided({
  place,
  school,
  decided,
  visit: { me, wording },
}: {
  place: SchoolPlace;
  school: SchoolInYear;
  decided: readonly Engagement[];
  visit: PageRequest;
}) {
  const t = wording.t.school.decisions;
  const rows = decided.map((engagement) => ({
    ...describeRequestedEngagement(engagement, school, wording),
    settled: isSettled(engagement.reference, school.contests),
    mayChange: place.mayKeep && engagement.personId !== me,
    contest: openContestOf(engagement.reference, school.contests),
  }));
  return (
    <CardTable
      rows={rows}
      columns={[
        { heading: t.person, cell: (one) => one.name, names: true },
        { heading: t.period, cell: (one) => one.period },
        {
          heading: t.missions,
          cell: missionCodes,
        },
        {
          heading: t.state,
          cell: (one) => (
            <>
              {one.state}
              {one.decidedBy && <span class="note"> {one.decidedBy}</span>}
              {one.reservation && <p class="reservation">{t.reservationOf(one.reservation)}</p>}
            </>
          ),
        },
        {
          heading: t.decide,
          cell: ({ settled, contest, mayChange, reference, name, period }) =>
            settled ? (
              t.settled
            ) : (
              <>
                {contest && (
                  <>
                    <a href={`/school/${place.uai}/contests/${contest.id}`}>{t.readContest}</a>{' '}
                  </>
                )}
                {mayChange && (
                  <a
                    href={`/school/${place.uai}/confirmations/${encodeURIComponent(reference)}`}
                    aria-label={t.changeOf(`${name}, ${period}`)}
                  >
                    {t.change}
                  </a>
                )}
                {!mayChange && !contest && '–'}
              </>
            ),
        },
      ]}
    />
  );
}
