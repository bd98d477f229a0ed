import { FaultSummary, type FormState, TextArea } from '../../shell/fields.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { REASON_LENGTH } from './decide-form.tsx';

export interface RevokeView {
  readonly badge: string;
  /** A person's name, or the school's. */
  readonly recipient: string;
  readonly grantedAt: string;
  /** Where the recipient's record is. */
  readonly recordHref?: string;
  readonly action: string;
  /** Done already: there is nothing to send. */
  readonly revocation?: { readonly at: string; readonly by: string; readonly reason: string };
  readonly form: FormState;
}

/** `/dane/credentials/{id}/revocation` */
export function RevokePage({ view }: { view: RevokeView }) {
  const frame = useFrame();
  const t = frame.t.dane.people.revoke;
  const { revocation } = view;
  return (
    <DaneLayout section="people" title={t.title(view.badge, view.recipient)}>
      <p>{t.about(view.badge, view.recipient, frame.t.day(view.grantedAt))}</p>
      {revocation ? (
        <div class="notice">
          <p>{t.already(frame.t.moment(revocation.at), revocation.by)}</p>
          <p>{t.because(revocation.reason)}</p>
        </div>
      ) : (
        <Form view={view} />
      )}
      {view.recordHref && (
        <p>
          <a href={view.recordHref}>{frame.t.dane.decisions.wholeRecord}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function Form({ view }: { view: RevokeView }) {
  const t = useFrame().t.dane.people.revoke;
  return (
    <>
      <p class="lede">{t.lede}</p>
      <FaultSummary form={view.form} labels={{ reason: t.reason }} />
      <form method="post" action={view.action} class="form">
        <TextArea
          form={view.form}
          name="reason"
          label={t.reason}
          help={t.reasonHelp(REASON_LENGTH)}
          rows={3}
        />
        <button type="submit">{t.button}</button>
      </form>
    </>
  );
}
