import type { Child } from 'hono/jsx';
import { FaultSummary, type FormState } from './fields.tsx';

/** What is sent and not shown; nothing where it is undefined. */
type Hidden = Readonly<Record<string, string | undefined>>;

interface FormProps {
  readonly action: string;
  /** What was sent and refused: what is to be mended stands above the form, by these names. */
  readonly form?: FormState;
  readonly labels?: Readonly<Record<string, string>>;
  readonly hidden?: Hidden;
  /** The words of its button, where it has but one. */
  readonly submit?: string;
  readonly children: Child;
}

/** A form that does something. */
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
