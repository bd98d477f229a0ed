import type { ProposalFilter } from '../../../../domain/award/proposal.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import type { AppDeps } from '../../env.ts';
import type { FormState } from '../../forms/context.ts';
import type { FieldErrors } from '../../forms/schema.ts';
import { readSchoolFilter } from '../school-filter.ts';

/** The filter of the queue, as it was typed. */
export type QueueFilter = Readonly<Record<'q' | 'badge' | 'department' | 'uai' | 'uai-choice', string>>;

const NO_FILTER: QueueFilter = { q: '', badge: '', department: '', uai: '', 'uai-choice': '' };

/** Reads the filter as it was typed, from the address or the form. */
export function readFilter(one: (name: string) => string | undefined): QueueFilter {
  const names = Object.keys(NO_FILTER) as (keyof QueueFilter)[];
  return { ...NO_FILTER, ...Object.fromEntries(names.map((name) => [name, one(name)?.trim() ?? ''])) };
}

/** The parts of the filter that were filled in, to be sent with a decision. */
export function filledIn(filter: QueueFilter): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
}

/** The store's filter, and the faults of the typed one. A filter with a fault selects nothing, because a
 *  decision must not rest on a guess. */
export async function toProposalFilter(
  { store, catalogue }: Pick<AppDeps['ports'], 'store' | 'catalogue'>,
  { q, badge, department, uai, 'uai-choice': choice }: QueueFilter,
): Promise<Pick<FormState, 'faults' | 'choices'> & { readonly filter?: ProposalFilter }> {
  const requested = await readSchoolFilter(store, uai, choice);
  const badges = catalogue.versions().flatMap(({ achievements }) => achievements);
  const departments = department ? await store.readDepartments() : [];
  const faults: FieldErrors = {
    ...requested.faults,
    ...(q && !hasSearchTerm(q) && { q: 'no-word' as const }),
    ...(badge && !badges.some(({ code }) => code === badge) && { badge: 'invalid-choice' as const }),
    ...(department &&
      !departments.some(({ code }) => code === department) && { department: 'invalid-choice' as const }),
  };
  if (Object.keys(faults).length > 0) return { faults, choices: requested.choices };
  const filter = compact({
    text: q || undefined,
    achievement: badge || undefined,
    departmentCode: department || undefined,
    uai: requested.uai,
  });
  return { filter, faults };
}

/** Whether the text has a letter or a digit to search for: no name consists of signs alone. */
function hasSearchTerm(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
