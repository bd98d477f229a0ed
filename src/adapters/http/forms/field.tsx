import type { Child } from 'hono/jsx';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import { usePageContext } from '../layout/page-context.ts';
import { type FormState, useForm, useHelp, useLabel } from './context.ts';
import { RecordedNow, recordedTie } from './saved-value.tsx';
import type { ErrorWithLimit, FieldError } from './schema.ts';

type PlainError = Exclude<FieldError, ErrorWithLimit>;

/** The sentence for a field's fault, with its limit where there is one. */
export function errorSentence({ forms, day }: Pick<PageTexts, 'forms' | 'day'>, error: FieldError): string {
  const [kind, limit] = error.split(':');
  if (limit === undefined) return forms.faults[error as PlainError];
  if (kind === 'longer-than') return forms.limits.longerThan(Number(limit));
  if (kind === 'more-than') return forms.limits.moreThan(Number(limit));
  return kind === 'before' ? forms.limits.before(day(limit)) : forms.limits.after(day(limit));
}

export interface FieldProps {
  readonly name: string;
  /** By default the label that the form's texts have under its name. */
  readonly label?: string | undefined;
  /** By default the hint that the form's texts have under `nameHelp`. */
  readonly help?: string | undefined;
  /** Marks the field as optional; a text gives the case in which it may be left empty. */
  readonly optional?: boolean | string;
}

/** A field with its label, its hint and its fault; `input` gets the ids that connect them. */
export function Field({
  name,
  label: ownLabel,
  help: ownHelp,
  optional,
  input,
  words,
}: FieldProps & {
  input: (ties: Readonly<Record<string, string>>) => Child;
  /** A value of the field in words, where people read it in another form. */
  words?: (value: string) => string;
}) {
  const pageContext = usePageContext();
  const form = useForm();
  const label = useLabel(name, ownLabel);
  const help = useHelp(name, ownHelp);
  const error = form.faults[name];
  const described = tiesOf(form, { name, help });
  const ties = compact({ 'aria-describedby': described || undefined, 'aria-invalid': error && 'true' });
  return (
    <div class="field">
      <label for={name}>
        {label}
        {optional && (
          <span class="note"> ({optional === true ? pageContext.t.forms.optional : optional})</span>
        )}
      </label>
      {help && <small id={`${name}-help`}>{help}</small>}
      {input(ties)}
      {error && (
        <p class="fault" id={`${name}-fault`}>
          {errorSentence(pageContext.t, error)}
        </p>
      )}
      <RecordedNow name={name} words={words} />
    </div>
  );
}

/** The ids of the texts next to a field. */
export function tiesOf(
  form: FormState,
  { name, help, id = name }: { name: string; help?: string | undefined; id?: string },
) {
  const recorded = id === name && recordedTie(form, name);
  const ties = [help && `${id}-help`, form.faults[name] && `${id}-fault`, recorded];
  return ties.filter(Boolean).join(' ');
}
