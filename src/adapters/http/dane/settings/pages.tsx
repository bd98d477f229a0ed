import { z } from 'zod';
import { NEWS_LINKS, type NewsLink } from '../../../../application/settings/live.ts';
import { REMINDER_DELAYS } from '../../../../domain/award/pending-acceptance.ts';
import type { AppDeps } from '../../env.ts';
import { EMPTY_FORM } from '../../forms/context.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { ErrorSummary, Rejection } from '../../forms/inputs.tsx';
import {
  choiceOf,
  type FormValues,
  optionalText,
  optionalUrl,
  requiredEmail,
  requiredText,
} from '../../forms/schema.ts';
import { formOver, type ShownForm } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { DaneLayout } from '../layout.tsx';
import {
  AUDIT_YEARS,
  AuditForm,
  IssuerForm,
  NewsForm,
  PATH,
  PendingAcceptanceForm,
  ServiceTextsForm,
} from './forms.tsx';

const isUrl = (text: string, schemes: RegExp) => URL.canParse(text) && schemes.test(new URL(text).protocol);

/** The host stands in every page's security policy, where `;` and `*` would change the meaning. */
const isPlainHost = (text: string) => /^[a-z0-9.-]+$/.test(new URL(text).hostname);

const issuerForm = z.object({
  name: requiredText(120),
  code: requiredText(40),
  url: requiredText(2000).refine((text) => isUrl(text, /^https?:$/), { message: 'invalid-url' }),
  email: requiredEmail,
  logoUrl: optionalUrl
    .refine((text) => text === undefined || isUrl(text, /^https:$/), { message: 'not-https' })
    .refine((text) => text === undefined || (URL.canParse(text) && isPlainHost(text)), {
      message: 'invalid-url',
    }),
});

const serviceTextsForm = z.object({ office: optionalText(40), welcome: optionalText(300) });

const newsForm = z.object(
  Object.fromEntries(NEWS_LINKS.map((name) => [name, optionalUrl])) as Record<NewsLink, typeof optionalUrl>,
);

const auditForm = z.object({ years: choiceOf(['always', ...AUDIT_YEARS.map(String)]) });

const pendingAcceptanceForm = z.object({ days: choiceOf(['never', ...REMINDER_DELAYS.map(String)]) });

type FormName = 'issuer' | 'words' | 'news' | 'approvals' | 'audit' | 'unanswered';

/** `/dane/settings`: the issuer, the texts of the service, the office's news addresses, and whether a second
 *  person must adopt criteria. */
export const settingsPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'change-settings', renderSettings)
    .form(`${PATH}/issuer`, 'change-settings', {
      ...saving('issuer'),
      schema: issuerForm,
      act: ({ services, seen, me }, value) => services.changeSettings({ name: 'issuer', value, seen }, me),
    })
    .form(`${PATH}/words`, 'change-settings', {
      ...saving('words'),
      schema: serviceTextsForm,
      act: ({ services, seen, me }, value) => services.changeSettings({ name: 'words', value, seen }, me),
    })
    .form(`${PATH}/news`, 'change-settings', {
      ...saving('news'),
      schema: newsForm,
      act: ({ services, seen, me }, value) => services.changeSettings({ name: 'news', value, seen }, me),
    })
    .form(`${PATH}/audit`, 'change-settings', {
      ...saving('audit'),
      schema: auditForm,
      act: ({ services, seen, me }, { years }) => {
        const value = years === 'always' ? {} : { years: Number(years) };
        return services.changeSettings({ name: 'audit', value, seen }, me);
      },
    })
    .form(`${PATH}/unanswered`, 'change-settings', {
      ...saving('unanswered'),
      schema: pendingAcceptanceForm,
      act: ({ services, seen, me }, { days }) => {
        const value = days === 'never' ? {} : { days: Number(days) };
        return services.changeSettings({ name: 'unanswered', value, seen }, me);
      },
    })
    .form(`${PATH}/approvals`, 'change-settings', {
      ...saving('approvals'),
      schema: z.object({ criteria: choiceOf(['on', 'off']) }),
      act: async ({ services, me }, { criteria }) => {
        await services.changeApprovals({ criteria: criteria === 'on', actor: me });
        return `${PATH}#approvals`;
      },
      refusals: {
        'approval-needs-two': 409,
        'approval-set-outside': 409,
        'own-draft': 409,
        'store-conflict': 409,
      },
    });

const saving = (name: FormName) => ({
  page: (request: PageRequest) => renderSettings(request, name),
  done: 'settings-saved' as const,
  back: PATH,
});

/** `refused` names the form that was sent and refused. */
async function renderSettings(request: PageRequest, refused?: FormName) {
  const { ports, store, t: texts } = request;
  const t = texts.dane.data.settings;
  // What the forms say they showed is read first, so that it is never newer than what they show.
  const recorded = await store.readSettings();
  await ports.settings.refresh('now');
  const { name, code, url, email, logoUrl } = ports.issuer;
  const sentTo = (form: FormName) => (form === refused ? request.sent : undefined);
  const issuer = formOver(toValues({ name, code, url, email, logoUrl }), sentTo('issuer'));
  const words = formOver(toValues({ ...ports.settings.words() }), sentTo('words'));
  const { years } = ports.settings.audit();
  const audit = formOver(toValues({ years: years?.toString() ?? 'always' }), sentTo('audit'));
  const { days } = ports.settings.unanswered();
  const unanswered = formOver(toValues({ days: days?.toString() ?? 'never' }), sentTo('unanswered'));
  const news = formOver(toValues({ ...ports.settings.news() }), sentTo('news'));
  return (
    <DaneLayout section="settings" title={t.title}>
      <p class="lede">{t.lede}</p>
      <ErrorSummary form={issuer} labels={t} />
      <ErrorSummary form={words} labels={t} />
      <ErrorSummary form={news} labels={texts.framework.news.links} />
      <IssuerForm form={issuer} seen={recorded.get('issuer')} />
      <ServiceTextsForm form={words} seen={recorded.get('words')} />
      {await renderApproval(request, sentTo('approvals') ?? EMPTY_FORM)}
      <NewsForm form={news} seen={recorded.get('news')} />
      <PendingAcceptanceForm form={unanswered} seen={recorded.get('unanswered')} />
      <AuditForm form={audit} seen={recorded.get('audit')} />
      <section>
        <h2>{t.programs}</h2>
        <p>
          <a href={`${PATH}/tokens`}>{t.tokens}</a>
        </p>
      </section>
      <section>
        <h2>{texts.dane.doctor.title}</h2>
        <p>
          <a href={`${PATH}/doctor`}>{texts.dane.doctor.link}</a>
        </p>
      </section>
    </DaneLayout>
  );
}

/** Whether a second person must adopt criteria. Turning this off takes two people as well. */
async function renderApproval({ ports, store, me, t: texts, wording }: PageRequest, form: ShownForm) {
  const t = texts.dane.data.approval;
  const { criteria: isOn, offAskedBy, isForced } = ports.settings.approvals();
  const nameOf = await readActors(store, offAskedBy ? [offAskedBy] : []);
  const isOwnAsk = offAskedBy === me;
  const button = (criteria: 'on' | 'off', words: string) => (
    <ActionButton action={`${PATH}/approvals`} hidden={{ criteria }} class="secondary">
      {words}
    </ActionButton>
  );
  return (
    <section id="approvals">
      <h2>{t.title}</h2>
      <Rejection form={form} />
      <p>{isOn ? t.on : t.off}</p>
      {isForced && <p class="note">{t.forced}</p>}
      {offAskedBy && (
        <p class="notice">{isOwnAsk ? t.ownAsk : t.offAskedBy(nameOf(offAskedBy, wording.locale))}</p>
      )}
      {!isForced && (
        <div class="actions">
          {!isOn && button('on', t.turnOn)}
          {isOn && !isOwnAsk && button('off', offAskedBy ? t.turnOff : t.askOff)}
          {offAskedBy && button('on', t.keep)}
        </div>
      )}
      {isOn && !isForced && !offAskedBy && <p class="note">{t.askOffNote}</p>}
    </section>
  );
}

function toValues(recorded: Readonly<Record<string, string | undefined>>): FormValues {
  return Object.fromEntries(Object.entries(recorded).map(([name, value]) => [name, value ? [value] : []]));
}
