import { DomainError, type DomainErrorCode } from '../../../domain/errors.ts';
import type { FieldFaults } from '../shell/form.ts';

/** Does the work. Where it is refused because of a field of the form, returns the field's fault, so that the
 *  form is shown again with everything typed. Any other error is thrown on. */
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
