import { yearToPrepare } from '../../../../domain/engagement/carry-over.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { placeOf, yearOf } from '../context.ts';
import { SchoolLayout, type SchoolPlace } from '../layout.tsx';
import { yearEndItems } from './end-items.ts';
import { hasLink, type YearAround, type YearItem } from './items.ts';
import { newYearItems } from './start-items.ts';

/** `/school/{uai}/new-year` and `/school/{uai}/year-end`: the tasks at the beginning and at the end of a
 *  school year, to prepare, sign and print. Both pages also show the neighbouring year. */
export const yearPages = (deps: AppDeps) =>
  definePages(deps, 'school')
    .page('/school/:uai/new-year', 'read-establishment', async (request) => {
      const now = schoolYearOf(request.today);
      const year = among([now, now + 1], yearOf(request.c)) ?? yearToPrepare(request.today);
      const around = await readAround(request, year);
      const otherYear = year === now ? now + 1 : now;
      return renderYear(request, around, { kind: 'new-year', otherYear, items: newYearItems(around) });
    })
    .page('/school/:uai/year-end', 'read-establishment', async (request) => {
      const now = schoolYearOf(request.today);
      const year = among([now, now - 1], yearOf(request.c)) ?? now;
      const around = await readAround(request, year);
      const otherYear = year === now ? now - 1 : now;
      return renderYear(request, around, { kind: 'year-end', otherYear, items: yearEndItems(around) });
    });

function among(years: readonly SchoolYear[], requested: SchoolYear | undefined): SchoolYear | undefined {
  return years.find((year) => year === requested);
}

async function readAround(
  { services, store, uai, me, wording }: PageRequest,
  year: SchoolYear,
): Promise<YearAround> {
  const [school, missionProposals, changes, papers, [record], badges, meetings, reports] = await Promise.all([
    services.readSchool(uai, year),
    store.readMissionProposalsAt(uai),
    store.readEngagementProposalsAt(uai),
    store.readPapersMade(uai, year),
    store.readSchoolRecords([uai]),
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
function renderYear(request: PageRequest, around: YearAround, { kind, otherYear, items }: YearTasks) {
  const t = request.t.yearPages;
  const { year } = around;
  const school = placeOf(request.c, around.school);
  const base = `/school/${school.uai}`;
  const left = items.filter(({ state }) => state === 'todo').length;
  return (
    <SchoolLayout
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
            cell: (item) => <ItemAction school={school} item={item} year={year} />,
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
    </SchoolLayout>
  );
}

/** The word for the state, before which the style sheet draws a filled circle, an empty one or a dash. */
function State({ state }: { state: YearItem['state'] }) {
  return <span class={`item-state ${state}`}>{usePageContext().t.yearPages.states[state]}</span>;
}

/** The one link of an item, where it leads anywhere; for a paper of everybody, the button that makes and
 *  opens it. */
function ItemAction({ school, item, year }: { school: SchoolPlace; item: YearItem; year: number }) {
  const t = usePageContext().t.yearPages;
  const { prints, path, link, title } = item;
  const base = `/school/${school.uai}`;
  if (prints && school.mayKeep) {
    return (
      <ActionButton
        action={`${base}/papers/together`}
        hidden={{ kind: prints, year: String(year) }}
        class="secondary in-row"
      >
        {t.prints[prints]}
      </ActionButton>
    );
  }
  if (!hasLink(item)) return null;
  return (
    <a href={`${base}${path}`} aria-label={t.linkOf(link, title)}>
      {link}
    </a>
  );
}
