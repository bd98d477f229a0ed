import type { PersonId } from '../../../domain/ids.ts';
import { DateField, FaultSummary, type FormState, TextArea } from '../pages/fields.tsx';
import { inLanguage } from '../pages/in-language.ts';
import type { PageFrame } from '../pages/page-frame.ts';
import { type SchoolPlace, SchoolShell } from './school-shell.tsx';

interface ReviewFormProps {
  readonly frame: PageFrame;
  readonly school: SchoolPlace;
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly form: FormState;
}

export const NOTE_LENGTH = 4000;

/** `/school/{uai}/reviews/{person}/plan`: a day for the review. */
export function PlanReviewPage({ frame, school, person, form }: ReviewFormProps) {
  const t = frame.t.school.reviews;
  return (
    <SchoolShell
      frame={frame}
      school={school}
      page="reviews"
      title={t.planTitle(person.name)}
      description={t.lede}
    >
      <FaultSummary frame={frame} form={form} labels={{ on: t.form.plannedOn }} />
      <form
        method="post"
        class="form"
        action={inLanguage(frame, `/school/${school.uai}/reviews/${person.id}/plan`)}
      >
        <DateField frame={frame} form={form} name="on" label={t.form.plannedOn} />
        <button type="submit">{t.form.savePlan}</button>
      </form>
    </SchoolShell>
  );
}

/** `/school/{uai}/reviews/{person}/record`: what principal and teacher said to each other. */
export function RecordReviewPage(
  props: ReviewFormProps & {
    readonly families: readonly { readonly code: string; readonly label: string }[];
    readonly refusal?: string;
  },
) {
  const { frame, school, person, form, families, refusal } = props;
  const t = frame.t.school.reviews;
  const fields: readonly (readonly [string, string])[] = [
    ...families.map(({ code, label }) => [`done${code}`, t.form.done(label)] as const),
    ['worked', t.form.worked],
    ['difficulties', t.form.difficulties],
    ['presentSplit', t.form.presentSplit],
    ['trainingsWished', t.form.trainingsWished],
    ['decisions', t.form.decisions],
  ];
  return (
    <SchoolShell
      frame={frame}
      school={school}
      page="reviews"
      title={t.recordTitle(person.name)}
      description={t.lede}
    >
      {refusal && (
        <div class="notice notice-error" role="alert">
          <p>{refusal}</p>
        </div>
      )}
      <FaultSummary frame={frame} form={form} labels={Object.fromEntries([['on', t.form.on], ...fields])} />
      <p class="lede">{t.recordLede}</p>
      <form
        method="post"
        class="form"
        action={inLanguage(frame, `/school/${school.uai}/reviews/${person.id}/record`)}
      >
        <DateField frame={frame} form={form} name="on" label={t.form.on} />
        {fields.map(([name, label]) => (
          <TextArea
            frame={frame}
            form={form}
            name={name}
            label={label}
            rows={3}
            maxlength={NOTE_LENGTH}
            optional
          />
        ))}
        <button type="submit">{t.form.save}</button>
      </form>
    </SchoolShell>
  );
}
