import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { PAGE_SIZE, Paging } from '../../adapters/http/components/pagination.tsx';
import { answerCsv, answerWorkbook } from '../../adapters/http/dane/exports/file-response.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { departmentField, Filter, yearField } from '../../adapters/http/forms/filter.tsx';
import { optionalText, requiredText } from '../../adapters/http/forms/schema.ts';
import { afterDoing } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import { fullName } from '../../domain/person/name.ts';
import { schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import { typographic } from '../../texts/grammar.ts';
import type { ReadReport } from './actions.ts';
import type { ReportAnswer } from './feature.ts';

const PATH = '/dane/yearly-reports';
/** School years to choose from: reports are kept for three years. */
const YEARS = 4;
const FILE = 'bilans';

const search = z.object({ year: requiredText(4), department: optionalText(3) });

/** `/dane/yearly-reports`: the written reports of a year, question by question. */
export const daneYearlyReportPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderReports)
    .page(`${PATH}.csv`, 'keep-register', (request) =>
      answerCsv(request.c, deps, { name: FILE, tables: tablesOf(request) }),
    )
    .page(`${PATH}.xlsx`, 'keep-register', (request) =>
      answerWorkbook(request.c, deps, { name: FILE, tables: tablesOf(request) }),
    )
    .form(`${PATH}/receipt`, 'keep-register', {
      schema: search,
      act: async (request, { year, department }) => {
        const which = { year: yearOf(request, year), departmentCode: department };
        await request.services.receiveReports({ ...which, actor: request.me });
        return afterDoing('reports-received', `${PATH}?${queryOf({ year, department })}`);
      },
    });

async function* tablesOf(request: PageRequest) {
  const which = { year: yearOf(request), departmentCode: request.query('department') };
  yield await request.services.exportReports({ ...which, actor: request.me });
}

function yearsOf({ today }: PageRequest): readonly number[] {
  return Array.from({ length: YEARS }, (_, before) => schoolYearOf(today) - before);
}

function yearOf(request: PageRequest, requested = request.query('year')): number {
  const years = yearsOf(request);
  return years.find((year) => String(year) === requested) ?? years[0] ?? 0;
}

function queryOf(of: Readonly<Record<string, string | number | undefined>>): string {
  return new URLSearchParams(
    Object.entries(of).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
}

async function renderReports(request: PageRequest) {
  const { services, store, query, me } = request;
  const t = request.t.yearlyReports.dane;
  const year = yearOf(request);
  const departments = await store.readDepartments();
  const department = departments.find(({ code }) => code === query('department'))?.code;
  const reports = await services.readReports({ year, departmentCode: department });
  const questions = questionsOf(request, reports);
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
        labels={{ ...t, year: request.t.school.schoolYear }}
        fields={[
          yearField(yearsOf(request)),
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
        <EmptyState>
          {t.none(schoolYearLabel(year))} <a href="/dane/messages/new">{t.write}</a>
        </EmptyState>
      ) : (
        <>
          <p>
            {t.handedIn(reports.length, waiting.length)} {others.length < waiting.length && t.own}
          </p>
          {others.length > 0 && (
            <>
              <p class="note">{t.receiveText}</p>
              <ActionButton action={`${PATH}/receipt`} hidden={{ year: String(year), department }}>
                {t.receive(others.length)}
              </ActionButton>
            </>
          )}
          {question && renderAnswers(request, { reports, question, address: { year, department } })}
          <Files query={queryOf({ year, department })} />
        </>
      )}
    </DaneLayout>
  );
}

/** The questions of the office, then those that were asked before and stand in reports of the year. */
function questionsOf({ ports, wording: { locale } }: PageRequest, reports: readonly ReadReport[]) {
  const requested = new Map(
    ports.catalogue.questionnaire.questions.map(({ code, label }) => [code, typographic(label[locale])]),
  );
  for (const { report } of reports) {
    for (const { question, asked: label } of report.answers) {
      if (!requested.has(question)) requested.set(question, typographic(label[locale]));
    }
  }
  return [...requested].map(([code, label]) => ({ code, label }));
}

interface QuestionView {
  readonly reports: readonly ReadReport[];
  readonly question: { readonly code: string; readonly label: string };
  readonly address: Readonly<Record<string, string | number | undefined>>;
}

/** A page of the answers to one question. */
function renderAnswers(
  { query, t: texts, wording }: PageRequest,
  { reports, question, address }: QuestionView,
) {
  const t = texts.yearlyReports.dane;
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
  wording: TextContext;
}) {
  const t = usePageContext().t.yearlyReports.dane;
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
  const pageContext = usePageContext();
  const t = pageContext.t.yearlyReports.dane;
  return (
    <div class="actions">
      <a class="button-secondary" href={`${PATH}.csv?${query}`} download>
        {t.csv}
      </a>
      <a class="button-secondary" href={`${PATH}.xlsx?${query}&lang=${pageContext.locale}`} download>
        {t.xlsx}
      </a>
    </div>
  );
}
