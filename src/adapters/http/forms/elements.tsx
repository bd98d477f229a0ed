import type { Child } from 'hono/jsx';
import { TwoColumns } from '../components/two-columns.tsx';
import { usePageContext } from '../layout/page-context.ts';
import { FormContext, type FormState, FormTexts } from './context.ts';
import { ErrorSummary } from './inputs.tsx';

/** Hidden fields; an undefined value is left out, and a list is sent as several fields of one name. */
type Hidden = Readonly<Record<string, string | readonly string[] | undefined>>;

interface FormProps {
  readonly action: string;
  /** The refused form: its faults stand above it, with these labels. */
  readonly form?: FormState;
  /** The texts of its fields: the labels by name, the hints by `nameHelp`. The summary of faults above the form
   *  names the fields by them, in their order; where they are absent, the page shows the faults elsewhere. */
  readonly labels?: Readonly<Record<string, unknown>> | undefined;
  /** False if the page shows the summary of faults elsewhere. */
  readonly summary?: boolean;
  readonly hidden?: Hidden;
  /** The record as the form shows it: the act is refused where it has changed in the meantime. */
  readonly seen?: string | undefined;
  /** The words of the button, where there is only one. */
  readonly submit?: string;
  /** Whether a script says how many of its rows are ticked. */
  readonly counted?: boolean;
  /** The address of « cancel », next to the button. */
  readonly cancel?: string | undefined;
  readonly takesFile?: boolean;
  /** By default `form`; an empty text leaves it out. */
  readonly class?: string;
  readonly id?: string;
  /** What to know before filling it in: it stands next to the fields, and above them on a phone. */
  readonly aside?: Child;
  readonly children?: Child;
}

/** A form that changes something. */
export function Form(props: FormProps) {
  const {
    action,
    form,
    labels,
    summary = true,
    hidden,
    seen,
    submit,
    cancel,
    counted,
    takesFile,
    aside,
    children,
  } = props;
  const fields = (
    <>
      <FormTexts.Provider value={labels ?? {}}>{children}</FormTexts.Provider>
      {submit && <Submit {...(cancel !== undefined && { cancel })}>{submit}</Submit>}
    </>
  );
  return (
    <FormContext.Provider value={form}>
      {form && labels && summary && <ErrorSummary form={form} labels={labels} />}
      <form
        method="post"
        action={action}
        id={props.id}
        class={(props.class ?? 'form') || undefined}
        enctype={takesFile ? 'multipart/form-data' : undefined}
        data-tick-count={counted}
      >
        <HiddenFields hidden={{ seen, ...hidden }} />
        {aside ? <Beside aside={aside}>{fields}</Beside> : fields}
      </form>
    </FormContext.Provider>
  );
}

function Beside({ aside, children }: Required<Pick<FormProps, 'aside' | 'children'>>) {
  const { forms } = usePageContext().t;
  const margin = (
    <section aria-labelledby="to-know">
      <h2 id="to-know">{forms.toKnow}</h2>
      {aside}
    </section>
  );
  return (
    <TwoColumns first margin={margin}>
      {children}
    </TwoColumns>
  );
}

interface SubmitProps {
  /** The field that tells which of several buttons sent the form. */
  readonly name?: string;
  readonly value?: string;
  readonly class?: string | undefined;
  /** Describes the act and its object, where the button's words are not enough. */
  readonly label?: string;
  /** Another address that gets the fields, to show something first. */
  readonly preview?: string;
  /** Whether the form is sent with required fields still empty. */
  readonly unfinished?: boolean;
  /** The address of « cancel », next to the button. */
  readonly cancel?: string;
  readonly children: Child;
}

/** A button that sends its form. */
export function Submit({ name, value, label, preview, unfinished, cancel, children, ...rest }: SubmitProps) {
  const { forms } = usePageContext().t;
  const button = (
    <button
      type="submit"
      {...{ name, value, class: rest.class }}
      aria-label={label}
      formmethod={preview === undefined ? undefined : 'get'}
      formaction={preview}
      formnovalidate={unfinished}
    >
      {children}
    </button>
  );
  if (cancel === undefined) return button;
  return (
    <div class="actions">
      {button}
      <a href={cancel}>{forms.cancel}</a>
    </div>
  );
}

interface FilterFormProps {
  readonly action: string;
  /** The filter as it was typed. */
  readonly form: FormState;
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly hidden?: Hidden;
  /** The words of its button. */
  readonly submit?: string;
  readonly children: Child;
}

/** A form that filters its page. The address contains the filter. */
export function FilterForm({ action, form, labels = {}, hidden = {}, submit, children }: FilterFormProps) {
  return (
    <FormContext.Provider value={form}>
      <form method="get" action={action} class="filters">
        <HiddenFields hidden={hidden} />
        <FormTexts.Provider value={labels}>{children}</FormTexts.Provider>
        {submit && <Submit class="secondary">{submit}</Submit>}
      </form>
    </FormContext.Provider>
  );
}

interface ActionButtonProps {
  readonly action: string;
  readonly hidden?: Hidden;
  readonly class?: string;
  /** The class of the form around the button. */
  readonly around?: string;
  /** Describes the act and its object, where the button's words are not enough. */
  readonly label?: string;
  readonly children: Child;
}

/** A form with a single button, which changes something. */
export function ActionButton({
  action,
  hidden = {},
  class: kind,
  around,
  label,
  children,
}: ActionButtonProps) {
  return (
    <form method="post" action={action} class={around}>
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
      {Object.entries(hidden).flatMap(([name, value = []]) =>
        [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
    </>
  );
}
