import {
  MEETING_LENGTHS,
  type MeetingSide,
  mayNote,
  type SchoolMeeting,
} from '../../../domain/event/school-meeting.ts';
import { type Choice, ChoiceGroup, DateField, Refusal, TextArea } from '../shell/fields.tsx';
import { Form } from '../shell/form-parts.tsx';
import type { FormState } from '../shell/use-form.ts';
import { useFrame } from '../shell/use-frame.ts';

/** The reason why a meeting cannot be noted: its day is not agreed, the other side has noted it, or it is
 *  cancelled. */
type NotNoted = 'undated' | 'noted' | 'cancelled';

/** The reason why this side cannot note the meeting; undefined where it can. */
export function notNoted(meeting: SchoolMeeting, side: MeetingSide): NotNoted | undefined {
  if (meeting.state === 'cancelled') return 'cancelled';
  if (mayNote(meeting, side)) return undefined;
  return meeting.held ? 'noted' : 'undated';
}

interface RecordProps {
  readonly href: string;
  readonly side: MeetingSide;
  /** The reason why it cannot be noted now; its form is then not shown. */
  readonly closed?: NotNoted | undefined;
  /** RUPN of the school who may have been there. */
  readonly people: readonly Choice[];
  readonly form: FormState;
}

/** The form of a meeting that was held: its day, three short texts, the people who were there. */
export function RecordForm({ href, side, closed, people, form }: RecordProps) {
  const frame = useFrame();
  const t = frame.t.meetings.record;
  const labels = {
    day: t.day,
    projects: t.projects,
    difficulties: t.difficulties,
    prospects: t.prospects,
    present: t.present,
  };
  if (closed) {
    return (
      <p class="notice">
        {t.closed[closed]} <a href={href}>{t.toMeeting}</a>
      </p>
    );
  }
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
