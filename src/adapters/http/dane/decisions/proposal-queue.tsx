import { countUndecided, type LotKey, readLot } from '../../../../application/decisions/read-batch.ts';
import type { Proposal, ProposalFilter } from '../../../../domain/award/proposal.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import type { Job } from '../../../../domain/job/types.ts';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PAGE_SIZE, Paging, pageOf } from '../../components/pagination.tsx';
import { CheckboxField } from '../../forms/checkbox.tsx';
import { Form, Submit } from '../../forms/elements.tsx';
import { departmentField, Filter } from '../../forms/filter.tsx';
import { ErrorSummary } from '../../forms/inputs.tsx';
import { type PageContext, usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { DecideButtons, DecideReason, ReviewFlags } from './decide-form.tsx';
import { type ProposalRow, proposalRows } from './proposal-rows.ts';
import { filledIn, type QueueFilter, readFilter, toProposalFilter } from './queue-filter.ts';
import { readUnderWay, UnderWay } from './under-way.tsx';

type DecisionTexts = PageContext['t']['dane']['decisions'];

/** `/dane/decisions`: the queue. Some or all proposals can be decided at once. */
export async function renderQueue(request: PageRequest) {
  const { store, ports, form, t: texts, wording } = request;
  const t = texts.dane.decisions;
  const draft = readFilter((name) => request.query(name) ?? form.values[name]?.[0]);
  const { filter, faults, choices } = await toProposalFilter(ports, draft);
  const [queue, departments, latest, underWay] = await Promise.all([
    readQueue(request, filter),
    store.readDepartments(),
    store.readLatestJob('propose-awards'),
    readUnderWay(request.deps, wording.locale),
  ]);
  const { total, decided } = queue;
  const isFaulty = Object.keys(faults).length > 0;
  const isFiltered = Object.values(draft).some((value) => value !== '');
  const empty = isFiltered ? t.empty : latest ? t.allDecided : t.neverJudged;
  const filterForm = { values: toValues(draft), faults, choices };
  const labels = {
    ...{ q: t.name, badge: t.badge, department: t.department, uai: t.uai, ids: t.select },
    ...{ reason: t.reason, decision: t.decide },
  };
  return (
    <DaneLayout section="decisions" title={t.title}>
      {!isFaulty && <p class="lede">{isFiltered ? t.filtered(total) : t.lede(total)}</p>}
      <ErrorSummary form={{ ...form, faults: { ...faults, ...form.faults } }} labels={labels} />
      {decided > 0 && <p class="note">{t.underDecision(decided)}</p>}
      <UnderWay jobs={underWay} />
      <Filter
        action="/dane/decisions"
        form={filterForm}
        labels={labels}
        summary={false}
        fields={[
          { kind: 'text', name: 'q' },
          { kind: 'choice', name: 'badge', choices: badgeChoices(request) },
          departmentField(departments),
          { kind: 'school', name: 'uai' },
        ]}
      />
      {queue.rows.length === 0 ? (
        <EmptyState>{isFaulty ? t.filterFaulty : empty}</EmptyState>
      ) : (
        await renderProposals(request, draft, queue)
      )}
      <JudgeAgain latest={latest} />
      <OtherQueues />
    </DaneLayout>
  );
}

/** A page of the proposals of a filter, the number that is undecided, how many of these a person should look at,
 *  and the number on which a decision is under way. Those to look at come first. */
async function readQueue({ store, form, query }: PageRequest, filter: ProposalFilter | undefined) {
  const after = query('after') ?? form.values['after']?.[0] ?? '';
  if (!filter) return { ...pageOf<Proposal>([]), after, total: 0, toLook: 0, decided: 0 };
  const [found, all, total, toLook] = await Promise.all([
    readLot(store, filter, { limit: PAGE_SIZE + 1, after: fromKey(after) }),
    store.countProposals(filter),
    countUndecided(store, filter),
    countUndecided(store, { ...filter, isClear: false }),
  ]);
  return { ...pageOf(found), after, total, toLook, decided: all - total };
}

export function badgeChoices({ ports: { catalogue }, wording: { locale } }: PageRequest) {
  const achievements = catalogue.versions().at(-1)?.achievements ?? [];
  return achievements.map(({ code, name }) => ({ value: code, label: inLanguage(name, locale) }));
}

/** The last evaluation of everyone, and the button that starts another. */
export function JudgeAgain({ latest }: { latest: Job | undefined }) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.decisions;
  return (
    <Form action="/dane/decisions/judge" class="actions">
      <Submit class="secondary">{t.judge}</Submit>
      {latest && (
        <span class="note">
          {latest.finishedAt ? t.judgedAt(pageContext.t.moment(latest.finishedAt)) : t.judging}{' '}
          <a href={`/dane/jobs/${latest.id}`}>{t.judgedDetail}</a>
        </span>
      )}
    </Form>
  );
}

function OtherQueues() {
  const { changes, dane, revocations } = usePageContext().t;
  const links = [
    ['/dane/decisions/due', dane.decisions.due.title],
    ['/dane/contributions', changes.queue.title],
    ['/dane/proposals', changes.proposals.title],
    ['/dane/re-signing', dane.corrections.link],
    ['/dane/credentials/unanswered', dane.unanswered.title],
    ['/dane/revocations', revocations.link],
  ] as const;
  return (
    <ul class="links">
      {links.map(([href, label]) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

/** The page of the queue, in the form that decides on some or all of it. */
async function renderProposals(
  request: PageRequest,
  draft: QueueFilter,
  { rows, last, after, total, toLook }: Awaited<ReturnType<typeof readQueue>>,
) {
  const { form } = request;
  const t = request.t.dane.decisions;
  const hrefOf = (more: Readonly<Record<string, string>>) =>
    `/dane/decisions?${new URLSearchParams({ ...draft, ...more })}`;
  const clear = rows.filter(isClear).map(({ id }) => id);
  const tick = request.query('all');
  const ticked = tick === 'clear' ? clear : tick === '1' ? rows.map(({ id }) => id) : form.values['ids'];
  return (
    <Form
      action="/dane/decisions"
      class=""
      form={form}
      hidden={{ ...filledIn(draft), after: after || undefined }}
    >
      {toLook > 0 && <p class="notice">{t.cautions.lot(toLook, total)}</p>}
      {clear.length > 0 && (
        <p>
          <a href={`${hrefOf({ ...(after && { after }), all: 'clear' })}#ids`} data-tick-all="[data-clear]">
            {clear.length === rows.length ? t.tickAll(clear.length) : t.cautions.tickClear(clear.length)}
          </a>
        </p>
      )}
      <ProposalRows proposals={await proposalRows(request, rows)} ticked={new Set(ticked)} />
      <Paging next={last && hrefOf({ after: toKey(last) })} />
      <fieldset class="choices">
        <legend>{t.decide}</legend>
        <DecideReason />
      </fieldset>
      <DecideButtons
        stay
        buttons={[
          { decision: 'grant', label: t.grant },
          { decision: 'refuse', label: t.refuse },
        ]}
      />
      {total > 0 && (
        <DecideButtons
          buttons={[...grantMany(t, total, toLook), { decision: 'refuse-all', label: t.refuseAll(total) }]}
        />
      )}
    </Form>
  );
}

/** The button that grants without ticking leaves out the proposals that a person should look at. */
function grantMany(t: DecisionTexts, total: number, toLook: number) {
  if (toLook === 0) return [{ decision: 'grant-all' as const, label: t.grantAll(total) }];
  if (toLook === total) return [];
  return [{ decision: 'grant-clear' as const, label: t.cautions.grantClear(total - toLook) }];
}

function ProposalRows({
  proposals,
  ticked,
}: {
  proposals: readonly ProposalRow[];
  ticked: ReadonlySet<string>;
}) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.decisions;
  return (
    <CardTable
      id="ids"
      rows={proposals}
      columns={[
        {
          heading: t.select,
          cell: ({ id, recipient, badge, summary }) => (
            <CheckboxField
              name="ids"
              value={id}
              checked={ticked.has(id)}
              clear={summary.cautions.length === 0}
              label={t.selectOne(recipient, badge)}
            />
          ),
        },
        {
          heading: t.recipient,
          cell: ({ href, recipient, school }) => (
            <>
              <a href={href}>{recipient}</a>
              {school && <span class="note block"> {school}</span>}
            </>
          ),
          names: true,
        },
        { heading: t.badge, cell: ({ badge }) => badge },
        {
          heading: t.facts,
          cell: ({ summary }) => (
            <>
              {t.summary(summary)}
              <ReviewFlags cautions={summary.cautions} />
            </>
          ),
        },
        { heading: t.judgedOn, cell: ({ judgedOn }) => pageContext.t.day(judgedOn) },
      ]}
    />
  );
}

const isClear = ({ summary }: Proposal) => summary.cautions.length === 0;
const CLEAR_BY_SECTION = { look: false, clear: true } as const;

/** The position after a proposal, as it stands in an address: the part of the queue, then the proposal's
 *  id. */
function toKey(last: Proposal): string {
  return `${isClear(last) ? 'clear' : 'look'}~${last.id}`;
}

function fromKey(text: string): LotKey | undefined {
  const [part = '', ...id] = text.split('~');
  if (part in CLEAR_BY_SECTION)
    return { isClear: CLEAR_BY_SECTION[part as keyof typeof CLEAR_BY_SECTION], id: id.join('~') };
  return text === '' ? undefined : { isClear: false, id: text };
}

function toValues(filter: QueueFilter) {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value]]));
}
