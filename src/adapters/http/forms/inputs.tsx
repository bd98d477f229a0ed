import type { Child } from 'hono/jsx';
import { usePageContext } from '../layout/page-context.ts';
import { type FormState, useForm, useHelp, useLabel } from './context.ts';
import { errorSentence, Field, type FieldProps, tiesOf } from './field.tsx';
import { RecordedNow } from './saved-value.tsx';

/** The reason why the form was refused, with a way out where there is one. */
export function Rejection({ form: { refusal }, children }: { form: FormState; children?: Child }) {
  if (!refusal) return null;
  return (
    <div class="notice notice-error" role="alert">
      <p>{refusal}</p>
      {children}
    </div>
  );
}

/** The faults of a refused form, in the order of the labels, each with a link to its field. It stands above
 *  the form. */
export function ErrorSummary({
  form,
  labels,
}: {
  form: FormState;
  labels: Readonly<Record<string, unknown>>;
}) {
  const pageContext = usePageContext();
  const order = Object.keys(labels);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const errors = Object.entries(form.faults).toSorted(([a], [b]) => place(a) - place(b));
  if (errors.length === 0) return null;
  const t = pageContext.t.forms;
  return (
    <div class="notice notice-error" role="alert" tabindex={-1} id="faults">
      <p>
        <strong>{t.faultsTitle(errors.length)}</strong>
      </p>
      <ul>
        {errors.map(([name, error]) => (
          <li>
            <a href={`#${name}`}>{typeof labels[name] === 'string' ? labels[name] : name}</a> :{' '}
            {errorSentence(pageContext.t, error)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function TextField(
  props: FieldProps & {
    readonly type?: 'text' | 'url' | 'email' | 'search' | 'time';
    readonly list?: string;
    readonly autocomplete?: string;
    readonly maxlength?: number;
  },
) {
  const form = useForm();
  const { name, optional, type = 'text', list, autocomplete = 'off', maxlength } = props;
  return (
    <Field
      {...props}
      input={(ties) => (
        <input
          id={name}
          name={name}
          type={type}
          value={form.values[name]?.[0] ?? ''}
          required={!optional}
          list={list}
          autocomplete={autocomplete}
          maxlength={maxlength}
          {...ties}
        />
      )}
    />
  );
}

/** A field for a day, with the browser's own picker where it has one; `28/02/2026` is accepted as well. */
export function DateField(props: FieldProps) {
  const pageContext = usePageContext();
  const form = useForm();
  const { name, optional } = props;
  const help = useHelp(name, props.help) ?? pageContext.t.forms.dateHelp;
  return (
    <Field
      {...props}
      help={help}
      words={pageContext.t.day}
      input={(ties) => (
        <input
          id={name}
          name={name}
          type="date"
          value={form.values[name]?.[0] ?? ''}
          required={!optional}
          {...ties}
        />
      )}
    />
  );
}

export function TextArea(props: FieldProps & { readonly rows?: number; readonly maxlength?: number }) {
  const form = useForm();
  const { name, optional, rows = 4, maxlength } = props;
  return (
    <Field
      {...props}
      input={(ties) => (
        <textarea id={name} name={name} rows={rows} required={!optional} maxlength={maxlength} {...ties}>
          {form.values[name]?.[0] ?? ''}
        </textarea>
      )}
    />
  );
}

/** A field for a file, or for several. A file that was sent cannot be shown again. */
export function FileField(
  props: Omit<FieldProps, 'optional'> & {
    readonly accept?: string;
    readonly multiple?: boolean;
    readonly required?: boolean;
  },
) {
  const { name, accept, multiple, required } = props;
  return (
    <Field
      {...props}
      input={(ties) => <input id={name} type="file" {...{ name, accept, multiple, required }} {...ties} />}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** An explanation under the choice. */
  readonly text?: string | undefined;
}

export function SelectField(props: FieldProps & { readonly choices: readonly Choice[] }) {
  const form = useForm();
  const { name, optional, choices } = props;
  const chosen = form.values[name]?.[0];
  return (
    <Field
      {...props}
      words={labelIn(choices)}
      input={(ties) => (
        <select id={name} name={name} required={!optional} {...ties}>
          {optional && <option value="" />}
          {choices.map(({ value, label }) => (
            <option value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** A group with a legend: several choices (`checkbox`) or one (`radio`). */
export function ChoiceGroup({
  name,
  label: ownLabel,
  help: ownHelp,
  choices,
  kind,
  id = name,
}: FieldProps & {
  readonly choices: readonly Choice[];
  readonly kind: 'checkbox' | 'radio';
  /** Needed where a page has two groups of the same name. */
  readonly id?: string;
}) {
  const pageContext = usePageContext();
  const form = useForm();
  const label = useLabel(name, ownLabel);
  const help = useHelp(name, ownHelp);
  const error = form.faults[name];
  const chosen = form.values[name] ?? [];
  const described = tiesOf(form, { name, help, id });
  return (
    <fieldset class="choices" id={id} aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {help && <small id={`${id}-help`}>{help}</small>}
      {error && (
        <p class="fault" id={`${id}-fault`}>
          {errorSentence(pageContext.t, error)}
        </p>
      )}
      {choices.map(({ value, label: texts, text }) => (
        <div class="choice">
          <input
            type={kind}
            id={`${name}-${value}`}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            aria-describedby={text ? `${name}-${value}-text` : undefined}
          />
          <label for={`${name}-${value}`}>{texts}</label>
          {text && (
            <small class="choice-text" id={`${name}-${value}-text`}>
              {text}
            </small>
          )}
        </div>
      ))}
      {id === name && <RecordedNow name={name} words={labelIn(choices)} />}
    </fieldset>
  );
}

/** The label of a choice, or the value itself where it has none. */
const labelIn = (choices: readonly Choice[]) => (value: string) =>
  choices.find((one) => one.value === value)?.label ?? value;
