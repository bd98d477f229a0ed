import type { Child } from 'hono/jsx';
import {
  EMPTY_FORM,
  FaultSummary,
  type FormState,
  SelectField,
  TextArea,
  TextField,
} from '../../pages/fields.tsx';
import { Findings, type FindingView } from '../../pages/findings.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { ProposalView } from './decision-views.ts';

export interface DecisionsView {
  readonly proposals: readonly ProposalView[];
  readonly total: number;
  /** When everyone was judged last, and the job that is judging. */
  readonly judged?: { readonly at: string; readonly jobId: string; readonly underway: boolean };
  readonly filter: Readonly<Record<'badge' | 'department' | 'uai', string>>;
  readonly badges: readonly { readonly value: string; readonly label: string }[];
  readonly departments: readonly { readonly value: string; readonly label: string }[];
  readonly nextHref?: string;
  readonly form: FormState;
}

/** `/dane/decisions`: the queue, some or all of it decided at once. */
export function DecisionsPage({ frame, view }: { frame: PageFrame; view: DecisionsView }) {
  const t = frame.t.dane.decisions;
  return (
    <DaneLayout frame={frame} section="decisions" title={t.title}>
      <p class="lede">{t.lede(view.total)}</p>
      <FaultSummary frame={frame} form={view.form} labels={{ ids: t.select, reason: t.reason }} />
      <JudgeAgain frame={frame} judged={view.judged} />
      <Filters frame={frame} view={view} />
      {view.proposals.length === 0 ? (
        <p class="notice">{view.judged ? t.empty : t.neverJudged}</p>
      ) : (
        <Queue frame={frame} view={view} />
      )}
    </DaneLayout>
  );
}

function JudgeAgain({ frame, judged }: { frame: PageFrame; judged: DecisionsView['judged'] }) {
  const t = frame.t.dane.decisions;
  return (
    <form method="post" action={inLanguage(frame, '/dane/decisions/judge')} class="actions">
      <button type="submit" class="secondary">
        {t.judge}
      </button>
      {judged && (
        <span class="note">
          {judged.underway ? t.judging : t.judgedAt(frame.t.moment(judged.at))}{' '}
          <a href={inLanguage(frame, `/dane/jobs/${judged.jobId}`)}>{t.judgedDetail}</a>
        </span>
      )}
    </form>
  );
}

function Filters({ frame, view }: { frame: PageFrame; view: DecisionsView }) {
  const t = frame.t.dane.decisions;
  const form: FormState = {
    values: Object.fromEntries(Object.entries(view.filter).map(([name, value]) => [name, [value]])),
    faults: {},
  };
  return (
    <form method="get" class="filters" action="/dane/decisions">
      <SelectField frame={frame} form={form} name="badge" label={t.badge} choices={view.badges} optional />
      <SelectField
        frame={frame}
        form={form}
        name="department"
        label={t.department}
        choices={view.departments}
        optional
      />
      <TextField frame={frame} form={form} name="uai" label={t.uai} optional />
      <button type="submit" class="secondary">
        {frame.t.forms.filter}
      </button>
    </form>
  );
}

function Queue({ frame, view }: { frame: PageFrame; view: DecisionsView }) {
  const t = frame.t.dane.decisions;
  return (
    <form method="post" action={inLanguage(frame, '/dane/decisions')}>
      {Object.entries(view.filter).map(
        ([name, value]) => value && <input type="hidden" {...{ name, value }} />,
      )}
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">{t.select}</th>
            <th scope="col">{t.recipient}</th>
            <th scope="col">{t.badge}</th>
            <th scope="col">{t.facts}</th>
            <th scope="col">{t.judgedOn}</th>
          </tr>
        </thead>
        <tbody>
          {view.proposals.map((proposal) => (
            <tr>
              <td data-label={t.select}>
                <input
                  type="checkbox"
                  name="ids"
                  value={proposal.id}
                  aria-label={t.selectOne(proposal.recipient, proposal.badge)}
                />
              </td>
              <th scope="row">
                {proposal.recipient}
                {proposal.school && <span class="note block"> {proposal.school}</span>}
              </th>
              <td data-label={t.badge}>
                <a href={inLanguage(frame, proposal.href)}>{proposal.badge}</a>
              </td>
              <td data-label={t.facts}>{t.summary(proposal.summary)}</td>
              <td data-label={t.judgedOn}>{frame.t.day(proposal.judgedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
      <Decide frame={frame} view={view} />
    </form>
  );
}

function Decide({ frame, view }: { frame: PageFrame; view: DecisionsView }) {
  const t = frame.t.dane.decisions;
  return (
    <fieldset class="choices">
      <legend>{t.decide}</legend>
      <Decision frame={frame} form={view.form} grant={t.grant} refuse={t.refuse}>
        <button type="submit" name="decision" value="grant-all" class="secondary">
          {t.grantAll(view.total)}
        </button>
      </Decision>
    </fieldset>
  );
}

interface DecisionProps {
  readonly frame: PageFrame;
  readonly form: FormState;
  /** What the buttons say. */
  readonly grant: string;
  readonly refuse: string;
  /** Another button. */
  readonly children?: Child;
}

/** The reason, and the buttons that decide. */
function Decision({ frame, form, grant, refuse, children }: DecisionProps) {
  const t = frame.t.dane.decisions;
  return (
    <>
      <TextArea {...{ frame, form }} name="reason" label={t.reason} help={t.reasonHelp} rows={2} optional />
      <div class="actions">
        <button type="submit" name="decision" value="grant">
          {grant}
        </button>
        <button type="submit" name="decision" value="refuse" class="secondary">
          {refuse}
        </button>
        {children}
      </div>
    </>
  );
}

export interface DecisionView {
  readonly proposal: ProposalView;
  readonly met: boolean;
  readonly findings: readonly FindingView[];
  readonly personHref?: string;
  readonly own: boolean;
  readonly form: FormState;
}

/** `/dane/decisions/{id}`: one proposal, the whole of its explanation. */
export function DecisionPage({ frame, view }: { frame: PageFrame; view: DecisionView }) {
  const t = frame.t.dane.decisions;
  const { proposal } = view;
  return (
    <DaneLayout frame={frame} section="decisions" title={t.one(proposal.badge, proposal.recipient)}>
      {proposal.school && <p class="lede">{proposal.school}</p>}
      <p>{view.met ? t.metNow : t.notMetNow}</p>
      <Findings frame={frame} findings={view.findings} />
      {view.personHref && (
        <p>
          <a href={inLanguage(frame, view.personHref)}>{t.wholeRecord}</a>
        </p>
      )}
      {view.own ? (
        <p class="notice">{frame.t.dane.skipped['own-award']}</p>
      ) : (
        <form method="post" action={inLanguage(frame, '/dane/decisions')} class="form">
          <FaultSummary frame={frame} form={view.form ?? EMPTY_FORM} labels={{ reason: t.reason }} />
          <input type="hidden" name="ids" value={proposal.id} />
          <Decision frame={frame} form={view.form} grant={t.grantOne} refuse={t.refuseOne} />
        </form>
      )}
    </DaneLayout>
  );
}
