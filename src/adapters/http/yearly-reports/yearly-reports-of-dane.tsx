import { z } from 'zod';
import type { ReadReport } from '../../../application/records/yearly-reports.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { ReportAnswer } from '../../../domain/review/yearly-report.ts';
import { schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import { typographic } from '../../../texts/grammar.ts';
import { CardTable } from '../components/card-table.tsx';
import { Empty } from '../components/empty-state.tsx';
import { PAGE_SIZE, Paging } from '../components/pagination.tsx';
import { answerCsv, answerWorkbook } from '../dane/exports/file-response.ts';
import { DaneLayout } from '../dane/layout.tsx';
import type { AppDeps } from '../env.ts';
import { ActButton } from '../forms/elements.tsx';
import { departmentField, Filter, yearField } from '../forms/filter.tsx';
import { optionalText, requiredText } from '../forms/schema.ts';
import { afterDoing } from '../forms/submission.ts';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import type { Wording } from '../view-models/text-context.ts';

const PATH = '/dane/yearly-reports';
/** School years to choose from: reports are kept for three years. */
const YEARS = 4;
const FILE = 'bilans';

const search = z.object({ year: requiredText(4), department: optionalText(3) });

/** `/dane/yearly-reports`: the written reports of a year, question by question. */
export const daneYearlyReportPages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'keep-register', drawReports)
    .page(`${PATH}.csv`, 'keep-register', (visit) =>
      answerCsv(visit.c, deps, { name: FILE, tables: tablesOf(visit) }),
    )
    .page(`${PATH}.xlsx`, 'keep-register', (visit) =>
      answerWorkbook(visit.c, deps, { name: FILE, tables: tablesOf(visit) }),
    )
    .form(`${PATH}/receipt`, 'keep-register', {
      schema: search,
      act: async (visit, { year, department }) => {
        const which = { year: yearOf(visit, year), departmentCode: department };
        await visit.services.receiveReports({ ...which, actor: visit.me });
        return afterDoing('reports-received', `${PATH}?${queryOf({ year, department })}`);
      },
    });

async function* tablesOf(visit: Visit) {
  const which = { year: yearOf(visit), departmentCode: visit.query('department') };
  yield await visit.services.exportReports({ ...which, actor: visit.me });
}

function yearsOf({ today }: Visit): readonly number[] {
  return Array.from({ length: YEARS }, (_, before) => schoolYearOf(today) - before);
}

function yearOf(visit: Visit, asked = visit.query('year')): number {
  const years = yearsOf(visit);
  return years.find((year) => String(year) === asked) ?? years[0] ?? 0;
}

function queryOf(of: Readonly<Record<string, string | number | undefined>>): string {
  return new URLSearchParams(
    Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}

async function drawReports(visit: Visit) {
  const { services, store, query, me } = visit;
  const t = visit.t.yearlyReports.dane;
  const year = yearOf(visit);
  const departments = await store.readDepartments();
  const department = departments.find(({ code }) => code === query('department'))?.code;
  const reports = await services.readReports({ year, departmentCode: department });
  const questions = questionsOf(visit, reports);
  const question = questions.find(({ code }) => code === query('question')) ?? questions[0];
  const waiting = reports.filter(({ report }) => !report.receivedAt);
  const others = waiting.filter(({ report }) => report.personId !== me);
  const values = { year: [String(year)], department: [department ?? ''], question: [question?.code ?? ''] };
  return (
    <DaneLayout section="reports" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Filter
        action={PATH}
        form={{ values, faults: {} }}
        labels={{ ...t, year: visit.t.school.schoolYear }}
        fields={[
          yearField(yearsOf(visit)),
          departmentField(departments),
          {
            kind: 'choice',
            name: 'question',
            choices: questions.map(({ code, label }) => ({ value: code, label })),
            rest: questions[0]?.code ?? '',
          },
        ]}
      />
      {reports.length === 0 ? (
        <Empty>
          {t.none(schoolYearLabel(year))} <a href="/dane/messages/new">{t.write}</a>
        </Empty>
      ) : (
        <>
          <p>
            {t.handedIn(reports.length, waiting.length)} {others.length < waiting.length && t.own}
          </p>
          {others.length > 0 && (
            <>
              <p class="note">{t.receiveText}</p>
              <ActButton action={`${PATH}/receipt`} hidden={{ year: String(year), department }}>
                {t.receive(others.length)}
              </ActButton>
            </>
          )}
          {question && drawAnswers(visit, { reports, question, address: { year, department } })}
          <Files query={queryOf({ year, department })} />
        </>
      )}
    </DaneLayout>
  );
}

/** The questions of the office, then those that were asked before and stand in reports of the year. */
function questionsOf({ ports, wording: { locale } }: Visit, reports: readonly ReadReport[]) {
  const asked = new Map(
    ports.catalogue.questionnaire.questions.map(({ code, label }) => [code, typographic(label[locale])]),
  );
  for (const { report } of reports) {
    for (const { question, asked: label } of report.answers) {
      if (!asked.has(question)) asked.set(question, typographic(label[locale]));
    }
  }
  return [...asked].map(([code, label]) => ({ code, label }));
}

interface Asked {
  readonly reports: readonly ReadReport[];
  readonly question: { readonly code: string; readonly label: string };
  readonly address: Readonly<Record<string, string | number | undefined>>;
}

/** A page of the answers to one question. */
function drawAnswers({ query, t: words, wording }: Visit, { reports, question, address }: Asked) {
  const t = words.yearlyReports.dane;
  const all = reports.flatMap((one) =>
    one.report.answers
      .filter((answer) => answer.question === question.code)
      .map((answer) => ({ ...one, answer })),
  );
  const page = Math.max(1, Math.floor(Number(query('page') ?? 1)) || 1);
  const shown = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const more = all.length > page * PAGE_SIZE;
  const isWish = all.some(({ answer }) => answer.wishes);
  return (
    <>
      <h2>{question.label}</h2>
      <p>{all.length === 0 ? t.noAnswer : t.answers(all.length)}</p>
      {isWish && (
        <p>
          <a href={`/dane/wishes?year=${address['year']}`}>{t.wishes}</a>
        </p>
      )}
      {shown.length > 0 && <AnswerTable rows={shown} wording={wording} />}
      <Paging
        next={
          more ? `${PATH}?${queryOf({ ...address, question: question.code, page: page + 1 })}` : undefined
        }
      />
    </>
  );
}

function AnswerTable({
  rows,
  wording: { framework, locale },
}: {
  rows: readonly (ReadReport & { readonly answer: ReportAnswer })[];
  wording: Wording;
}) {
  const t = useFrame().t.yearlyReports.dane;
  const isByFamily = rows.some(({ answer }) => answer.family);
  return (
    <CardTable
      rows={rows}
      columns={[
        {
          heading: t.who,
          cell: ({ report, person, school }) => (
            <>
              <a href={`/dane/people/${report.personId}`}>{person && fullName(person)}</a>
              <span class="note block">
                {school ? [school.name, school.commune].filter(Boolean).join(', ') : report.uai}
              </span>
            </>
          ),
          names: true,
        },
        isByFamily && {
          heading: t.family,
          cell: ({ answer: { family } }) =>
            typographic(
              framework.families.find(({ code }) => code === family)?.label[locale] ?? family ?? '',
            ),
        },
        { heading: t.answer, cell: ({ answer }) => <span class="as-written">{answer.text}</span> },
      ]}
    />
  );
}

function Files({ query }: { query: string }) {
  const frame = useFrame();
  const t = frame.t.yearlyReports.dane;
  return (
    <div class="actions">
      <a class="button-secondary" href={`${PATH}.csv?${query}`} download>
        {t.csv}
      </a>
      <a class="button-secondary" href={`${PATH}.xlsx?${query}&lang=${frame.locale}`} download>
        {t.xlsx}
      </a>
    </div>
  );
}
