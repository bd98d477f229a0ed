import type { Child } from 'hono/jsx';
import { CONTRIBUTION_KINDS, type Event, PROOF_LEVELS } from '../../../../domain/records.ts';
import { ReasonField } from '../../engagements/change-fields.tsx';
import { type Choice, ChoiceGroup, DateField, Refusal, SelectField, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

interface PersonOf {
  readonly id: string;
  readonly name: string;
  /** The token of a form that makes a record under a new key. */
  readonly once?: string;
}

interface RecordProps<View = PersonOf> {
  readonly view: View;
  readonly form: FormState;
}

/** `/dane/people/{id}/reviews/new` */
export function ReviewPage({ view, form }: RecordProps<PersonOf & { readonly schools: readonly Choice[] }>) {
  const { dane, person, fields } = useFrame().t.changes;
  const labels = { kind: dane.reviewKind, uai: person.school, on: dane.reviewOn, reason: fields.reason };
  const kinds = (['review', 'self-report'] as const).map((value) => ({
    value,
    label: dane.reviewKinds[value],
  }));
  return (
    <RecordForm
      {...{ view, form, labels }}
      path="reviews/new"
      title={dane.reviewTitle(view.name)}
      lede={dane.reviewLede}
    >
      <ChoiceGroup kind="radio" name="kind" label={dane.reviewKind} choices={kinds} />
      <SelectField name="uai" label={person.school} choices={view.schools} />
      <DateField name="on" label={dane.reviewOn} />
      <ReasonField isRequired help={fields.reasonDocuments} />
    </RecordForm>
  );
}

/** `/dane/people/{id}/contributions/new` */
export function ContributionPage({ view, form }: RecordProps) {
  const frame = useFrame();
  const { dane, queue, fields } = frame.t.changes;
  const labels = { kind: queue.kind, on: queue.day, url: queue.link, reason: fields.reason };
  const kinds = CONTRIBUTION_KINDS.map((value) => ({
    value,
    label: frame.t.records.contributions[value].one,
  }));
  return (
    <RecordForm
      {...{ view, form, labels }}
      path="contributions/new"
      title={dane.contributionTitle(view.name)}
      lede={dane.contributionLede}
    >
      <ChoiceGroup kind="radio" name="kind" label={queue.kind} choices={kinds} />
      <DateField name="on" label={queue.day} />
      <TextField name="url" type="url" label={queue.link} optional />
      <ReasonField isRequired help={fields.reasonDocuments} />
    </RecordForm>
  );
}

/** `/dane/people/{id}/attendances/new` */
export function AttendancePage({
  view,
  form,
}: RecordProps<PersonOf & { readonly events: readonly Event[] }>) {
  const frame = useFrame();
  const { dane } = frame.t.changes;
  const words = frame.t.dane.people.person;
  const labels = { event: dane.event, hours: words.hours, proof: words.proof };
  const proofs = PROOF_LEVELS.map((level) => ({
    value: String(level),
    label: frame.t.records.proofs[level],
  }));
  return (
    <RecordForm
      {...{ view, form, labels }}
      path="attendances/new"
      title={dane.attendanceTitle(view.name)}
      lede={dane.attendanceLede}
    >
      <TextField name="event" label={dane.event} help={dane.eventHelp} list="events" />
      <datalist id="events">
        {view.events.map(({ code, title, startsOn }) => (
          <option value={code}>{`${title}, ${frame.t.day(startsOn)}`}</option>
        ))}
      </datalist>
      <TextField name="hours" label={words.hours} optional />
      <SelectField name="proof" label={words.proof} choices={proofs} />
    </RecordForm>
  );
}

function RecordForm({
  view,
  form,
  labels,
  path,
  title,
  lede,
  children,
}: RecordProps & {
  labels: Readonly<Record<string, string>>;
  path: string;
  title: string;
  lede: string;
  children: Child;
}) {
  const { forms } = useFrame().t;
  const href = `/dane/people/${view.id}`;
  return (
    <DaneLayout section="people" title={title}>
      <p class="lede">{lede}</p>
      <Refusal form={form} />
      <Form action={`${href}/${path}`} form={form} labels={labels} hidden={{ once: view.once }}>
        {children}
        <div class="actions">
          <button type="submit">{forms.save}</button>
          <a href={href}>{forms.cancel}</a>
        </div>
      </Form>
    </DaneLayout>
  );
}
