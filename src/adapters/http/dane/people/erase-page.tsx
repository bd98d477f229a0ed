import { FaultSummary, type FormState, TextField } from '../../shell/fields.tsx';
import { inLanguage } from '../../shell/in-language.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface EraseView {
  readonly name: string;
  readonly action: string;
  readonly form: FormState;
}

/** `/dane/people/{id}/erasure` */
export function ErasePage({ view }: { view: EraseView }) {
  const frame = useFrame();
  const t = frame.t.dane.people.erase;
  return (
    <DaneLayout section="people" title={t.title(view.name)}>
      <p class="lede">{t.lede}</p>
      <FaultSummary form={view.form} labels={{ confirm: t.confirm }} />
      <form method="post" action={inLanguage(frame, view.action)} class="form">
        <TextField form={view.form} name="confirm" label={t.confirm} />
        <button type="submit">{t.button}</button>
      </form>
    </DaneLayout>
  );
}
