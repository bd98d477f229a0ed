import { NEWS_LINKS } from '../../../../application/settings/living-settings.ts';
import { FaultSummary, Refusal, TextArea, TextField } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface SettingsView {
  readonly issuer: FormState;
  readonly words: FormState;
  readonly news: FormState;
  /** The recorded value of a setting, as JSON text; undefined where there is none. */
  readonly seen: (name: 'issuer' | 'words' | 'news') => string | undefined;
  readonly approval: {
    readonly isOn: boolean;
    readonly isForced: boolean;
    /** The name of the agent who asked to turn it off. */
    readonly offAskedBy?: string;
    readonly isOwnAsk: boolean;
    readonly form: FormState;
  };
}

/** `/dane/settings` */
export function SettingsPage({ view }: { view: SettingsView }) {
  const frame = useFrame();
  const t = frame.t.dane.data.settings;
  return (
    <DaneLayout section="settings" title={t.title}>
      <p class="lede">{t.lede}</p>
      <FaultSummary form={view.issuer} labels={t} />
      <FaultSummary form={view.words} labels={t} />
      <FaultSummary form={view.news} labels={frame.t.framework.news.links} />
      <section>
        <h2>{t.issuer}</h2>
        <Form
          action="/dane/settings/issuer"
          form={view.issuer}
          hidden={{ seen: view.seen('issuer') }}
          submit={t.saveIssuer}
        >
          <TextField name="name" label={t.name} help={t.nameHelp} maxlength={120} />
          <TextField name="code" label={t.code} help={t.codeHelp} maxlength={40} />
          <TextField name="url" label={t.url} type="url" />
          <TextField name="email" label={t.email} type="email" />
          <TextField name="logoUrl" label={t.logoUrl} help={t.logoHelp} type="url" optional />
        </Form>
      </section>
      <section>
        <h2>{t.words}</h2>
        <Form action="/dane/settings/words" form={view.words} hidden={{ seen: view.seen('words') }}>
          <TextField name="office" label={t.office} help={t.officeHelp} maxlength={40} optional />
          <TextArea name="welcome" label={t.welcome} help={t.welcomeHelp} rows={3} maxlength={300} optional />
          <button type="submit" class="secondary">
            {t.saveWords}
          </button>
        </Form>
      </section>
      <Approval view={view.approval} />
      <section>
        <h2>{t.news}</h2>
        <p>{t.newsText}</p>
        <Form action="/dane/settings/news" form={view.news} hidden={{ seen: view.seen('news') }}>
          {NEWS_LINKS.map((name) => (
            <TextField name={name} label={frame.t.framework.news.links[name]} type="url" optional />
          ))}
          <button type="submit" class="secondary">
            {t.saveNews}
          </button>
        </Form>
      </section>
      <section>
        <h2>{t.programs}</h2>
        <p>
          <a href="/dane/settings/tokens">{t.tokens}</a>
        </p>
      </section>
    </DaneLayout>
  );
}

/** Whether a second person must adopt criteria. Turning this off takes two people as well. */
function Approval({ view }: { view: SettingsView['approval'] }) {
  const t = useFrame().t.dane.data.approval;
  const action = '/dane/settings/approvals';
  return (
    <section id="approvals">
      <h2>{t.title}</h2>
      <Refusal form={view.form} />
      <p>{view.isOn ? t.on : t.off}</p>
      {view.isForced && <p class="note">{t.forced}</p>}
      {view.offAskedBy && <p class="notice">{view.isOwnAsk ? t.ownAsk : t.offAskedBy(view.offAskedBy)}</p>}
      {!view.isForced && (
        <div class="actions">
          {!view.isOn && (
            <ActButton action={action} hidden={{ criteria: 'on' }} class="secondary">
              {t.turnOn}
            </ActButton>
          )}
          {view.isOn && !view.isOwnAsk && (
            <ActButton action={action} hidden={{ criteria: 'off' }} class="secondary">
              {view.offAskedBy ? t.turnOff : t.askOff}
            </ActButton>
          )}
          {view.offAskedBy && (
            <ActButton action={action} hidden={{ criteria: 'on' }} class="secondary">
              {t.keep}
            </ActButton>
          )}
        </div>
      )}
      {view.isOn && !view.isForced && !view.offAskedBy && <p class="note">{t.askOffNote}</p>}
    </section>
  );
}
