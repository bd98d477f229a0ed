import type { Child } from 'hono/jsx';
import { FaultSummary } from './fields.tsx';
import { FormContext, type FormState } from './use-form.ts';

/** Hidden fields; an undefined value is left out. */
type Hidden = Readonly<Record<string, string | undefined>>;

interface FormProps {
  readonly action: string;
  /** The refused form: its faults stand above it, with these labels. */
  readonly form?: FormState;
  /** The names of the fields in the summary of faults above the form; absent where the page shows the faults
   *  elsewhere. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly hidden?: Hidden;
  /** The words of the button, where there is only one. */
  readonly submit?: string;
  /** Whether a script says how many of its rows are ticked. */
  readonly counted?: boolean;
  /** Whether it takes a file. */
  readonly takesFile?: boolean;
  readonly children: Child;
}

/** A form that changes something. */
export function Form({ action, form, labels, hidden = {}, submit, counted, takesFile, children }: FormProps) {
  return (
    <FormContext.Provider value={form}>
      {form && labels && <FaultSummary form={form} labels={labels} />}
      <form
        method="post"
        action={action}
        class="form"
        enctype={takesFile ? 'multipart/form-data' : undefined}
        data-tick-count={counted}
      >
        <HiddenFields hidden={hidden} />
        {children}
        {submit && <button type="submit">{submit}</button>}
      </form>
    </FormContext.Provider>
  );
}

interface FilterFormProps {
  readonly action: string;
  /** The filter as it was typed. */
  readonly form: FormState;
  readonly children: Child;
}

/** A form that filters its page. The address contains the filter. */
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
  /** Describes the act and its object, where the button's words are not enough. */
  readonly label?: string;
  readonly children: Child;
}

/** A form with a single button, which changes something. */
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
