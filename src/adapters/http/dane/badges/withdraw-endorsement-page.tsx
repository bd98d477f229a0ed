import { Endorsement } from '../../public/badge/endorsement-list.tsx';
import type { EndorsementView } from '../../public/badge/endorsement-view.ts';
import { TextArea } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';

interface WithdrawProps {
  readonly path: string;
  readonly id: string;
  readonly endorsement: EndorsementView;
  readonly form: FormState;
}

/** `/dane/badges/{code}/endorsements/{id}/withdrawal`: the reason, then the act. */
export function WithdrawEndorsementPage({ path, id, endorsement, form }: WithdrawProps) {
  const frame = useFrame();
  const t = frame.t.achievementEndorsements.dane.withdrawal;
  return (
    <DaneLayout section="criteria" title={t.title(endorsement.name)}>
      <p class="lede">{t.lede}</p>
      <Endorsement endorsement={endorsement} plain />
      <Form action={`${path}/${id}/withdrawal`} form={form} labels={{ reason: t.reason }} submit={t.button}>
        <TextArea name="reason" label={t.reason} help={t.reasonHelp(REASON_LENGTH)} rows={3} />
      </Form>
      <p>
        <a href={path}>{frame.t.forms.cancel}</a>
      </p>
    </DaneLayout>
  );
}
