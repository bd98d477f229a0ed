import { createContext, useContext } from 'hono/jsx';
import type { DomainErrorCode } from '../../../domain/errors.ts';
import type { FieldErrors, FormValues } from './schema.ts';

interface FieldChoice {
  readonly value: string;
  readonly label: string;
  readonly text?: string | undefined;
}

/** The content of a form after a refusal, to be shown again. */
export interface FormState {
  readonly values: FormValues;
  readonly faults: FieldErrors;
  /** The possible meanings of a field's text, to be chosen from. */
  readonly choices?: Readonly<Record<string, readonly FieldChoice[]>> | undefined;
  /** The recorded values of its fields, where a concurrent change has refused it. */
  readonly recorded?: FormValues | undefined;
  /** The reason, in a sentence, for refusing a form whose fields are all in order. */
  readonly refusal?: string | undefined;
}

/** A form that was sent and refused, as its page shows it again. */
export interface SentForm extends FormState {
  readonly code?: DomainErrorCode | undefined;
  readonly status: 200 | 400 | 403 | 409;
}

export const EMPTY_FORM: FormState = { values: {}, faults: {} };

/** Whether the form of a filter narrows its list: `all` and an empty field do not. */
export function isNarrowed({ values }: FormState): boolean {
  return Object.values(values).some((texts) => texts.some((text) => text !== '' && text !== 'all'));
}

/** Each form that people fill in provides it to its fields. */
export const FormContext = createContext<FormState | undefined>(undefined);

/** The form that a field stands in. */
export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field stands in no form');
  return form;
}

/** The texts of the form that a field stands in: by a field's name its label, and by `nameHelp` its hint. */
export const FormTexts = createContext<Readonly<Record<string, unknown>>>({});

/** The label of a field, from the texts of its form. */
export function useLabel(name: string, own?: string): string {
  const label = own ?? useContext(FormTexts)[name];
  if (typeof label !== 'string') throw new Error(`The form has no label for the field ${name}`);
  return label;
}

/** The hint of a field, from the texts of its form; undefined if it has none. */
export function useHelp(name: string, own?: string): string | undefined {
  const help = own ?? useContext(FormTexts)[`${name}Help`];
  return typeof help === 'string' ? help : undefined;
}
