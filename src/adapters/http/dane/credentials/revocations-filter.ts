import type { Context } from 'hono';
import { z } from 'zod';
import type { RevocationsFilter } from '../../../../application/credentials/read-revocations.ts';
import type { Store } from '../../../../application/ports.ts';
import type { AppEnv } from '../../env.ts';
import { choiceName, typedIn } from '../../shell/find-named.ts';
import { optionalDate, optionalText, parseValues } from '../../shell/form.ts';
import type { FormState } from '../../shell/use-form.ts';
import { readSchoolFilter } from '../uai-filter.ts';

const FILTER = z.object({
  badge: optionalText(40),
  version: optionalText(6),
  from: optionalDate,
  until: optionalDate,
});

interface ReadFilter {
  /** The filter as it was typed, with its faults. */
  readonly filterForm: FormState;
  /** Absent where the filter has a fault. */
  readonly filter?: RevocationsFilter;
}

/** The filter in the page's address. A filter with a fault selects nothing, because nobody should revoke on a
 *  guess. */
export async function readFilter(
  c: Context<AppEnv>,
  store: Pick<Store, 'readEstablishmentSlice'>,
): Promise<ReadFilter> {
  const names = [...Object.keys(FILTER.shape), 'uai', choiceName('uai')];
  const values = Object.fromEntries(names.map((name) => [name, [(c.req.query(name) ?? '').trim()]]));
  const { text, choice } = typedIn(values, 'uai');
  const { uai, faults, choices } = await readSchoolFilter(store, text, choice);
  const read = parseValues(values, FILTER);
  const shown = { values, ...(choices && { choices }) };
  if (!read.ok) return { filterForm: { ...shown, faults: { ...read.faults, ...faults } } };
  const filterForm = { ...shown, faults };
  if (Object.keys(faults).length > 0) return { filterForm };
  const { version, ...said } = read.value;
  const number = Number(version ?? 0);
  const filter = { ...said, uai, ...(Number.isInteger(number) && number > 0 && { version: number }) };
  return { filterForm, filter };
}
