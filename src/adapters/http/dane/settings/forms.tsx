import { NEWS_LINKS } from '../../../../application/settings/live.ts';
import { REMINDER_DELAYS } from '../../../../domain/award/pending-acceptance.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { SelectField, TextArea, TextField } from '../../forms/inputs.tsx';
import type { ShownForm } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';

export const PATH = '/dane/settings';
/** The years for which the audit may be kept. */
export const AUDIT_YEARS = [1, 3, 5, 10] as const;

interface SettingsForm {
  readonly form: ShownForm;
  /** The recorded value that the form shows. */
  readonly seen: string | undefined;
}

export function IssuerForm({ form, seen }: SettingsForm) {
  const t = usePageContext().t.dane.data.settings;
  return (
    <section>
      <h2>{t.issuer}</h2>
      <Form action={`${PATH}/issuer`} {...{ form, seen }} labels={t} summary={false} submit={t.saveIssuer}>
        <TextField name="name" maxlength={120} />
        <TextField name="code" maxlength={40} />
        <TextField name="url" type="url" />
        <TextField name="email" type="email" />
        <TextField name="logoUrl" type="url" optional />
      </Form>
    </section>
  );
}

export function ServiceTextsForm({ form, seen }: SettingsForm) {
  const t = usePageContext().t.dane.data.settings;
  return (
    <section>
      <h2>{t.words}</h2>
      <Form action={`${PATH}/words`} {...{ form, seen }} labels={t} summary={false}>
        <TextField name="office" maxlength={40} optional />
        <TextArea name="welcome" rows={3} maxlength={300} optional />
        <Submit class="secondary">{t.saveWords}</Submit>
      </Form>
    </section>
  );
}

export function NewsForm({ form, seen }: SettingsForm) {
  const { dane, framework } = usePageContext().t;
  const t = dane.data.settings;
  return (
    <section>
      <h2>{t.news}</h2>
      <p>{t.newsText}</p>
      <Form action={`${PATH}/news`} {...{ form, seen }} labels={framework.news.links} summary={false}>
        {NEWS_LINKS.map((link) => (
          <TextField name={link} type="url" optional />
        ))}
        <Submit class="secondary">{t.saveNews}</Submit>
      </Form>
    </section>
  );
}

export function PendingAcceptanceForm({ form, seen }: SettingsForm) {
  const t = usePageContext().t.dane.unanswered.setting;
  const delays = REMINDER_DELAYS.map((days) => ({ value: String(days), label: t.afterDays(days) }));
  return (
    <section id="unanswered">
      <h2>{t.title}</h2>
      <p>{t.help}</p>
      <Form action={`${PATH}/unanswered`} {...{ form, seen }} labels={t} summary={false}>
        <SelectField name="days" choices={[{ value: 'never', label: t.never }, ...delays]} />
        <Submit class="secondary">{t.save}</Submit>
      </Form>
      <p>
        <a href="/dane/credentials/unanswered">{t.link}</a>
      </p>
    </section>
  );
}

export function AuditForm({ form, seen }: SettingsForm) {
  const t = usePageContext().t.dane.audit.keeping;
  const saved = AUDIT_YEARS.map((years) => ({ value: String(years), label: t.kept(years) }));
  return (
    <section>
      <h2>{t.title}</h2>
      <p>{t.help}</p>
      <Form action={`${PATH}/audit`} {...{ form, seen }} labels={t} summary={false}>
        <SelectField name="years" choices={[{ value: 'always', label: t.always }, ...saved]} />
        <Submit class="secondary">{t.save}</Submit>
      </Form>
      <p>
        <a href="/dane/audit">{t.link}</a>
      </p>
    </section>
  );
}
