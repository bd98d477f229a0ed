import { EVENT_KINDS } from '../../../../domain/records.ts';
import { eventHref } from '../../shell/event-line.ts';
import { DateField, type FormState, SelectField, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
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
  const field = { form };
  const kinds = EVENT_KINDS.map((value) => ({ value, label: frame.t.records.eventKinds[value] }));
  const action = code === undefined ? '/dane/events/new' : `${eventHref(code)}/change`;
  const title = code === undefined ? t.createTitle : t.changeTitle(code);
  const { kind, startsOn, endsOn, hours, tags, uai } = t;
  const labels = { title: t.name, kind, code: t.code, startsOn, endsOn, hours, tags, uai };
  return (
    <DaneLayout section="events" title={title}>
      <Form action={action} {...field} labels={labels} submit={frame.t.forms.save}>
        {code === undefined && (
          <TextField {...field} name="code" label={t.code} help={t.codeHelp} maxlength={100} />
        )}
        <TextField {...field} name="title" label={t.name} maxlength={300} />
        <SelectField {...field} name="kind" label={t.kind} choices={kinds} />
        <div class="field-row">
          <DateField {...field} name="startsOn" label={t.startsOn} />
          <DateField {...field} name="endsOn" label={t.endsOn} optional />
        </div>
        <TextField {...field} name="hours" label={t.hours} help={t.hoursHelp} optional />
        <TextField {...field} name="tags" label={t.tags} help={t.tagsHelp} maxlength={200} optional />
        <TextField {...field} name="uai" label={t.uai} help={t.uaiHelp} maxlength={20} optional />
      </Form>
    </DaneLayout>
  );
}
