import { usePageContext } from '../layout/page-context.ts';
import { useForm, useHelp, useLabel } from './context.ts';
import { errorSentence, type FieldProps, tiesOf } from './field.tsx';
import { RecordedNow } from './saved-value.tsx';

/** One box to tick, whose value is `yes`. */
export function Checkbox(props: FieldProps) {
  const { name } = props;
  const pageContext = usePageContext();
  const form = useForm();
  const label = useLabel(name, props.label);
  const help = useHelp(name, props.help);
  const error = form.faults[name];
  const described = tiesOf(form, { name, help });
  return (
    <>
      <div class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={form.values[name]?.[0] === 'yes'}
          aria-describedby={described || undefined}
          aria-invalid={error && 'true'}
        />
        <label for={name}>{label}</label>
        {help && (
          <small class="choice-text" id={`${name}-help`}>
            {help}
          </small>
        )}
      </div>
      {error && (
        <p class="fault" id={`${name}-fault`}>
          {errorSentence(pageContext.t, error)}
        </p>
      )}
      <RecordedNow name={name} words={() => label} />
    </>
  );
}

/** A box in a row of a table, which chooses the row. */
export function CheckboxField(props: {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  /** Says what it chooses. */
  readonly label: string;
  /** Whether a script counts it with the other ticked rows. */
  readonly counts?: boolean;
  /** Whether « all without remark » ticks it. */
  readonly clear?: boolean;
}) {
  const { name, value, checked, label, counts, clear } = props;
  return (
    <input
      type="checkbox"
      {...{ name, value, checked }}
      aria-label={label}
      data-counts={counts}
      data-clear={clear ? '' : undefined}
    />
  );
}
