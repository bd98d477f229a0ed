import { DomainError } from '../../../domain/errors.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';
import type { FieldFaults } from '../shell/form.ts';

/** Reads the UAI of a filter. An invalid one gives a fault for its field and selects nothing: the caller must
 *  not query the store. */
export function readUaiFilter(text: string): { readonly uai?: Uai; readonly faults: FieldFaults } {
  if (text.trim() === '') return { faults: {} };
  try {
    return { uai: parseUai(text), faults: {} };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { faults: { uai: 'invalid-uai' } };
  }
}
