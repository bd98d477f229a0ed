import { TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface EraseView {
  readonly name: string;
  readonly action: string;
  readonly form: FormState;
}

/** `/dane/people/{id}/erasure` */
export function ErasePage({ view }: { view: EraseView }) {
  const t = useFrame().t.dane.people.erase;
  return (
    <DaneLayout section="people" title={t.title(view.name)}>
      <p class="lede">{t.lede}</p>
      <Form action={view.action} form={view.form} labels={{ confirm: t.confirm }} submit={t.button}>
        <TextField name="confirm" label={t.confirm} />
      </Form>
    </DaneLayout>
  );
}
