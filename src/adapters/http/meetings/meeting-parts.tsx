import { MEETING_LENGTHS } from '../../../domain/event/school-meeting.ts';
import { CardTable } from '../shell/card-table.tsx';
import { DateField, TextArea } from '../shell/fields.tsx';
import { ActButton, Form } from '../shell/form-parts.tsx';
import { SchoolField } from '../shell/named-field.tsx';
import type { FormState } from '../shell/use-form.ts';
import { useFrame } from '../shell/use-frame.ts';
import type { MeetingLine, MeetingView } from './meeting-view.ts';

/** Meetings, each with its link. */
export function MeetingTable({
  base,
  lines,
  ofOne = false,
}: {
  base: string;
  lines: readonly MeetingLine[];
  /** Whether all are of one school: then the day of its request names each line. */
  ofOne?: boolean;
}) {
  const t = useFrame().t.meetings;
  return (
    <CardTable
      rows={lines}
      caption={t.list}
      columns={[
        {
          heading: ofOne ? t.columns.asked : t.columns.school,
          cell: ({ id, school, asked }) => (
            <a href={`${base}/${id}`}>
              {ofOne ? t.askedOn(asked) : school}
              {!ofOne && <span class="visually-hidden">, {t.askedOn(asked)}</span>}
            </a>
          ),
          names: true,
        },
        { heading: t.columns.state, cell: ({ state }) => state },
        { heading: t.columns.day, cell: ({ day }) => day || '—' },
      ]}
    />
  );
}

/** The form that asks for a meeting. It has a field for the school, except on the pages of one school. */
export function AskForm({ action, form, ofAny }: { action: string; form: FormState; ofAny?: boolean }) {
  const t = useFrame().t.meetings;
  const labels = { uai: t.form.uai, day: t.form.day, words: t.form.words };
  return (
    <section>
      <h2>{t.ask}</h2>
      <Form action={action} form={form} labels={labels} submit={t.form.send}>
        {ofAny && <SchoolField name="uai" label={t.form.uai} />}
        <DateField name="day" label={t.form.day} help={t.form.dayHelp} optional />
        <TextArea
          name="words"
          label={t.form.words}
          help={t.form.wordsHelp}
          rows={2}
          maxlength={MEETING_LENGTHS.words}
          optional
        />
      </Form>
    </section>
  );
}

interface MeetingProps {
  readonly view: MeetingView;
  /** The address of the meeting. */
  readonly href: string;
  readonly side: 'principal' | 'dane';
  /** Whether the viewer may act. */
  readonly mayKeep: boolean;
  readonly form: FormState;
}

/** One meeting: its progress, its record, and what the viewer may do. */
export function MeetingBody(props: MeetingProps) {
  const t = useFrame().t.meetings;
  const { view, href, mayKeep } = props;
  return (
    <>
      <p class="lede">{view.held ? t.held.on(view.day) : view.state}</p>
      <p>{view.story.join(' ')}</p>
      {view.words && <blockquote class="as-written">{view.words}</blockquote>}
      {view.held && <Record view={view} />}
      {mayKeep && view.isOpen && <Day {...props} />}
      {mayKeep && view.mayNote && (
        <p class="no-print">
          <a class="button-secondary" href={`${href}/record`}>
            {view.held ? t.correct : t.note}
          </a>
        </p>
      )}
      {mayKeep && view.isOpen && (
        <>
          <p>{t.cancelText}</p>
          <ActButton action={`${href}/cancellation`} class="secondary">
            {t.cancel}
          </ActButton>
        </>
      )}
      {mayKeep && view.held && view.mayNote && (
        <div class="no-print">
          <p>{t.takeBackText}</p>
          <ActButton action={`${href}/record/removal`} class="secondary">
            {t.takeBack}
          </ActButton>
        </div>
      )}
    </>
  );
}

/** Accepting the day of the other side, or proposing another one. */
function Day({ view, href, side, form }: MeetingProps) {
  const t = useFrame().t.meetings.day;
  return (
    <section>
      <h2>{t.heading}</h2>
      {view.acceptable && (
        <ActButton action={`${href}/day`} hidden={{ day: view.acceptable.value }}>
          {t.accept(view.acceptable.words)}
        </ActButton>
      )}
      <Form action={`${href}/day`} form={form} labels={{ day: t.other }}>
        <DateField name="day" label={t.other} />
        <div class="actions">
          {side === 'dane' && (
            <button type="submit" name="settles" value="yes">
              {t.settle}
            </button>
          )}
          <button type="submit" class="secondary">
            {t.propose}
          </button>
        </div>
      </Form>
    </section>
  );
}

function Record({ view: { held } }: { view: MeetingView }) {
  const t = useFrame().t.meetings;
  if (!held) return null;
  const { notes, by, present } = held;
  return (
    <section>
      <h2>{t.held.heading}</h2>
      <dl class="facts-list">
        {(['projects', 'difficulties', 'prospects'] as const).map((name) => (
          <>
            <dt>{t.record[name]}</dt>
            <dd class="as-written">{notes[name] || t.held.empty}</dd>
          </>
        ))}
        <dt>{t.held.present}</dt>
        <dd>{present.length > 0 ? present.join(', ') : t.held.nobody}</dd>
      </dl>
      <p class="note">{by}</p>
      <p class="note no-print">{t.held.print}</p>
    </section>
  );
}
