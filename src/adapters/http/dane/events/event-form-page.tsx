import { EVENT_KINDS } from '../../../../domain/records.ts';
import { eventHref } from '../../shell/event-line.ts';
import { DateField, SelectField, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { SchoolField } from '../../shell/named-field.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface EventFormView {
  /** Absent for a new event. */
  readonly code?: string;
  readonly form: FormState;
}

/** `/dane/events/new` and `/dane/events/{code}/change` */
export function EventFormPage({ view: { code, form } }: { view: EventFormView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.events;
  const kinds = EVENT_KINDS.map((value) => ({ value, label: frame.t.records.eventKinds[value] }));
  const action = code === undefined ? '/dane/events/new' : `${eventHref(code)}/change`;
  const title = code === undefined ? t.createTitle : t.changeTitle(code);
  const { kind, startsOn, endsOn, hours, tags, uai } = t;
  const labels = { title: t.name, kind, code: t.code, startsOn, endsOn, hours, tags, uai };
  return (
    <DaneLayout section="events" title={title}>
      <Form action={action} form={form} labels={labels} submit={frame.t.forms.save}>
        {code === undefined && <TextField name="code" label={t.code} help={t.codeHelp} maxlength={100} />}
        <TextField name="title" label={t.name} maxlength={300} />
        <SelectField name="kind" label={t.kind} choices={kinds} />
        <div class="field-row">
          <DateField name="startsOn" label={t.startsOn} />
          <DateField name="endsOn" label={t.endsOn} optional />
        </div>
        <TextField name="hours" label={t.hours} help={t.hoursHelp} optional />
        <TextField name="tags" label={t.tags} help={t.tagsHelp} maxlength={200} optional />
        <SchoolField name="uai" label={t.uai} help={t.uaiHelp} optional />
      </Form>
    </DaneLayout>
  );
}
