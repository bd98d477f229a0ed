import type { Child } from 'hono/jsx';
import { FaultSummary, type FormState } from './fields.tsx';

/** Hidden fields; an undefined value is left out. */
type Hidden = Readonly<Record<string, string | undefined>>;

interface FormProps {
  readonly action: string;
  /** The refused form: its faults stand above it, with these labels. */
  readonly form?: FormState;
  readonly labels?: Readonly<Record<string, string>>;
  readonly hidden?: Hidden;
  /** The words of the button, where there is only one. */
  readonly submit?: string;
  readonly children: Child;
}

/** A form that changes something. */
export function Form({ action, form, labels = {}, hidden = {}, submit, children }: FormProps) {
  return (
    <>
      {form && <FaultSummary form={form} labels={labels} />}
      <form method="post" action={action} class="form">
        <HiddenFields hidden={hidden} />
        {children}
        {submit && <button type="submit">{submit}</button>}
      </form>
    </>
  );
}

interface ActButtonProps {
  readonly action: string;
  readonly hidden?: Hidden;
  readonly class?: string;
  /** Describes the button's act and its object, where its words are not enough. */
  readonly label?: string;
  readonly children: Child;
}

/** A form of one button, which changes something by itself. */
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
