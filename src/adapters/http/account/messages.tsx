import { z } from 'zod';
import { MAIL_KINDS, MAIL_LANGUAGES, type MailKind, mailKindsFor } from '../../../domain/mail/types.ts';
import type { AppDeps } from '../env.ts';
import { Form } from '../forms/elements.tsx';
import { ChoiceGroup } from '../forms/inputs.tsx';
import { choiceOf, choicesOf } from '../forms/schema.ts';
import { Layout } from '../layout/html-document.tsx';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

/** `/messages`: the kinds of mail that a person wants, and their language. */
export const messagePages = (deps: AppDeps) =>
  definePages(deps)
    .page('/messages', 'use-account', renderMessages)
    .form('/messages', 'use-account', {
      schema: z.object({ wanted: choicesOf(MAIL_KINDS), language: choiceOf(MAIL_LANGUAGES) }),
      act: async ({ services, actor, me }, { wanted: chosen, language }) => {
        const offered: readonly MailKind[] = mailKindsFor(actor.heads);
        // Kinds that the page does not offer stay as they were.
        const saved = (await services.readMailChoices(me)).wanted.filter((kind) => !offered.includes(kind));
        const wanted = [...chosen.filter((kind) => offered.includes(kind)), ...saved];
        await services.chooseMail({ personId: me, wanted, language, actor: me });
      },
      done: 'messages-chosen',
    });

async function renderMessages({ services, actor, me, t: { account, forms } }: PageRequest) {
  const { wanted, language } = await services.readMailChoices(me);
  const form = { values: { wanted, language: [language] }, faults: {} };
  const t = account.messages;
  return (
    <Layout title={t.title} description={t.lede}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <Form action="/messages" form={form} submit={forms.save}>
        <ChoiceGroup
          name="wanted"
          label={t.wanted}
          choices={mailKindsFor(actor.heads).map((value) => ({ value, label: t.kinds[value] }))}
          kind="checkbox"
        />
        <ChoiceGroup
          name="language"
          label={t.language}
          choices={MAIL_LANGUAGES.map((value) => ({ value, label: t.languages[value] }))}
          kind="radio"
        />
      </Form>
    </Layout>
  );
}
