import { yearToPrepare } from '../../../../domain/engagement/carry-over.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { ActButton } from '../../forms/elements.tsx';
import { useFrame } from '../../layout/page-context.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { placeOf, yearOf } from '../context.ts';
import { type SchoolPlace, SchoolShell } from '../layout.tsx';
import { yearEndItems } from './end-items.ts';
import { hasLink, type YearAround, type YearItem } from './items.ts';
import { newYearItems } from './start-items.ts';

/** `/school/{uai}/new-year` and `/school/{uai}/year-end`: the tasks at the beginning and at the end of a
 *  school year, to prepare, sign and print. Both pages also show the neighbouring year. */
export const yearPages = (deps: AppDeps) =>
  pagesOf(deps, 'school')
    .page('/school/:uai/new-year', 'read-establishment', async (visit) => {
      const now = schoolYearOf(visit.today);
      const year = among([now, now + 1], yearOf(visit.c)) ?? yearToPrepare(visit.today);
      const around = await readAround(visit, year);
      const otherYear = year === now ? now + 1 : now;
      return drawYear(visit, around, { kind: 'new-year', otherYear, items: newYearItems(around) });
    })
    .page('/school/:uai/year-end', 'read-establishment', async (visit) => {
      const now = schoolYearOf(visit.today);
      const year = among([now, now - 1], yearOf(visit.c)) ?? now;
      const around = await readAround(visit, year);
      const otherYear = year === now ? now - 1 : now;
      return drawYear(visit, around, { kind: 'year-end', otherYear, items: yearEndItems(around) });
    });

function among(years: readonly SchoolYear[], asked: SchoolYear | undefined): SchoolYear | undefined {
  return years.find((year) => year === asked);
}

async function readAround(
  { services, store, uai, me, wording }: Visit,
  year: SchoolYear,
): Promise<YearAround> {
  const [school, missionProposals, changes, papers, [record], badges, meetings, reports] = await Promise.all([
    services.readSchool(uai, year),
    store.readMissionProposalsAt(uai),
    store.readEngagementProposalsAt(uai),
    store.readPapersMade(uai, year),
    store.readEstablishmentRecords([uai]),
    services.readSchoolBadges(uai),
    store.readSchoolMeetingsAt(uai),
    store.readYearlyReportsAt(uai, year),
  ]);
  return {
    ...{ school, year, missionProposals, changes, papers, badges, meetings, reports, wording },
    heldMeetings: record?.meetings ?? [],
    viewer: me,
  };
}

interface YearTasks {
  readonly kind: 'new-year' | 'year-end';
  readonly otherYear: SchoolYear;
  readonly items: readonly YearItem[];
}

/** Each task with its state and its one link. */
function drawYear(visit: Visit, around: YearAround, { kind, otherYear, items }: YearTasks) {
  const t = visit.t.yearPages;
  const { year } = around;
  const school = placeOf(visit.c, around.school);
  const base = `/school/${school.uai}`;
  const left = items.filter(({ state }) => state === 'todo').length;
  return (
    <SchoolShell
      school={school}
      page="overview"
      title={t.titles[kind](schoolYearLabel(year))}
      description={t.ledes[kind]}
    >
      <p class="lede">{t.left(left)}</p>
      <p>{t.ledes[kind]}</p>
      <CardTable
        caption={t.titles[kind](schoolYearLabel(year))}
        rows={items}
        columns={[
          { heading: t.what, cell: ({ title }) => title, names: true },
          { heading: t.state, cell: ({ state }) => <State state={state} />, class: () => 'nowrap' },
          { heading: t.facts, cell: ({ words }) => words },
          {
            heading: t.act,
            cell: (item) => <Act school={school} item={item} year={year} />,
            label: false,
          },
        ]}
      />
      <ul class="links">
        <li>
          <a href={`${base}/${kind}?year=${otherYear}`}>{t.titles[kind](schoolYearLabel(otherYear))}</a>
        </li>
        <li>
          <a href={base}>{t.back}</a>
        </li>
      </ul>
    </SchoolShell>
  );
}

/** The word for the state, before which the style sheet draws a filled circle, an empty one or a dash. */
function State({ state }: { state: YearItem['state'] }) {
  return <span class={`item-state ${state}`}>{useFrame().t.yearPages.states[state]}</span>;
}

/** The one link of an item, where it leads anywhere; for a paper of everybody, the button that makes and
 *  opens it. */
function Act({ school, item, year }: { school: SchoolPlace; item: YearItem; year: number }) {
  const t = useFrame().t.yearPages;
  const { prints, path, link, title } = item;
  const base = `/school/${school.uai}`;
  if (prints && school.mayKeep) {
    return (
      <ActButton
        action={`${base}/papers/together`}
        hidden={{ kind: prints, year: String(year) }}
        class="secondary in-row"
      >
        {t.prints[prints]}
      </ActButton>
    );
  }
  if (!hasLink(item)) return null;
  return (
    <a href={`${base}${path}`} aria-label={t.linkOf(link, title)}>
      {link}
    </a>
  );
}
