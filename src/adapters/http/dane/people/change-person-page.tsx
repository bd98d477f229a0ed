import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { AskedFields } from './person-fields.tsx';

export interface ChangePersonView {
  readonly name: string;
  readonly action: string;
  /** The person that the form shows. */
  readonly seen: string;
  readonly form: FormState;
  /** Whether it is the agent's own record. */
  readonly isOwn: boolean;
}

/** `/dane/people/{id}/change` */
export function ChangePersonPage({ view }: { view: ChangePersonView }) {
  const frame = useFrame();
  const words = frame.t.dane.people.change;
  return (
    <DaneLayout section="people" title={words.title(view.name)}>
      <p class="lede">{words.lede}</p>
      <Form
        action={view.action}
        form={view.form}
        labels={words.fields}
        hidden={{ seen: view.seen }}
        submit={frame.t.forms.save}
      >
        <AskedFields isOwn={view.isOwn} />
      </Form>
    </DaneLayout>
  );
}
