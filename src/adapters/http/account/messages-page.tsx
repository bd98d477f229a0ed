import type { MailKind } from '../../../domain/mail/mail.ts';
import { ChoiceGroup } from '../shell/fields.tsx';
import { Form } from '../shell/form-parts.tsx';
import { Layout } from '../shell/layout.tsx';
import type { FormState } from '../shell/use-form.ts';
import { useFrame } from '../shell/use-frame.ts';

/** `/messages`: the kinds of mail that a person wants. */
export function MessagesPage({
  form,
  kinds,
}: {
  form: FormState;
  /** The kinds that this person can get. */
  kinds: readonly MailKind[];
}) {
  const frame = useFrame();
  const t = frame.t.account.messages;
  const choices = kinds.map((value) => ({ value, label: t.kinds[value] }));
  return (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <Form action="/messages" form={form} submit={frame.t.forms.save}>
        <ChoiceGroup name="wanted" label={t.wanted} choices={choices} kind="checkbox" />
      </Form>
    </Layout>
  );
}
