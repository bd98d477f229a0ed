import { CardTable } from '../../shell/card-table.tsx';
import { FaultSummary, SelectField, TextField } from '../../shell/fields.tsx';
import { FilterForm } from '../../shell/form-parts.tsx';
import { SchoolField } from '../../shell/named-field.tsx';
import type { PageFrame } from '../../shell/page-frame.ts';
import { FormContext, type FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { Cautions } from './cautions.tsx';
import { DecideButtons, DecideReason } from './decide-form.tsx';
import type { ProposalView } from './decision-views.ts';
import { UnderWay, type UnderWayView } from './under-way.tsx';

/** The filter of the queue, as it was typed. */
export type QueueFilter = Readonly<Record<'q' | 'badge' | 'department' | 'uai' | 'uai-choice', string>>;

export interface DecisionsView {
  readonly proposals: readonly ProposalView[];
  readonly total: number;
  /** The instant of the last evaluation of everyone, and its job. */
  readonly judged?: { readonly at: string; readonly jobId: string; readonly underway: boolean };
  readonly filter: QueueFilter;
  readonly filterForm: FormState;
  readonly isFiltered: boolean;
  readonly badges: readonly { readonly value: string; readonly label: string }[];
  readonly departments: readonly { readonly value: string; readonly label: string }[];
  /** The proposal after which this page of the queue begins. */
  readonly after: string;
  readonly nextHref?: string;
  /** Number of proposals of the filter that a person should look at; they come first. */
  readonly toLook: number;
  /** Number of proposals on this page without any caution, and the address of this page with these ticked. */
  readonly clear: number;
  readonly tickHref: string;
  readonly ticked: ReadonlySet<string>;
  readonly form: FormState;
  /** Decisions on several badges that are not finished. */
  readonly underWay: readonly UnderWayView[];
}

/** `/dane/decisions`: the queue. Some or all proposals can be decided at once. */
export function DecisionsPage({ view }: { view: DecisionsView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions;
  return (
    <DaneLayout section="decisions" title={t.title}>
      {!isFaulty(view) && <p class="lede">{view.isFiltered ? t.filtered(view.total) : t.lede(view.total)}</p>}
      <FaultSummary
        form={{ ...view.form, faults: { ...view.filterForm.faults, ...view.form.faults } }}
        labels={{
          q: t.name,
          badge: t.badge,
          department: t.department,
          uai: t.uai,
          ids: t.select,
          reason: t.reason,
          decision: t.decide,
        }}
      />
      <UnderWay jobs={view.underWay} />
      <JudgeAgain judged={view.judged} />
      <Filters view={view} />
      {view.proposals.length === 0 ? <p class="notice">{emptyText(t, view)}</p> : <Queue view={view} />}
      <ul class="links">
        <li>
          <a href="/dane/contributions">{frame.t.changes.queue.title}</a>
        </li>
        <li>
          <a href="/dane/proposals">{frame.t.changes.proposals.title}</a>
        </li>
        <li>
          <a href="/dane/corrections">{frame.t.dane.corrections.link}</a>
        </li>
        <li>
          <a href="/dane/revocations">{frame.t.revocations.link}</a>
        </li>
      </ul>
    </DaneLayout>
  );
}

function isFaulty({ filterForm }: DecisionsView): boolean {
  return Object.keys(filterForm.faults).length > 0;
}

function emptyText(t: PageFrame['t']['dane']['decisions'], view: DecisionsView): string {
  if (isFaulty(view)) return t.filterFaulty;
  if (view.isFiltered) return t.empty;
  return view.judged ? t.allDecided : t.neverJudged;
}

function JudgeAgain({ judged }: { judged: DecisionsView['judged'] }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions;
  return (
    <form method="post" action="/dane/decisions/judge" class="actions">
      <button type="submit" class="secondary">
        {t.judge}
      </button>
      {judged && (
        <span class="note">
          {judged.underway ? t.judging : t.judgedAt(frame.t.moment(judged.at))}{' '}
          <a href={`/dane/jobs/${judged.jobId}`}>{t.judgedDetail}</a>
        </span>
      )}
    </form>
  );
}

function Filters({ view }: { view: DecisionsView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions;
  return (
    <FilterForm action="/dane/decisions" form={view.filterForm}>
      <TextField name="q" label={t.name} type="search" optional />
      <SelectField name="badge" label={t.badge} choices={view.badges} optional />
      <SelectField name="department" label={t.department} choices={view.departments} optional />
      <SchoolField name="uai" label={t.uai} optional />
      <button type="submit" class="secondary">
        {frame.t.forms.filter}
      </button>
    </FilterForm>
  );
}

function Queue({ view }: { view: DecisionsView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions;
  return (
    <FormContext.Provider value={view.form}>
      <form method="post" action="/dane/decisions">
        <FilterInputs filter={view.filter} />
        {view.after && <input type="hidden" name="after" value={view.after} />}
        {view.toLook > 0 && <p class="notice">{t.cautions.lot(view.toLook, view.total)}</p>}
        {view.clear > 0 && (
          <p>
            <a href={view.tickHref} data-tick-all="[data-clear]">
              {view.clear === view.proposals.length
                ? t.tickAll(view.clear)
                : t.cautions.tickClear(view.clear)}
            </a>
          </p>
        )}
        <Lines view={view} />
        {view.nextHref && (
          <p>
            <a href={view.nextHref}>{frame.t.forms.next}</a>
          </p>
        )}
        <fieldset class="choices">
          <legend>{t.decide}</legend>
          <DecideReason />
        </fieldset>
        <DecideButtons
          stay
          buttons={[
            { decision: 'grant', label: t.grant },
            { decision: 'refuse', label: t.refuse },
            ...grantMany(t, view),
            { decision: 'refuse-all', label: t.refuseAll(view.total) },
          ]}
        />
      </form>
    </FormContext.Provider>
  );
}

/** The button that grants without ticking leaves out the proposals that a person should look at. */
function grantMany(t: PageFrame['t']['dane']['decisions'], { total, toLook }: DecisionsView) {
  if (toLook === 0) return [{ decision: 'grant-all' as const, label: t.grantAll(total) }];
  if (toLook === total) return [];
  return [{ decision: 'grant-clear' as const, label: t.cautions.grantClear(total - toLook) }];
}

function Lines({ view: { proposals, ticked } }: { view: DecisionsView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions;
  return (
    <CardTable
      id="ids"
      rows={proposals}
      columns={[
        {
          heading: t.select,
          cell: ({ id, recipient, badge, summary }) => (
            <input
              type="checkbox"
              name="ids"
              value={id}
              checked={ticked.has(id)}
              data-clear={summary.cautions.length === 0 ? '' : undefined}
              aria-label={t.selectOne(recipient, badge)}
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
        { heading: t.facts, cell: ({ summary }) => <Brief summary={summary} /> },
        { heading: t.judgedOn, cell: ({ judgedOn }) => frame.t.day(judgedOn) },
      ]}
    />
  );
}

/** The figures in a line, and below it the reasons to look at the proposal. */
function Brief({ summary }: Pick<ProposalView, 'summary'>) {
  const t = useFrame().t.dane.decisions;
  return (
    <>
      {t.summary(summary)}
      <Cautions cautions={summary.cautions} />
    </>
  );
}

/** The filter in hidden fields, sent with the decision. */
export function FilterInputs({ filter }: { filter: QueueFilter }) {
  return (
    <>
      {Object.entries(filter).map(([name, value]) => value && <input type="hidden" {...{ name, value }} />)}
    </>
  );
}
