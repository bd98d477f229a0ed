import { COVERAGE_STATES } from '../../domain/coverage/measure.ts';
import type { MissionFramework } from '../../domain/engagement/mission.ts';
import type { SchoolScope } from '../../domain/school-search.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import { daneCoverageTexts } from '../../texts/fr/dane/coverage.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { typographic } from '../../texts/grammar.ts';
import {
  type CoverageReport,
  computedYears,
  inEachYear,
  missingYears,
  yearTitle,
} from '../coverage/report.ts';
import { situationDay } from '../coverage/tables.ts';
import type { DepartmentCoverage } from '../store/coverage-readers.ts';
import { heading, list, NEW_PAGE, paragraph, table } from './blocks.ts';
import type { Block, PaperContent } from './content-types.ts';
import type { PaperContext } from './context.ts';

const { coverage: texts } = daneCoverageTexts;

interface ReportContext extends Pick<PaperContext, 'issuerName' | 'madeAt'> {
  readonly framework: MissionFramework;
  readonly scope: SchoolScope;
}

/** The coverage of a school year for the head of the académie: what each département has, the trend of some
 *  years, the families of missions, and where the figures come from. */
export function makeCoverageReport(report: CoverageReport, context: ReportContext): PaperContent {
  const { whole, schoolYear } = report;
  const on = situationDay({ schoolYear }, whole.measuredAt);
  const missing = missingYears(report);
  const computed = computedYears(report);
  return {
    title: texts.report.title(schoolYearLabel(schoolYear)),
    runningHead: texts.report.runningHead,
    issuerName: context.issuerName,
    madeAt: context.madeAt,
    blocks: [
      heading(1, texts.report.title(schoolYearLabel(schoolYear))),
      paragraph(texts.lede(whole.measured, whole.states, schoolYearLabel(schoolYear)), 'lead'),
      ...(on === undefined ? [] : [paragraph(texts.situation(paperTexts.day(on)))]),
      ...statesTable(report),
      ...stateTrendTable(report),
      ...trendTable(report),
      NEW_PAGE,
      ...familiesTable(report, context.framework),
      ...familyTrendTable(report, context.framework),
      heading(2, texts.report.sources),
      paragraph(texts.report.sourcesText),
      paragraph(texts.definition, 'note'),
      paragraph(texts.meaningsTitle, 'note'),
      list(COVERAGE_STATES.map((state) => `${texts.states[state]} : ${texts.meanings[state]}`)),
      paragraph(
        [
          texts.scopes[context.scope],
          ...(whole.measuredAt
            ? [texts.report.measured(paperTexts.day(localDateInParis(whole.measuredAt)))]
            : []),
          texts.report.running,
          ...(computed.length > 0 ? [texts.report.computed(computed)] : []),
          ...(missing.length > 0 ? [texts.report.missing(missing)] : []),
        ].join(' '),
        'note',
      ),
    ],
  };
}

/** A line for each département, and the sum of all. */
function byDepartment(
  { departments, whole }: CoverageReport,
  columns: readonly string[],
  toCells: (one: DepartmentCoverage) => readonly string[],
): Block {
  const rows = [...departments, whole].map((one) => [
    one === whole ? texts.academy : one.name || one.code || texts.noDepartment,
    ...toCells(one),
  ]);
  return table(
    [{ label: texts.department, share: 2 }, ...columns.map((label) => ({ label, share: 1.3 }))],
    [{ rows }],
  );
}

function statesTable(report: CoverageReport): readonly Block[] {
  const columns = [texts.schools, ...COVERAGE_STATES.map((state) => texts.states[state])];
  return [
    heading(2, texts.report.states),
    byDepartment(report, columns, (one) =>
      [one.measured, ...COVERAGE_STATES.map((state) => one.states[state])].map(String),
    ),
  ];
}

/** The schools in each state in each year; a year that was computed later says so. */
function stateTrendTable({ years }: CoverageReport): readonly Block[] {
  return [
    heading(2, texts.report.stateTrend),
    table(
      [
        { label: texts.report.state, share: 2 },
        ...years.map((one) => ({ label: yearTitle(texts, one), share: 1.3 })),
      ],
      [
        {
          rows: COVERAGE_STATES.map((state) => [
            texts.states[state],
            ...years.map(({ whole }) => texts.report.cell(whole.states[state], whole.measured)),
          ]),
        },
      ],
    ),
  ];
}

function trendTable(report: CoverageReport): readonly Block[] {
  return [
    heading(2, texts.report.trend),
    byDepartment(
      report,
      report.years.map((one) => yearTitle(texts, one)),
      (one) =>
        inEachYear(report, one).map((its) =>
          texts.report.cell(its?.states.confirmed ?? 0, its?.measured ?? 0),
        ),
    ),
  ];
}

function familiesTable(report: CoverageReport, { families }: MissionFramework): readonly Block[] {
  return [
    heading(2, texts.drawing),
    byDepartment(
      report,
      families.map(({ code }) => texts.family(code)),
      (one) => families.map(({ code }) => texts.report.cell(one.families.get(code) ?? 0, one.measured)),
    ),
  ];
}

function familyTrendTable({ years }: CoverageReport, { families }: MissionFramework): readonly Block[] {
  return [
    heading(2, texts.report.familyTrend),
    table(
      [
        { label: texts.report.familyColumn, share: 3 },
        ...years.map((one) => ({ label: yearTitle(texts, one), share: 1.3 })),
      ],
      [
        {
          rows: families.map(({ code, label }) => [
            `${code} · ${typographic(label.fr)}`,
            ...years.map(({ whole: its }) => texts.report.cell(its.families.get(code) ?? 0, its.measured)),
          ]),
        },
      ],
    ),
  ];
}
