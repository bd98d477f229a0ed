import type { Store } from '../../../application/ports.ts';
import { compact } from '../../../domain/compact.ts';
import type { Uai } from '../../../domain/uai.ts';
import { findSchool } from '../shell/find-named.ts';
import type { FieldFaults } from '../shell/form.ts';
import type { FormState } from '../shell/use-form.ts';

interface SchoolFilter {
  readonly uai?: Uai;
  readonly faults: FieldFaults;
  readonly choices?: FormState['choices'];
}

/** Reads the school of a filter, by its name or UAI. A text that names no school, or several, gives a fault
 *  for its field and selects nothing: the caller must not query the store. */
export async function readSchoolFilter(
  store: Pick<Store, 'readEstablishmentSlice'>,
  text: string,
  choice?: string,
): Promise<SchoolFilter> {
  const { key, fault, choices } = await findSchool(store, { text: text.trim(), choice });
  return compact({ uai: key, faults: fault ? { uai: fault } : {}, choices: choices && { uai: choices } });
}
