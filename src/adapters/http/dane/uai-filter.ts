import { DomainError } from '../../../domain/errors.ts';
import { parseUai, type Uai } from '../../../domain/uai.ts';
import type { FieldFaults } from '../shell/form.ts';

/** A filter's UAI. What is none has a fault beside its field, and selects nothing: its caller asks the store for nothing. */
export function readUaiFilter(text: string): { readonly uai?: Uai; readonly faults: FieldFaults } {
  if (text.trim() === '') return { faults: {} };
  try {
    return { uai: parseUai(text), faults: {} };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { faults: { uai: 'invalid-uai' } };
  }
}
