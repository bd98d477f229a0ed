import type { Context } from 'hono';
import type { ProposalFilter } from '../../../../domain/award/proposal.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import type { FormState } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import { readUaiFilter } from '../uai-filter.ts';
import { proposalViews } from './decision-views.ts';
import type { DecisionsView, QueueFilter } from './decisions-page.tsx';

/** Proposals on one page of the queue, and decided at once at most. */
export const QUEUE_PAGE = 50;

const NO_FILTER: QueueFilter = { q: '', badge: '', department: '', uai: '' };

/** The filter as it was typed, in the address or in the form. */
export function readFilter(one: (name: string) => string | undefined): QueueFilter {
  const names = Object.keys(NO_FILTER) as (keyof QueueFilter)[];
  return { ...NO_FILTER, ...Object.fromEntries(names.map((name) => [name, one(name)?.trim() ?? ''])) };
}

/** What the store is asked for; a UAI that is none filters nothing. */
export function toProposalFilter({ q, badge, department, uai }: QueueFilter): ProposalFilter {
  const asked = readUaiFilter(uai);
  return {
    ...(q && { text: q }),
    ...(badge && { achievement: badge }),
    ...(department && { departmentCode: department }),
    ...(asked.uai && { uai: asked.uai }),
  };
}

/** One page of the queue; `form` is what was refused, if anything. */
export async function queueView(
  c: Context<AppEnv>,
  { ports: { store, catalogue } }: AppDeps,
  form: FormState,
): Promise<DecisionsView> {
  const { locale } = c.var;
  const one = (name: string) => c.req.query(name) ?? form.values[name]?.[0];
  const typed = readFilter(one);
  const filter = toProposalFilter(typed);
  const after = one('after') ?? '';
  const [found, total, departments, latest] = await Promise.all([
    store.readProposals({ ...filter, limit: QUEUE_PAGE + 1, ...(after && { after }) }),
    store.countProposals(filter),
    store.readDepartments(),
    store.readLatestJob('propose-awards'),
  ]);
  const shown = found.slice(0, QUEUE_PAGE);
  const next = found.length > QUEUE_PAGE ? shown.at(-1)?.id : undefined;
  const hrefOf = (more: Readonly<Record<string, string>>) =>
    inLanguage({ locale }, `/dane/decisions?${new URLSearchParams({ ...typed, ...more })}`);
  const isAll = c.req.query('all') === '1';
  return {
    proposals: await proposalViews(shown, { store, catalogue, locale }),
    total,
    filter: typed,
    filterForm: { values: toValues(typed), faults: readUaiFilter(typed.uai).faults },
    isFiltered: Object.keys(filter).length > 0,
    badges: (catalogue.versions().at(-1)?.achievements ?? []).map(({ code, name }) => ({
      value: code,
      label: name[locale],
    })),
    departments: departments.map(({ code, name }) => ({ value: code, label: name })),
    after,
    ticked: new Set(isAll ? shown.map(({ id }) => id) : form.values['ids']),
    tickAllHref: `${hrefOf({ ...(after && { after }), all: '1' })}#ids`,
    form,
    ...(latest && {
      judged: { at: latest.finishedAt ?? latest.madeAt, jobId: latest.id, underway: !latest.finishedAt },
    }),
    ...(next && { nextHref: hrefOf({ after: next }) }),
  };
}

function toValues(filter: QueueFilter): FormState['values'] {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]]));
}
