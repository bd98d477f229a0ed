import { FaultSummary, SelectField, TextArea } from '../../shell/fields.tsx';
import { Findings, type FindingView } from '../../shell/findings.tsx';
import { FilterForm, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';

export interface AwardView {
  readonly person: string;
  readonly personHref: string;
  readonly badges: readonly { readonly value: string; readonly label: string }[];
  readonly own: boolean;
  /** The chosen badge. */
  readonly chosen?: {
    readonly code: string;
    readonly name: string;
    readonly met: boolean;
    readonly findings: readonly FindingView[];
    /** State of the last award of this badge. */
    readonly before?: 'declined' | 'revoked' | 'standing';
    readonly proposalHref?: string;
  };
  readonly form: FormState;
}

/** `/dane/people/{id}/award`: grants a badge by decision, with a reason, after showing the criteria that are
 *  not met. */
export function AwardPage({ view }: { view: AwardView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions.byDecision;
  return (
    <DaneLayout section="people" title={t.title(view.person)}>
      <p class="lede">{t.lede}</p>
      <FaultSummary
        form={view.form}
        labels={{ badge: frame.t.dane.decisions.badge, reason: frame.t.dane.decisions.reason }}
      />
      {view.own ? (
        <p class="notice">{t.own}</p>
      ) : (
        <>
          <Choose view={view} />
          {view.chosen && <Chosen view={view} chosen={view.chosen} />}
        </>
      )}
      <p>
        <a href={view.personHref}>{frame.t.dane.decisions.wholeRecord}</a>
      </p>
    </DaneLayout>
  );
}

function Choose({ view }: { view: AwardView }) {
  const frame = useFrame();
  const form = { values: { badge: view.chosen ? [view.chosen.code] : [] }, faults: view.form.faults };
  return (
    <FilterForm action={`${view.personHref}/award`} form={form}>
      <SelectField name="badge" label={frame.t.dane.decisions.badge} choices={view.badges} />
      <button type="submit" class="secondary">
        {frame.t.dane.decisions.byDecision.see}
      </button>
    </FilterForm>
  );
}

interface ChosenProps {
  view: AwardView;
  chosen: NonNullable<AwardView['chosen']>;
}

function Chosen({ view, chosen }: ChosenProps) {
  const { decisions } = useFrame().t.dane;
  const t = decisions.byDecision;
  return (
    <section>
      <h2>{chosen.name}</h2>
      {chosen.before && <p class="notice">{t.before[chosen.before]}</p>}
      <p>{chosen.met ? t.met : t.notMet}</p>
      {chosen.proposalHref && (
        <p>
          <a href={chosen.proposalHref}>{t.toProposal}</a>
        </p>
      )}
      <Findings findings={chosen.findings} />
      {chosen.before !== 'standing' && (
        <Form
          action={`${view.personHref}/award`}
          form={view.form}
          hidden={{ badge: chosen.code }}
          submit={t.button(chosen.name)}
        >
          <TextArea name="reason" label={decisions.reason} help={t.reasonHelp(REASON_LENGTH)} rows={3} />
        </Form>
      )}
    </section>
  );
}
