import { ReasonField } from '../../engagements/change-fields.tsx';
import { Refusal } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { RemovalKey } from './removal-href.ts';

export interface RemovalView {
  readonly id: string;
  readonly name: string;
  readonly kind: RemovalKey['kind'];
  /** The record in one line. */
  readonly what: string;
}

/** `/dane/people/{id}/removal`: asks for a confirmation and the reason. */
export function RemovalPage({ view, form }: { view: RemovalView; form: FormState }) {
  const frame = useFrame();
  const { fields, removal } = frame.t.changes;
  const href = `/dane/people/${view.id}`;
  const said = (name: string) => form.values[name]?.[0];
  const [reference, event, uai, on] = ['reference', 'event', 'uai', 'on'].map(said);
  return (
    <DaneLayout section="people" title={removal.titles[view.kind]}>
      <Refusal form={form}>
        <p>
          <a href={href}>{removal.record(view.name)}</a>
          {' · '}
          <a href="/dane/corrections">{removal.corrections}</a>
        </p>
      </Refusal>
      <p class="lede">{removal.texts[view.kind]}</p>
      <dl class="facts-list">
        <dt>{frame.t.dane.decisions.recipient}</dt>
        <dd>{view.name}</dd>
        <dt>{removal.what}</dt>
        <dd>{view.what}</dd>
      </dl>
      <Form
        action={`${href}/removal`}
        form={form}
        labels={{ reason: fields.reason }}
        hidden={{ kind: view.kind, reference, event, uai, on }}
      >
        <ReasonField isRequired help={removal.reasonHelp} />
        <div class="actions">
          <button type="submit">{removal.submit}</button>
          <a href={href}>{frame.t.forms.cancel}</a>
        </div>
      </Form>
    </DaneLayout>
  );
}
