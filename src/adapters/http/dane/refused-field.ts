import { DomainError, type DomainErrorCode } from '../../../domain/errors.ts';
import type { FieldFaults } from '../shell/form.ts';

/** Does the work; a refusal that belongs to a field of the form answers its fault, so that the form is shown again with
 *  all that was typed. Any other error goes its way. */
export async function refusedField(
  work: () => Promise<unknown>,
  faults: Readonly<Partial<Record<DomainErrorCode, FieldFaults>>>,
): Promise<FieldFaults | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const found = error instanceof DomainError ? faults[error.code] : undefined;
    if (!found) throw error;
    return found;
  }
}
