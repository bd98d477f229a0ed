import { ChoiceGroup, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { SchoolField } from '../../shell/named-field.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface ChangePersonView {
  readonly name: string;
  readonly action: string;
  readonly form: FormState;
  /** Whether it is the agent's own record: people cannot change their own profiles, which are only shown. */
  readonly isOwn: boolean;
}

/** `/dane/people/{id}/change` */
export function ChangePersonPage({ view }: { view: ChangePersonView }) {
  const frame = useFrame();
  const t = frame.t.dane.people;
  const words = t.change;
  const profiles = (['rupn', 'principal', 'dane'] as const).map((value) => ({
    value,
    label: t.profiles[value],
  }));
  const held = view.form.values['profiles'] ?? [];
  return (
    <DaneLayout section="people" title={words.title(view.name)}>
      <p class="lede">{words.lede}</p>
      <Form action={view.action} form={view.form} labels={words.fields} submit={frame.t.forms.save}>
        <TextField name="givenName" label={words.fields.givenName} />
        <TextField name="familyName" label={words.fields.familyName} />
        <TextField name="email" label={words.fields.email} help={words.emailHelp} type="email" />
        {view.isOwn ? (
          <>
            <p class="note">{words.ownProfiles(held.map((one) => t.profiles[one as 'rupn'] ?? one))}</p>
            {held.map((one) => (
              <input type="hidden" name="profiles" value={one} />
            ))}
          </>
        ) : (
          <ChoiceGroup name="profiles" label={words.fields.profiles} choices={profiles} kind="checkbox" />
        )}
        <SchoolField name="headOf" label={words.fields.headOf} optional />
      </Form>
    </DaneLayout>
  );
}
