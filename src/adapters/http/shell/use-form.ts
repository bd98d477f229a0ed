import { createContext, useContext } from 'hono/jsx';
import type { FieldFaults, FormValues } from './form.ts';

interface FieldChoice {
  readonly value: string;
  readonly label: string;
  readonly text?: string | undefined;
}

/** What a form shows again after a refusal. */
export interface FormState {
  readonly values: FormValues;
  readonly faults: FieldFaults;
  /** What the text of a field may mean, to be chosen from. */
  readonly choices?: Readonly<Record<string, readonly FieldChoice[]>> | undefined;
  /** What is recorded now of its fields, where a change made meanwhile has refused it. */
  readonly recorded?: FormValues | undefined;
  /** What stands against it though each field is in order, in a sentence. */
  readonly refusal?: string | undefined;
}

export const EMPTY_FORM: FormState = { values: {}, faults: {} };

/** Whether the form of a filter narrows its list: `all` and an empty field do not. */
export function isNarrowed({ values }: FormState): boolean {
  return Object.values(values).some((texts) => texts.some((text) => text !== '' && text !== 'all'));
}

/** Given around its fields by each form that people fill in. */
export const FormContext = createContext<FormState | undefined>(undefined);

/** The form that a field stands in. */
export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field stands in no form');
  return form;
}
