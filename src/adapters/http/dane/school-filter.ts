import type { Store } from '../../../application/ports.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { AppDeps } from '../env.ts';
import type { FormState } from '../forms/context.ts';
import { findSchool, findSchools, schoolText } from '../forms/name-lookup.ts';
import type { FieldErrors } from '../forms/schema.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

/** The most schools that are suggested. */
const MOST = 8;

interface SchoolFilter {
  readonly uai?: Uai;
  readonly faults: FieldErrors;
  readonly choices?: FormState['choices'];
}

/** Reads the school of a filter, by its name or UAI. A text that names no school, or several, gives a fault
 *  for its field and selects nothing: the caller must not query the store. */
export async function readSchoolFilter(
  store: Pick<Store, 'readSchoolPage'>,
  text: string,
  choice?: string,
): Promise<SchoolFilter> {
  const { key, fault, choices } = await findSchool(store, { text: text.trim(), choice });
  return compact({ uai: key, faults: fault ? { uai: fault } : {}, choices: choices && { uai: choices } });
}

/** `/dane/schools.json?q=`: the schools with these words, for fields that suggest during typing. */
export const schoolSuggestions = (deps: AppDeps) =>
  definePages(deps, 'dane').page('/dane/schools.json', 'read-register', suggestSchools);

async function suggestSchools({ c, store, query }: PageRequest) {
  const text = query('q')?.trim().slice(0, 200);
  const { schools } = text ? await findSchools(store, text) : { schools: [] };
  return c.json(schools.slice(0, MOST).map(schoolText));
}
