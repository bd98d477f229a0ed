import type { FormChoice } from '../../domain/award/award-types.ts';

const REFERENT: Readonly<Record<FormChoice, string>> = {
  feminine: 'Référente',
  masculine: 'Référent',
  inclusive: 'Mission de référent',
};

/** What a named person is, in the form that they chose. Without one, the mission is named instead. */
export function referent(form: FormChoice | undefined): string {
  return REFERENT[form ?? 'inclusive'];
}
