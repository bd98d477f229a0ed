import type { Context } from 'hono';
import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { deriveMissionSplit, type MissionSplit } from '../../../../domain/engagement/mission-split.ts';
import { EARLIEST_DAY } from '../../../../domain/engagement/validate-dates.ts';
import { isLocalDate, type LocalDate, type Period } from '../../../../domain/time/calendar.ts';
import {
  type SchoolYear,
  schoolYearLabel,
  schoolYearOf,
  wholeYear,
} from '../../../../domain/time/school-year.ts';
import type { AppEnv } from '../../env.ts';
import { FilterForm } from '../../forms/elements.tsx';
import { Field } from '../../forms/field.tsx';
import { SelectField } from '../../forms/inputs.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { TextContext } from '../../view-models/text-context.ts';
import { yearOf } from '../context.ts';

/** The days whose split of missions is shown: one day, or a whole school year. */
export type SplitQuery =
  | { readonly kind: 'day'; readonly on: LocalDate }
  | { readonly kind: 'year'; readonly year: SchoolYear };

/** The days that `?year=` or `?on=` asks for; today where neither is valid. */
export function splitQueryOf(c: Context<AppEnv>, today: LocalDate): SplitQuery {
  const year = yearOf(c);
  if (year !== undefined) return { kind: 'year', year };
  const on = c.req.query('on') ?? '';
  return { kind: 'day', on: isLocalDate(on) && on >= EARLIEST_DAY ? on : today };
}

/** Whether these are other days than today. */
export function isOther(requested: SplitQuery, today: LocalDate): boolean {
  return requested.kind === 'year' || requested.on !== today;
}

export function splitOf(
  { engagements, authorisations }: Pick<SchoolInYear, 'engagements' | 'authorisations'>,
  requested: SplitQuery,
  { framework }: Pick<TextContext, 'framework'>,
): MissionSplit {
  const within =
    requested.kind === 'day' ? { from: requested.on, to: requested.on } : wholeYear(requested.year);
  return deriveMissionSplit({ engagements, authorisations, framework }, within);
}

/** « aujourd’hui, 26 novembre 2026 », « le 1er février 2027 », « année scolaire 2026-2027 ». */
export function splitDaysAsText(requested: SplitQuery, today: LocalDate, { t }: TextContext): string {
  const texts = t.school.overview;
  if (requested.kind === 'year') return texts.inYear(schoolYearLabel(requested.year));
  return texts.onDay(t.day(requested.on), requested.on === today);
}

interface Days {
  readonly asked: SplitQuery;
  readonly today: LocalDate;
  /** Writes one day. */
  readonly write: (day: LocalDate) => string;
}

/** The days of a holding, part by part. On a day: « depuis le… » and « jusqu’au… ». Over a year, where some
 *  of the days are past or in the future: « du… » and « au… », or « à partir du… ». */
export function holdingDaysAsTexts(
  { from, to }: Period,
  { asked, today, write }: Days,
  { t }: TextContext,
): readonly string[] {
  const texts = t.school.overview.days;
  if (asked.kind === 'day') return [texts.since(write(from)), ...(to ? [texts.until(write(to))] : [])];
  if (to) return [texts.from(write(from)), texts.to(write(to))];
  return [from > today ? texts.beginning(write(from)) : texts.since(write(from))];
}

/** The days of the split, and in a fold the choice of another day or of a whole school year. */
export function SplitChoice({
  base,
  shown,
  years,
  asked,
  today,
}: {
  base: string;
  /** The days that are shown, in words: the name of the fold. */
  shown: string;
  years: readonly SchoolYear[];
  asked: SplitQuery;
  today: LocalDate;
}) {
  const t = usePageContext().t.school;
  const current = asked.kind === 'year' ? asked.year : schoolYearOf(asked.on);
  const offered = years.includes(current) ? years : [...years, current].toSorted((a, b) => b - a);
  const form = { values: { year: [String(current)] }, faults: {} };
  return (
    <>
      <details class="no-print split-choice">
        <summary>{shown}</summary>
        <FilterForm action={`${base}#split`} form={form} submit={t.overview.showDay}>
          <Field
            name="on"
            label={t.overview.day}
            input={() => (
              <input id="on" name="on" type="date" required value={asked.kind === 'day' ? asked.on : ''} />
            )}
          />
        </FilterForm>
        <FilterForm action={`${base}#split`} form={form} submit={t.overview.showYear}>
          <SelectField
            name="year"
            label={t.schoolYear}
            choices={offered.map((year) => ({ value: String(year), label: schoolYearLabel(year) }))}
          />
        </FilterForm>
      </details>
      {isOther(asked, today) && (
        <p>
          <a href={`${base}#split`}>{t.overview.today}</a>
        </p>
      )}
    </>
  );
}
