import type { Caution } from '../../../../domain/award/caution.ts';
import { FaultSummary } from '../../shell/fields.tsx';
import { Findings, type FindingView } from '../../shell/findings.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { Cautions } from './cautions.tsx';
import { DecideFields } from './decide-form.tsx';

/** A decision on a badge, with its author, its instant and its reason. */
export interface DecidedView {
  readonly kind: 'granted' | 'refused' | 'reopened';
  readonly at: string;
  /** The agent's name. */
  readonly by: string;
  readonly reason?: string;
}

export interface DecisionView {
  readonly id: string;
  readonly badge: string;
  /** A person's name, or the school's. */
  readonly recipient: string;
  readonly school?: string;
  /** Whether it is still to be decided. */
  readonly isOpen: boolean;
  /** Whether it is met and not yet in the queue: the next evaluation of everyone proposes it. */
  readonly isProposable: boolean;
  readonly decided: readonly DecidedView[];
  readonly met: boolean;
  /** The reasons why a person should look at it; empty once it is decided. */
  readonly cautions: readonly Caution[];
  readonly findings: readonly FindingView[];
  readonly personHref?: string;
  readonly own: boolean;
  readonly form: FormState;
}

/** `/dane/decisions/{id}`: one proposal with its whole explanation and, once it is decided, the decision. */
export function DecisionPage({ view }: { view: DecisionView }) {
  const t = useFrame().t.dane.decisions;
  return (
    <DaneLayout section="decisions" title={t.one(view.badge, view.recipient)}>
      {view.school && <p class="lede">{view.school}</p>}
      <FaultSummary form={view.form} labels={{ reason: t.reason }} />
      <Decided view={view} />
      <p>{view.met ? t.metNow : t.notMetNow}</p>
      <Cautions cautions={view.cautions} />
      <Findings findings={view.findings} />
      {view.personHref && (
        <p>
          <a href={view.personHref}>{t.wholeRecord}</a>
        </p>
      )}
      {view.own && <p class="notice">{t.byDecision.own}</p>}
      {view.isOpen && !view.own && (
        <Form action="/dane/decisions" form={view.form} hidden={{ ids: view.id, from: 'one' }}>
          <DecideFields
            buttons={[
              { decision: 'grant', label: t.grantOne },
              { decision: 'refuse', label: t.refuseOne },
            ]}
          />
        </Form>
      )}
      {view.isProposable && !view.own && (
        <>
          <p>{t.notProposed}</p>
          <ActButton action="/dane/decisions/judge" class="secondary">
            {t.judge}
          </ActButton>
        </>
      )}
      <p>
        <a href="/dane/decisions">{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function Decided({ view }: { view: DecisionView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions;
  const [latest] = view.decided;
  if (!latest) return null;
  return (
    <section class="notice">
      <h2>{view.isOpen ? t.decidedBefore : t.decided}</h2>
      <ul>
        {view.decided.map(({ kind, at, by, reason }) => (
          <li>
            {t.decisions[kind](frame.t.moment(at), by)}
            {reason && <span class="block">{t.because(reason)}</span>}
          </li>
        ))}
      </ul>
      {latest.kind === 'refused' && !view.isOpen && !view.own && (
        <ActButton action={`/dane/decisions/${encodeURIComponent(view.id)}/reopening`} class="secondary">
          {t.reopen}
        </ActButton>
      )}
    </section>
  );
}
