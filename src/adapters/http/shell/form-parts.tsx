import type { Child } from 'hono/jsx';
import { FaultSummary } from './fields.tsx';
import { FormContext, type FormState } from './use-form.ts';

/** What is sent and not shown; nothing where it is undefined. */
type Hidden = Readonly<Record<string, string | undefined>>;

interface FormProps {
  readonly action: string;
  /** What its fields show: what was sent and refused, or what stands. Absent: it has no fields. */
  readonly form?: FormState;
  /** What is to be mended stands above the form, by these names; absent where the page says it elsewhere. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly hidden?: Hidden;
  /** The words of its button, where it has but one. */
  readonly submit?: string;
  readonly children: Child;
}

/** A form that does something. */
export function Form({ action, form, labels, hidden = {}, submit, children }: FormProps) {
  return (
    <FormContext.Provider value={form}>
      {form && labels && <FaultSummary form={form} labels={labels} />}
      <form method="post" action={action} class="form">
        <HiddenFields hidden={hidden} />
        {children}
        {submit && <button type="submit">{submit}</button>}
      </form>
    </FormContext.Provider>
  );
}

interface FilterFormProps {
  readonly action: string;
  /** What the page is narrowed to, as it was typed. */
  readonly form: FormState;
  readonly children: Child;
}

/** A form that narrows what its page shows: its address says it. */
export function FilterForm({ action, form, children }: FilterFormProps) {
  return (
    <FormContext.Provider value={form}>
      <form method="get" action={action} class="filters">
        {children}
      </form>
    </FormContext.Provider>
  );
}

interface ActButtonProps {
  readonly action: string;
  readonly hidden?: Hidden;
  readonly class?: string;
  /** What it does and to what, where its words alone do not say it. */
  readonly label?: string;
  readonly children: Child;
}

/** A button that does something by itself. */
export function ActButton({ action, hidden = {}, class: kind, label, children }: ActButtonProps) {
  return (
    <form method="post" action={action}>
      <HiddenFields hidden={hidden} />
      <button type="submit" class={kind} aria-label={label}>
        {children}
      </button>
    </form>
  );
}

function HiddenFields({ hidden }: { hidden: Hidden }) {
  return (
    <>
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
    </>
  );
}
