import type { PersonId } from '../../../../domain/ids.ts';
import { DateField, FaultSummary, Refusal, TextArea } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

export interface ReviewFormProps {
  readonly school: SchoolPlace;
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly form: FormState;
}

export const NOTE_LENGTH = 4000;

/** `/school/{uai}/reviews/{person}/plan`: sets, changes or removes the day of the review. */
export function PlanReviewPage(props: ReviewFormProps & { readonly planned?: string }) {
  const frame = useFrame();
  const { school, person, form, planned } = props;
  const t = frame.t.school.reviews;
  const path = `/school/${school.uai}/reviews/${person.id}/plan`;
  return (
    <SchoolShell school={school} page="reviews" title={t.planTitle(person.name)} description={t.lede}>
      <Refusal form={form} />
      <FaultSummary form={form} labels={{ on: t.form.plannedOn }} />
      {planned && <p>{t.plannedFor(frame.t.day(planned))}</p>}
      <Form
        action={path}
        form={form}
        hidden={{ instead: planned }}
        submit={planned ? t.form.changePlan : t.form.savePlan}
      >
        <DateField name="on" label={t.form.plannedOn} help={t.form.plannedHelp} />
      </Form>
      {planned && (
        <ActButton action={`${path}/cancel`} hidden={{ on: planned }} class="secondary">
          {t.form.cancelPlan}
        </ActButton>
      )}
    </SchoolShell>
  );
}

export interface RecordPageProps extends ReviewFormProps {
  readonly families: readonly { readonly code: string; readonly label: string }[];
  /** Day of the record that is changed. */
  readonly original?: string;
  /** The part that deleting would remove. Where a file brought the review, only its text can be deleted. */
  readonly removes?: 'text' | 'review';
}

/** `/school/{uai}/reviews/{person}/record`: the record of the discussion between principal and teacher. */
export function RecordReviewPage(props: RecordPageProps) {
  const frame = useFrame();
  const { school, person, form, families, original, removes } = props;
  const t = frame.t.school.reviews;
  const fields: readonly (readonly [string, string])[] = [
    ...families.map(({ code, label }) => [`done${code}`, t.form.done(label)] as const),
    ['worked', t.form.worked],
    ['difficulties', t.form.difficulties],
    ['presentSplit', t.form.presentSplit],
    ['trainingsWished', t.form.trainingsWished],
    ['decisions', t.form.decisions],
  ];
  const path = `/school/${school.uai}/reviews/${person.id}/record`;
  const text = { rows: 3, maxlength: NOTE_LENGTH, optional: true };
  return (
    <SchoolShell
      school={school}
      page="reviews"
      title={original ? t.changeTitle(person.name, frame.t.day(original)) : t.recordTitle(person.name)}
      description={t.lede}
    >
      <Refusal form={form} />
      <FaultSummary form={form} labels={Object.fromEntries([['on', t.form.on], ...fields])} />
      <p class="lede">{t.recordLede}</p>
      <Form
        action={path}
        form={form}
        hidden={{ original }}
        submit={original ? t.form.saveChange : t.form.save}
      >
        {original && removes !== 'review' ? (
          <FixedDay day={original} />
        ) : (
          <DateField name="on" label={t.form.on} help={t.form.onHelp} />
        )}
        {fields.map(([name, label]) => (
          <TextArea {...text} name={name} label={label} />
        ))}
      </Form>
      {original && removes && <Removal path={`${path}/remove`} original={original} removes={removes} />}
    </SchoolShell>
  );
}

/** The day of a review that a file brought: only a file can change it. */
function FixedDay({ day }: { day: string }) {
  const frame = useFrame();
  const t = frame.t.school.reviews;
  return (
    <p>
      <input type="hidden" name="on" value={day} />
      {t.fixedDay(frame.t.day(day))}
    </p>
  );
}

function Removal({
  path,
  original,
  removes,
}: {
  path: string;
  original: string;
  removes: 'text' | 'review';
}) {
  const t = useFrame().t.school.reviews;
  return (
    <details class="no-print">
      <summary>{t.removeTitle}</summary>
      <p>{removes === 'text' ? t.removesText : t.removesReview}</p>
      <ActButton action={path} hidden={{ on: original }} class="secondary">
        {t.remove}
      </ActButton>
    </details>
  );
}
