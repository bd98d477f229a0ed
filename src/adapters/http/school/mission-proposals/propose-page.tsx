import { MissionFields } from '../../engagements/change-fields.tsx';
import type { MissionChoices } from '../../engagements/change-view.ts';
import { type Choice, DateField, Refusal, SelectField, TextArea, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

/** The most characters of the principal's words. */
export const WORDS_LENGTH = 500;

interface ProposeProps {
  readonly school: SchoolPlace;
  /** People who have, or had, an engagement at the school, except the viewer. */
  readonly people: readonly Choice[];
  readonly missions: MissionChoices;
  readonly form: FormState;
}

/** `/school/{uai}/mission-proposals/new`: the person, the missions, the first day, and a sentence. */
export function ProposePage({ school, people, missions, form }: ProposeProps) {
  const frame = useFrame();
  const t = frame.t.missionsProposed;
  const { fields } = frame.t.changes;
  const base = `/school/${school.uai}/mission-proposals`;
  const labels = {
    person: t.form.who,
    known: t.form.known,
    from: t.form.from,
    missions: fields.missions,
    roles: fields.roles,
    words: t.form.words,
  };
  return (
    <SchoolShell school={school} page="missions" title={t.propose} description={t.form.lede}>
      <Refusal form={form} />
      <p class="lede">{t.form.lede}</p>
      <Form action={`${base}/new`} form={form} labels={labels}>
        {people.length > 0 && (
          <SelectField
            name="person"
            label={t.form.who}
            help={t.form.whoHelp}
            choices={people}
            optional={frame.t.forms.eitherOne}
          />
        )}
        <TextField
          name="known"
          label={t.form.known}
          help={t.form.knownHelp}
          maxlength={254}
          optional={people.length > 0 && frame.t.forms.eitherOne}
        />
        <DateField name="from" label={t.form.from} help={t.form.fromHelp} />
        <MissionFields missions={missions} help={t.form.missionsHelp} />
        <TextArea
          name="words"
          label={t.form.words}
          help={t.form.wordsHelp}
          rows={2}
          maxlength={WORDS_LENGTH}
          optional
        />
        <div class="actions">
          <button type="submit">{t.form.send}</button>
          <a href={base}>{frame.t.forms.cancel}</a>
        </div>
      </Form>
    </SchoolShell>
  );
}
