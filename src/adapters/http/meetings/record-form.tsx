import { MEETING_LENGTHS } from '../../../domain/event/school-meeting.ts';
import { type Choice, ChoiceGroup, DateField, Refusal, TextArea } from '../shell/fields.tsx';
import { Form } from '../shell/form-parts.tsx';
import type { FormState } from '../shell/use-form.ts';
import { useFrame } from '../shell/use-frame.ts';

interface RecordProps {
  readonly href: string;
  readonly side: 'principal' | 'dane';
  /** RUPN of the school who may have been there. */
  readonly people: readonly Choice[];
  readonly form: FormState;
}

/** The form of a meeting that was held: its day, three short texts, who was there. */
export function RecordForm({ href, side, people, form }: RecordProps) {
  const frame = useFrame();
  const t = frame.t.meetings.record;
  const labels = {
    day: t.day,
    projects: t.projects,
    difficulties: t.difficulties,
    prospects: t.prospects,
    present: t.present,
  };
  return (
    <>
      <p class="lede">{t.lede[side]}</p>
      <Refusal form={form} />
      <Form action={`${href}/record`} form={form} labels={labels}>
        <DateField name="day" label={t.day} />
        {(['projects', 'difficulties', 'prospects'] as const).map((name) => (
          <TextArea
            name={name}
            label={t[name]}
            help={name === 'projects' ? t.notesHelp : undefined}
            rows={4}
            maxlength={MEETING_LENGTHS.notes}
            optional
          />
        ))}
        {people.length === 0 ? (
          <p class="note">{t.nobody}</p>
        ) : (
          <ChoiceGroup
            name="present"
            label={t.present}
            help={t.presentHelp}
            kind="checkbox"
            choices={people}
          />
        )}
        <div class="actions">
          <button type="submit">{t.save}</button>
          <a href={href}>{frame.t.forms.cancel}</a>
        </div>
      </Form>
    </>
  );
}
