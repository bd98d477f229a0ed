import type { CanonicalForm } from '../../src/open-badges/canonicalization/canonical-form.ts';
import type { CompiledForm } from '../../src/open-badges/canonicalization/compiled-canonicaliser.ts';

/** A canonical form with its text as a whole, even if it was given in parts. */
export async function wholeForm(given: Promise<CanonicalForm | CompiledForm>): Promise<object> {
  const form = await given;
  return form.kind === 'canonical' ? { ...form, nquads: form.nquads.join('') } : form;
}
