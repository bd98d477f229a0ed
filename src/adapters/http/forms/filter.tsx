import { isLocalDate } from '../../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearLabel } from '../../../domain/time/school-year.ts';
import { usePageContext } from '../layout/page-context.ts';
import type { FormState } from './context.ts';
import { FilterForm } from './elements.tsx';
import { DateField, ErrorSummary, SelectField, TextField } from './inputs.tsx';
import { SchoolField } from './name-lookup-field.tsx';

interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

/** A field of a filter: its kind says how it is asked for, and how the folded filter tells its value. */
export type FilterField =
  | { readonly kind: 'text' | 'school' | 'day'; readonly name: string }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly choices: readonly FilterChoice[];
      /** The value that leaves nothing out, for a choice that always has a value; otherwise the empty value. */
      readonly rest?: string;
    };

/** The choice of a département, by its code. */
export function departmentField(
  departments: readonly { readonly code: string; readonly name: string }[],
): FilterField {
  const choices = departments.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  return { kind: 'choice', name: 'department', choices };
}

/** The choice of a school year; the list is always of one. */
export function yearField(years: readonly SchoolYear[]): FilterField {
  const choices = years.map((year) => ({ value: String(year), label: schoolYearLabel(year) }));
  return { kind: 'choice', name: 'year', choices, rest: '' };
}

interface FilterProps {
  readonly action: string;
  /** The filter as it was typed. */
  readonly form: FormState;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly fields: readonly FilterField[];
  readonly hidden?: Readonly<Record<string, string>>;
  /** False if the page shows the faults elsewhere. */
  readonly summary?: boolean;
  /** Whether it is open from the start, because the page lists nothing before it is filled in. */
  readonly open?: boolean;
}

/** The filter of a list, folded to one line that tells what it asks. It is open where something is wrong. */
export function Filter({
  action,
  form,
  labels,
  fields,
  hidden = {},
  summary = true,
  open = false,
}: FilterProps) {
  const { t } = usePageContext();
  const isFaulty = Object.keys(form.faults).length > 0;
  const stated = useFilterSummary({ form, labels, fields });
  return (
    <>
      {summary && <ErrorSummary form={form} labels={labels} />}
      <details class="filter-fold no-print" open={open || isFaulty}>
        <summary>{stated.length > 0 ? t.forms.filteredBy(stated.join(' · ')) : t.forms.filter}</summary>
        <FilterForm action={action} form={form} labels={labels} hidden={hidden} submit={t.forms.filter}>
          {fields.map((field) => (
            <FilterControl field={field} />
          ))}
        </FilterForm>
      </details>
    </>
  );
}

function FilterControl({ field }: { field: FilterField }) {
  const { kind, name } = field;
  switch (kind) {
    case 'text':
      return <TextField name={name} type="search" optional />;
    case 'school':
      return <SchoolField name={name} optional />;
    case 'day':
      return <DateField name={name} optional />;
    case 'choice':
      return <SelectField name={name} choices={field.choices} optional={field.rest === undefined} />;
  }
}

/** What the filter asks, a text for each field that leaves something out. */
function useFilterSummary({
  form,
  labels,
  fields,
}: Pick<FilterProps, 'form' | 'labels' | 'fields'>): readonly string[] {
  const { t } = usePageContext();
  return fields.flatMap((field) => {
    const { kind, name } = field;
    const value = form.values[name]?.[0] ?? '';
    if (value === '' || (kind === 'choice' && value === field.rest)) return [];
    if (kind === 'day' && isLocalDate(value)) return [`${labels[name]} ${t.day(value)}`];
    if (kind !== 'choice') return [value];
    return [field.choices.find((one) => one.value === value)?.label ?? value];
  });
}
