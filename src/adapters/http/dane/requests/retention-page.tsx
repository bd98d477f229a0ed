import type { RetentionState } from '../../../../application/retention.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { DateField, TextArea } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface RetentionView {
  readonly state: RetentionState;
  readonly nameOf: (personId: string) => string;
  readonly form: FormState;
}

/** `/dane/retention`: what the retention will delete, and holding it back. */
export function RetentionPage({ view }: { view: RetentionView }) {
  const frame = useFrame();
  const t = frame.t.dane.retention;
  const { on, people, announced, lived } = view.state;
  return (
    <DaneLayout section="requests" title={t.title}>
      <p class="lede">{t.rule}</p>
      <p>{t.next(frame.t.day(on), people)}</p>
      <section>
        <h2>{t.announced}</h2>
        {announced.people === 0 ? (
          <p class="notice">{t.none}</p>
        ) : (
          <>
            <p>
              {t.count(announced.people)} {t.lived(lived)}
            </p>
            <Notices view={view} />
          </>
        )}
      </section>
      <HoldForm view={view} />
    </DaneLayout>
  );
}

function Notices({ view: { state, nameOf } }: { view: RetentionView }) {
  const frame = useFrame();
  const t = frame.t.dane.retention;
  const { notices, announced } = state;
  return (
    <>
      {notices.length < announced.people && <p>{t.shown(notices.length)}</p>}
      <CardTable
        rows={notices}
        caption={t.announced}
        columns={[
          {
            heading: t.name,
            cell: ({ personId }) => <a href={`/dane/people/${personId}`}>{nameOf(personId)}</a>,
            names: true,
          },
          { heading: t.announcedOn, cell: ({ announcedOn }) => frame.t.day(announcedOn) },
          { heading: t.engagements, cell: ({ engagements }) => engagements },
          { heading: t.attended, cell: ({ attended }) => attended },
          { heading: t.reviews, cell: ({ reviews }) => reviews },
          { heading: t.contributions, cell: ({ contributions }) => contributions },
        ]}
      />
    </>
  );
}

function HoldForm({ view: { state, nameOf, form } }: { view: RetentionView }) {
  const frame = useFrame();
  const t = frame.t.dane.retention;
  const { hold, isHeld, lastHoldOn } = state;
  return (
    <section>
      <h2>{t.holdTitle}</h2>
      <p>{t.holdLede}</p>
      {hold && isHeld && (
        <>
          <p class="notice">{t.held(frame.t.day(hold.untilOn), nameOf(hold.heldBy), hold.reason)}</p>
          <ActButton action="/dane/retention/hold/end">{t.endHold}</ActButton>
        </>
      )}
      <Form
        action="/dane/retention/hold"
        form={form}
        labels={{ untilOn: t.untilOn, reason: t.reason }}
        submit={t.hold}
      >
        <DateField name="untilOn" label={t.untilOn} help={t.untilHelp(frame.t.day(lastHoldOn))} />
        <TextArea name="reason" label={t.reason} rows={3} maxlength={500} />
      </Form>
    </section>
  );
}
