import { SHARING_KINDS, SHARING_LENGTH } from '../../../../domain/engagement/mission-sharing.ts';
import { Refusal, SelectField, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';

interface SharingProps {
  readonly school: SchoolPlace;
  readonly view: {
    readonly reference: string;
    readonly personId: string;
    readonly name: string;
    readonly period: string;
    readonly missions: readonly {
      readonly code: string;
      readonly label: string;
      /** The proposal of the reference text. */
      readonly organisation?: string | undefined;
    }[];
  };
  readonly form: FormState;
}

/** `/school/{uai}/engagements/{reference}/sharing`: the way in which each mission of a segment is shared
 *  out. */
export function SharingPage({ school, view, form }: SharingProps) {
  const frame = useFrame();
  const t = frame.t.sharing;
  const { reference, personId, name, period, missions } = view;
  const labels = Object.fromEntries(
    missions.flatMap(({ code }) => [
      [`kind-${code}`, t.howOf(code)],
      [`words-${code}`, t.wordsOf(code)],
    ]),
  );
  const kinds = ['mission' as const, ...SHARING_KINDS].map((value) => ({ value, label: t.kinds[value] }));
  return (
    <SchoolShell school={school} page="overview" title={t.title} description={t.lede}>
      <Refusal form={form} />
      <p class="lede">
        {name}, {period}
      </p>
      <p>{t.lede}</p>
      <p class="note">{t.note}</p>
      <Form
        action={`/school/${school.uai}/engagements/${encodeURIComponent(reference)}/sharing`}
        form={form}
        labels={labels}
      >
        {missions.map(({ code, label, organisation }) => (
          <fieldset class="choices">
            <legend>{label}</legend>
            {organisation && <small>{t.proposed(organisation)}</small>}
            <div class="field-row">
              <SelectField name={`kind-${code}`} label={t.how} choices={kinds} />
              <TextField name={`words-${code}`} label={t.words} maxlength={SHARING_LENGTH} optional />
            </div>
          </fieldset>
        ))}
        <div class="actions stays">
          <button type="submit">{t.save}</button>
          <a href={`/school/${school.uai}/people/${personId}`}>{t.back}</a>
        </div>
      </Form>
    </SchoolShell>
  );
}
