import { ReasonField } from '../../engagements/change-fields.tsx';
import type { EventLine } from '../../shell/event-line.ts';
import { Refusal } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface AttendanceRemovalView {
  readonly line: EventLine;
  readonly person: { readonly id: string; readonly name: string; readonly proof: string };
}

/** `/dane/events/{code}/attendance/removal`: the person to remove and the consequences, before it is done. */
export function AttendanceRemovalPage({ view, form }: { view: AttendanceRemovalView; form: FormState }) {
  const frame = useFrame();
  const t = frame.t.dane.data.events;
  const { fields, removal } = frame.t.changes;
  const { line, person } = view;
  return (
    <DaneLayout section="events" title={t.removeTitle(person.name)}>
      <Refusal form={form} />
      <p class="lede">{t.removeText(line.title, line.dates, person.proof)}</p>
      <Form
        action={`${line.href}/attendance/removal`}
        form={form}
        labels={{ reason: fields.reason }}
        hidden={{ person: person.id }}
      >
        <ReasonField isRequired help={removal.reasonHelp} />
        <div class="actions">
          <button type="submit">{t.removeButton}</button>
          <a class="button-secondary" href={line.href}>
            {frame.t.forms.cancel}
          </a>
        </div>
      </Form>
    </DaneLayout>
  );
}
