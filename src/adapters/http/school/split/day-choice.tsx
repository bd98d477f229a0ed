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
import { useFrame } from '../../layout/page-context.ts';
import type { Wording } from '../../view-models/text-context.ts';
import { yearOf } from '../context.ts';

/** The days whose split of missions is shown: one day, or a whole school year. */
export type SplitAsked =
  | { readonly kind: 'day'; readonly on: LocalDate }
  | { readonly kind: 'year'; readonly year: SchoolYear };

/** The days that `?year=` or `?on=` asks for; today where neither is valid. */
export function splitAskedOf(c: Context<AppEnv>, today: LocalDate): SplitAsked {
  const year = yearOf(c);
  if (year !== undefined) return { kind: 'year', year };
  const on = c.req.query('on') ?? '';
  return { kind: 'day', on: isLocalDate(on) && on >= EARLIEST_DAY ? on : today };
}

/** Whether these are other days than today. */
export function isOther(asked: SplitAsked, today: LocalDate): boolean {
  return asked.kind === 'year' || asked.on !== today;
}

/** The split of the school on these days. */
export function splitOf(
  { engagements, authorisations }: Pick<SchoolInYear, 'engagements' | 'authorisations'>,
  asked: SplitAsked,
  { framework }: Pick<Wording, 'framework'>,
): MissionSplit {
  const within = asked.kind === 'day' ? { from: asked.on, to: asked.on } : wholeYear(asked.year);
  return deriveMissionSplit({ engagements, authorisations, framework }, within);
}

/** « aujourd’hui, 26 novembre 2026 », « le 1er février 2027 », « année scolaire 2026-2027 ». */
export function whenWords(asked: SplitAsked, today: LocalDate, { t }: Wording): string {
  const words = t.school.overview;
  if (asked.kind === 'year') return words.inYear(schoolYearLabel(asked.year));
  return words.onDay(t.day(asked.on), asked.on === today);
}

interface Days {
  readonly asked: SplitAsked;
  readonly today: LocalDate;
  /** Writes one day. */
  readonly write: (day: LocalDate) => string;
}

/** The days of a holding, part by part. On a day: « depuis le… » and « jusqu’au… ». Over a year, where some
 *  of the days are past or in the future: « du… » and « au… », or « à partir du… ». */
export function dayWords(
  { from, to }: Period,
  { asked, today, write }: Days,
  { t }: Wording,
): readonly string[] {
  const words = t.school.overview.days;
  if (asked.kind === 'day') return [words.since(write(from)), ...(to ? [words.until(write(to))] : [])];
  if (to) return [words.from(write(from)), words.to(write(to))];
  return [from > today ? words.beginning(write(from)) : words.since(write(from))];
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
  asked: SplitAsked;
  today: LocalDate;
}) {
  const t = useFrame().t.school;
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
