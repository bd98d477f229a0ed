import type { AppDeps } from '../env.ts';
import { optionalText } from './form.ts';
import type { FormState } from './use-form.ts';

/** The field of a form's token, by which a form that is sent several times makes one record. */
export const onceField = optionalText(60);

/** The token of a form: a new one where the form is shown first, the same where it is shown again. */
export function onceOf({ ports }: AppDeps, form?: Pick<FormState, 'values'>): string {
  return form?.values['once']?.[0] || ports.ids.credentialId();
}
