import type { Context } from 'hono';
import { type LotKey, readLot } from '../../../../application/decisions/read-lot.ts';
import type { Proposal, ProposalFilter } from '../../../../domain/award/proposal.ts';
import { compact } from '../../../../domain/compact.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import type { FieldFaults } from '../../shell/form.ts';
import type { FormState } from '../../shell/use-form.ts';
import { readSchoolFilter } from '../uai-filter.ts';
import { proposalViews } from './decision-views.ts';
import type { DecisionsView, QueueFilter } from './decisions-page.tsx';
import { readUnderWay } from './under-way.tsx';

/** Number of proposals on one page of the queue, and the most that are decided at once. */
export const QUEUE_PAGE = 50;

const NO_FILTER: QueueFilter = { q: '', badge: '', department: '', uai: '', 'uai-choice': '' };

/** Reads the filter as it was typed, from the address or the form. */
export function readFilter(one: (name: string) => string | undefined): QueueFilter {
  const names = Object.keys(NO_FILTER) as (keyof QueueFilter)[];
  return { ...NO_FILTER, ...Object.fromEntries(names.map((name) => [name, one(name)?.trim() ?? ''])) };
}

/** The store's filter, and the faults of the typed one. A filter with a fault selects nothing, because a
 *  decision must not rest on a guess. */
export async function toProposalFilter(
  { store, catalogue }: Pick<AppDeps['ports'], 'store' | 'catalogue'>,
  { q, badge, department, uai, 'uai-choice': choice }: QueueFilter,
): Promise<Pick<FormState, 'faults' | 'choices'> & { readonly filter?: ProposalFilter }> {
  const asked = await readSchoolFilter(store, uai, choice);
  const badges = catalogue.versions().flatMap(({ achievements }) => achievements);
  const departments = department ? await store.readDepartments() : [];
  const faults: FieldFaults = {
    ...asked.faults,
    ...(q && !hasWord(q) && { q: 'no-word' as const }),
    ...(badge && !badges.some(({ code }) => code === badge) && { badge: 'invalid-choice' as const }),
    ...(department &&
      !departments.some(({ code }) => code === department) && { department: 'invalid-choice' as const }),
  };
  if (Object.keys(faults).length > 0) return { faults, choices: asked.choices };
  const filter = compact({
    text: q || undefined,
    achievement: badge || undefined,
    departmentCode: department || undefined,
    uai: asked.uai,
  });
  return { filter, faults };
}

/** Whether the text has a letter or a digit to search for: no name consists of signs alone. */
function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** One page of the queue; `form` is the refused form, or an empty one. */
export async function queueView(c: Context<AppEnv>, deps: AppDeps, form: FormState): Promise<DecisionsView> {
  const { store, catalogue } = deps.ports;
  const { locale } = c.var;
  const one = (name: string) => c.req.query(name) ?? form.values[name]?.[0];
  const typed = readFilter(one);
  const { filter, faults, choices } = await toProposalFilter(deps.ports, typed);
  const after = one('after') ?? '';
  const [found, total, toLook, departments, latest, underWay] = await Promise.all([
    filter ? readLot(store, filter, { limit: QUEUE_PAGE + 1, after: fromKey(after) }) : [],
    filter ? store.countProposals(filter) : 0,
    filter ? store.countProposals({ ...filter, isClear: false }) : 0,
    store.readDepartments(),
    store.readLatestJob('propose-awards'),
    readUnderWay(deps, locale),
  ]);
  const shown = found.slice(0, QUEUE_PAGE);
  const next = found.length > QUEUE_PAGE ? toKey(shown.at(-1)) : undefined;
  const hrefOf = (more: Readonly<Record<string, string>>) =>
    `/dane/decisions?${new URLSearchParams({ ...typed, ...more })}`;
  const tick = c.req.query('all') ?? '';
  const clear = shown.filter(isClear).map(({ id }) => id);
  return {
    proposals: await proposalViews(shown, { store, catalogue, locale }),
    total,
    filter: typed,
    filterForm: { values: toValues(typed), faults, choices },
    isFiltered: Object.values(typed).some((value) => value !== ''),
    underWay,
    badges: (catalogue.versions().at(-1)?.achievements ?? []).map(({ code, name }) => ({
      value: code,
      label: name[locale],
    })),
    departments: departments.map(({ code, name }) => ({ value: code, label: name })),
    after,
    toLook,
    ticked: new Set(tick === 'clear' ? clear : tick === '1' ? shown.map(({ id }) => id) : form.values['ids']),
    clear: clear.length,
    tickHref: `${hrefOf({ ...(after && { after }), all: 'clear' })}#ids`,
    form,
    ...(latest && {
      judged: { at: latest.finishedAt ?? latest.madeAt, jobId: latest.id, underway: !latest.finishedAt },
    }),
    ...(next && { nextHref: hrefOf({ after: next }) }),
  };
}

const isClear = ({ summary }: Proposal) => summary.cautions.length === 0;
const PARTS = { look: false, clear: true } as const;

/** The position after a proposal, as it stands in an address: the part of the queue, then the proposal's
 *  id. */
function toKey(last: Proposal | undefined): string | undefined {
  return last && `${isClear(last) ? 'clear' : 'look'}~${last.id}`;
}

function fromKey(text: string): LotKey | undefined {
  const [part = '', ...id] = text.split('~');
  return part in PARTS
    ? { isClear: PARTS[part as keyof typeof PARTS], id: id.join('~') }
    : text === ''
      ? undefined
      : { isClear: false, id: text };
}

function toValues(filter: QueueFilter): FormState['values'] {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]]));
}
