import { SUSPENSION_CAUSES, type Suspension } from '../../../../domain/award/award-types.ts';
import { ChoiceGroup, TextArea } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';

export interface SuspendView {
  readonly badge: string;
  /** A person's name, or the school's. */
  readonly recipient: string;
  readonly grantedAt: string;
  /** Address of the recipient's record. */
  readonly recordHref?: string;
  /** Address of the badge in the DANE's space. */
  readonly href: string;
  readonly revoked: boolean;
  /** Present where the badge is suspended: the page then ends the suspension. `by` is a name. */
  readonly suspension?: Suspension;
  readonly form: FormState;
}

interface SuspendProps {
  readonly view: SuspendView;
}

/** `/dane/credentials/{id}/suspension` */
export function SuspendPage({ view }: SuspendProps) {
  const frame = useFrame();
  const t = frame.t.suspension;
  const title = view.suspension ? t.suspendedTitle : t.title;
  return (
    <DaneLayout section="people" title={title(view.badge, view.recipient)}>
      <p>{t.about(view.badge, view.recipient, frame.t.day(view.grantedAt))}</p>
      <Situation view={view} />
      {view.recordHref && (
        <p>
          <a href={view.recordHref}>{frame.t.dane.decisions.wholeRecord}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function Situation({ view }: SuspendProps) {
  const t = useFrame().t.suspension;
  if (view.revoked) return <p class="notice">{t.revoked}</p>;
  return view.suspension ? (
    <Suspended view={view} suspension={view.suspension} />
  ) : (
    <SuspensionForm view={view} />
  );
}

function SuspensionForm({ view }: SuspendProps) {
  const t = useFrame().t.suspension;
  const labels = { cause: t.cause, reason: t.reason, note: t.note };
  return (
    <>
      <p class="lede">{t.lede}</p>
      <Form action={`${view.href}/suspension`} form={view.form} labels={labels} submit={t.button}>
        <ChoiceGroup
          name="cause"
          label={t.cause}
          kind="radio"
          choices={SUSPENSION_CAUSES.map((value) => ({ value, label: t.causes[value] }))}
        />
        <TextArea name="reason" label={t.reason} help={t.reasonHelp(REASON_LENGTH)} rows={3} />
        <TextArea name="note" label={t.note} help={t.noteHelp(REASON_LENGTH)} rows={2} optional />
      </Form>
    </>
  );
}

function Suspended({ view, suspension }: SuspendProps & { readonly suspension: Suspension }) {
  const frame = useFrame();
  const t = frame.t.suspension;
  const { at, by, cause, reason, note } = suspension;
  return (
    <>
      <div class="notice">
        <p>{t.since(frame.t.moment(at), by)}</p>
        <p>{t.because(t.causes[cause], reason)}</p>
        {note && <p>{t.noted(note)}</p>}
      </div>
      <h2>{t.endTitle}</h2>
      <p>{t.endText}</p>
      <Form
        action={`${view.href}/suspension/end`}
        form={view.form}
        labels={{ reason: t.endReason }}
        submit={t.endButton}
      >
        <TextArea name="reason" label={t.endReason} help={t.endReasonHelp(REASON_LENGTH)} rows={2} optional />
      </Form>
      <p>
        <a href={`${view.href}/revocation`}>{t.revokeInstead}</a>
      </p>
    </>
  );
}
