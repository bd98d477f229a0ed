import { SUPPORT_BOUNDS, SUPPORT_KINDS } from '../../../../domain/support/support-request.ts';
import { type Choice, ChoiceGroup, Refusal, SelectField, TextArea, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

interface AskProps {
  /** The schools for which the person may ask. */
  readonly schools: readonly Choice[];
  readonly form: FormState;
  /** The token of the form. */
  readonly once: string;
}

/** `/my/support/new`: the subject, the school, and the request in words. */
export function AskPage({ schools, form, once }: AskProps) {
  const t = useFrame().t.support.form;
  return (
    <MyLayout page="support" title={t.title}>
      <Refusal form={form} />
      {schools.length === 0 ? (
        <>
          <p class="notice">{t.noSchool}</p>
          <p>
            <a class="button" href="/my/engagements/new">
              {t.declare}
            </a>
          </p>
        </>
      ) : (
        <AskForm schools={schools} form={form} once={once} />
      )}
    </MyLayout>
  );
}

function AskForm({ schools, form, once }: AskProps) {
  const frame = useFrame();
  const { form: t, kinds, kindHelps } = frame.t.support;
  return (
    <Form
      action="/my/support/new"
      form={form}
      labels={{ kind: t.kind, uai: t.school, title: t.subject, text: t.text }}
      hidden={{ once }}
    >
      <ChoiceGroup
        name="kind"
        label={t.kind}
        kind="radio"
        choices={SUPPORT_KINDS.map((value) => ({ value, label: kinds[value], text: kindHelps[value] }))}
      />
      <SelectField name="uai" label={t.school} choices={schools} />
      <TextField name="title" label={t.subject} help={t.subjectHelp} maxlength={SUPPORT_BOUNDS.title} />
      <TextArea name="text" label={t.text} help={t.textHelp} rows={8} maxlength={SUPPORT_BOUNDS.text} />
      <div class="actions">
        <button type="submit">{t.send}</button>
        <a href="/my/support">{frame.t.forms.cancel}</a>
      </div>
    </Form>
  );
}
