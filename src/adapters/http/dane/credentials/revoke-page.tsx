import { TextArea } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';

export interface RevokeView {
  readonly badge: string;
  /** A person's name, or the school's. */
  readonly recipient: string;
  readonly grantedAt: string;
  /** Address of the recipient's record. */
  readonly recordHref?: string;
  readonly action: string;
  /** Present where the badge is already revoked: the page then has no form. */
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
        <RevocationForm view={view} />
      )}
      {view.recordHref && (
        <p>
          <a href={view.recordHref}>{frame.t.dane.decisions.wholeRecord}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function RevocationForm({ view }: { view: RevokeView }) {
  const t = useFrame().t.dane.people.revoke;
  return (
    <>
      <p class="lede">{t.lede}</p>
      <Form action={view.action} form={view.form} labels={{ reason: t.reason }} submit={t.button}>
        <TextArea name="reason" label={t.reason} help={t.reasonHelp(REASON_LENGTH)} rows={3} />
      </Form>
    </>
  );
}
