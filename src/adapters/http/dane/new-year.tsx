import type { NewYearPerson } from '../../../application/new-year.ts';
import { NEW_YEAR_LISTS, type NewYearList } from '../../../application/store/new-year-readers.ts';
import { DomainError } from '../../../domain/errors.ts';
import { fullName } from '../../../domain/person/name.ts';
import { daysAfter } from '../../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import { isOpen } from '../../../features/campaigns/feature.ts';
import { CardTable } from '../components/card-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import type { AppDeps } from '../env.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { answerCsv } from './exports/file-response.ts';
import { DaneLayout } from './layout.tsx';
import { newHeadPath } from './people/new-person.tsx';

const PATH = '/dane/new-year';
/** Days for which the campaign that the page proposes is open. */
const CAMPAIGN_DAYS = 60;

/** `/dane/new-year`: what is open in the current school year, as lists by name, each with its act. */
export const newYearPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderNewYear)
    .page(`${PATH}/:list`, 'read-register', renderList)
    .page(`${PATH}/:list/csv`, 'read-register', async (request) => {
      const { services, t } = request;
      const { file } = t.dane.newYear;
      const list = listOf(request);
      const name = (one: NewYearList) => file.name(file.lists[one]);
      const table = await services.readNewYearTable(list, { ...file, name });
      return answerCsv(request.c, deps, { name: table.name, tables: [table] });
    });

function listOf({ param }: PageRequest): NewYearList {
  const list = NEW_YEAR_LISTS.find((one) => one === param('list'));
  if (!list) throw new DomainError('not-found');
  return list;
}

/** The lists that are not empty, each with its figure and its act. The empty ones are one line. */
async function renderNewYear(request: PageRequest) {
  const t = request.t.dane.newYear;
  const { year, counts } = await request.services.countNewYear();
  const open = NEW_YEAR_LISTS.filter((list) => counts[list] > 0);
  const empty = NEW_YEAR_LISTS.filter((list) => counts[list] === 0);
  const actions = await listHrefs(request, year);
  return (
    <DaneLayout section="newYear" title={t.title(schoolYearLabel(year))}>
      <p class="lede">{t.lede(open.length)}</p>
      {open.length > 0 && (
        <ul class="waiting">
          {open.map((list) => (
            <li>
              <a href={`${PATH}/${list}`}>
                <strong>{t.lists[list].figure(counts[list])}</strong>
              </a>
              <span class="block">{t.lists[list].text}</span>
              <a href={actions[list]}>{t.lists[list].act}</a>
            </li>
          ))}
        </ul>
      )}
      {empty.length > 0 && <p class="note">{t.nothing(empty.map((list) => t.lists[list].empty))}</p>}
    </DaneLayout>
  );
}

/** Where each list leads as a whole. */
async function listHrefs(
  { store, t, today }: PageRequest,
  year: SchoolYear,
): Promise<Record<NewYearList, string>> {
  const name = t.dane.newYear.campaign(schoolYearLabel(year));
  const campaign = await store.readCampaignNamed(name);
  const closesOn = daysAfter(today, CAMPAIGN_DAYS);
  const requested = new URLSearchParams({ name, schoolYear: String(year), closesOn });
  const more = campaign && isOpen(campaign, today) ? `/${campaign.id}/preview` : '';
  return {
    nobody: '/dane/coverage/schools?only=nobody',
    'to-renew': `/dane/campaigns${campaign ? more : `/preview?${requested}`}`,
    'no-review': `${PATH}/no-review`,
    'no-meeting': '/dane/meetings',
    'no-head': `${PATH}/no-head`,
  };
}

async function renderList(request: PageRequest) {
  const t = request.t.dane.newYear;
  const list = listOf(request);
  const year = schoolYearOf(request.today);
  const { rows, last } = pageOf(await request.services.readNewYear(list, sliceOf(request)));
  const actions = await listHrefs(request, year);
  const path = `${PATH}/${list}`;
  return (
    <DaneLayout section="newYear" title={`${t.lists[list].title}, ${schoolYearLabel(year)}`}>
      <p class="lede">{t.lists[list].text}</p>
      {rows.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <>
          <p class="actions">
            {actions[list] !== path && (
              <a class="button" href={actions[list]}>
                {t.lists[list].act}
              </a>
            )}
            {list === 'no-head' && <a href="/dane/imports">{t.headsByFile}</a>}
            <a href={`${path}/csv`} download>
              {t.csv}
            </a>
          </p>
          <NewYearRows list={list} rows={rows} />
        </>
      )}
      <Paging next={last && `${path}?${new URLSearchParams({ after: last.key })}`} />
      <p>
        <a href={PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function NewYearRows({ list, rows }: { list: NewYearList; rows: readonly NewYearPerson[] }) {
  const { t: texts } = usePageContext();
  const t = texts.dane.newYear;
  const isOfPeople = list === 'to-renew' || list === 'no-review';
  return (
    <CardTable
      compact
      caption={t.lists[list].title}
      rows={rows}
      columns={[
        isOfPeople && {
          heading: t.person,
          cell: ({ person }) => person && <a href={`/dane/people/${person.id}`}>{fullName(person)}</a>,
          names: true,
        },
        { heading: t.school, cell: (line) => <Schools {...line} />, names: !isOfPeople },
        list === 'to-renew' && { heading: t.since, cell: ({ since }) => since && texts.day(since) },
        list === 'to-renew' && {
          heading: t.confirmedOn,
          cell: ({ confirmedOn }) => (confirmedOn ? texts.day(confirmedOn) : t.noDay),
        },
        {
          heading: t.act,
          cell: (line) => <RowAction list={list} line={line} />,
          label: false,
        },
      ]}
    />
  );
}

function Schools({ schools }: NewYearPerson) {
  return (
    <>
      {schools.map(({ uai, name, commune }) => (
        <span class="block">
          <a href={`/school/${uai}`}>{name}</a>
          <span class="note"> {[commune, uai].filter(Boolean).join(', ')}</span>
        </span>
      ))}
    </>
  );
}

/** The act on one line, by its words and, for people who do not see the row, its name. */
function RowAction({ list, line }: { list: NewYearList; line: NewYearPerson }) {
  const t = usePageContext().t.dane.newYear;
  const {
    key,
    person,
    schools: [school],
  } = line;
  const uai = school?.uai ?? '';
  const hrefs: Readonly<Record<NewYearList, string>> = {
    nobody: `/dane/meetings?${new URLSearchParams({ uai })}#ask`,
    'to-renew': `/dane/confirmations/${encodeURIComponent(key)}`,
    'no-review': `/school/${uai}/reviews`,
    'no-meeting': `/dane/meetings?${new URLSearchParams({ uai })}#ask`,
    'no-head': newHeadPath(uai),
  };
  const action = t.acts[list];
  return (
    <a href={hrefs[list]} aria-label={t.actOf(action, person ? fullName(person) : (school?.name ?? uai))}>
      {action}
    </a>
  );
}
