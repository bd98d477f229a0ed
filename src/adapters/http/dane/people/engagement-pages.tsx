import { MissionFields, ReasonField, StateField } from '../../engagements/change-fields.tsx';
import type { MissionChoices } from '../../engagements/change-view.ts';
import { type Choice, DateField, Refusal, SelectField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { SchoolField } from '../../shell/named-field.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface PersonOf {
  readonly id: string;
  readonly name: string;
}

/** `/dane/people/{id}/engagements/new` */
export function EnterEngagementPage({
  view,
  form,
}: {
  view: PersonOf & { readonly missions: MissionChoices };
  form: FormState;
}) {
  const frame = useFrame();
  const { dane, fields } = frame.t.changes;
  const href = `/dane/people/${view.id}`;
  const labels = {
    uai: dane.uai,
    from: fields.from,
    to: fields.end,
    missions: fields.missions,
    roles: fields.roles,
    state: fields.state,
    reason: fields.reason,
  };
  return (
    <DaneLayout section="people" title={dane.enterTitle(view.name)}>
      <p class="lede">{dane.enterLede}</p>
      <Refusal form={form} />
      <Form action={`${href}/engagements/new`} form={form} labels={labels}>
        <SchoolField name="uai" label={dane.uai} />
        <div class="field-row">
          <DateField name="from" label={fields.from} />
          <DateField name="to" label={fields.end} help={fields.endHelp} optional />
        </div>
        <MissionFields missions={view.missions} />
        <StateField of="entry" />
        <ReasonField isRequired help={fields.reasonDocuments} />
        <div class="actions">
          <button type="submit">{frame.t.forms.save}</button>
          <a href={href}>{frame.t.forms.cancel}</a>
        </div>
      </Form>
    </DaneLayout>
  );
}

/** `/dane/people/{id}/departure` */
export function DeparturePage({
  view,
  form,
}: {
  view: PersonOf & { readonly schools: readonly Choice[] };
  form: FormState;
}) {
  const frame = useFrame();
  const { dane, person, fields } = frame.t.changes;
  const href = `/dane/people/${view.id}`;
  const labels = { uai: person.school, lastDay: fields.to, reason: fields.reason };
  return (
    <DaneLayout section="people" title={dane.departureTitle(view.name)}>
      <Refusal form={form} />
      {view.schools.length === 0 ? (
        <p class="notice">{dane.nothingGoesOn}</p>
      ) : (
        <>
          <p class="lede">{person.leavingText}</p>
          <Form action={`${href}/departure`} form={form} labels={labels}>
            <SelectField name="uai" label={person.school} choices={view.schools} />
            <DateField name="lastDay" label={fields.to} help={fields.lastDayHelp} />
            <ReasonField isRequired help={fields.reasonDocuments} />
            <div class="actions">
              <button type="submit">{person.leave}</button>
              <a href={href}>{frame.t.forms.cancel}</a>
            </div>
          </Form>
        </>
      )}
    </DaneLayout>
  );
}
