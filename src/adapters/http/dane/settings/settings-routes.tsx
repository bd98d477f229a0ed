import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { NEWS_LINKS, type NewsLink } from '../../../../application/settings/living-settings.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import {
  choiceOf,
  type FormValues,
  optionalText,
  optionalUrl,
  requiredEmail,
  requiredText,
} from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readActors } from '../actors.ts';
import { SettingsPage } from './settings-page.tsx';

const isUrl = (text: string, schemes: RegExp) => URL.canParse(text) && schemes.test(new URL(text).protocol);

/** The host stands in every page's security policy, where `;` and `*` would change the meaning. */
const isPlainHost = (text: string) => /^[a-z0-9.-]+$/.test(new URL(text).hostname);

/** The recorded value that a form showed, as JSON text. */
const seen = optionalText(8000);

const issuerForm = z.object({
  seen,
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
const wordsForm = z.object({ seen, office: optionalText(40), welcome: optionalText(300) });

const newsForm = z.object({
  seen,
  ...(Object.fromEntries(NEWS_LINKS.map((name) => [name, optionalUrl])) as Record<
    NewsLink,
    typeof optionalUrl
  >),
});

/** `/dane/settings`: the issuer, the texts of the service, and the office's news addresses. */
export function settingsRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'change-settings', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/settings', ...guards, (c) => answerSettings(c, deps))
    .post(
      '/dane/settings/issuer',
      ...guards,
      takeForm(deps, {
        schema: issuerForm,
        show: (c, issuer) => answerSettings(c, deps, { issuer }),
        act: async (c, { seen, ...value }) => {
          await services.changeSettings({ name: 'issuer', value, seen }, c.var.signedIn.actor.personId);
          return afterDoing('settings-saved', '/dane/settings');
        },
      }),
    )
    .post(
      '/dane/settings/words',
      ...guards,
      takeForm(deps, {
        schema: wordsForm,
        show: (c, words) => answerSettings(c, deps, { words }),
        act: async (c, { seen, ...value }) => {
          await services.changeSettings({ name: 'words', value, seen }, c.var.signedIn.actor.personId);
          return afterDoing('settings-saved', '/dane/settings');
        },
      }),
    )
    .post(
      '/dane/settings/news',
      ...guards,
      takeForm(deps, {
        schema: newsForm,
        show: (c, news) => answerSettings(c, deps, { news }),
        act: async (c, { seen, ...value }) => {
          await services.changeSettings({ name: 'news', value, seen }, c.var.signedIn.actor.personId);
          return afterDoing('settings-saved', '/dane/settings');
        },
      }),
    )
    .post(
      '/dane/settings/approvals',
      ...guards,
      takeForm(deps, {
        schema: z.object({ criteria: choiceOf(['on', 'off']) }),
        show: (c, approval) => answerSettings(c, deps, { approval }),
        act: async (c, { criteria }) => {
          const { personId: actor } = c.var.signedIn.actor;
          await services.changeApprovals({ criteria: criteria === 'on', actor });
          return afterDoing('settings-saved', '/dane/settings#approvals');
        },
        refusals: {
          'approval-needs-two': 409,
          'approval-set-outside': 409,
          'own-draft': 409,
          'store-conflict': 409,
        },
      }),
    );
}

async function answerSettings(
  c: Context<AppEnv>,
  deps: AppDeps,
  refused: Readonly<Partial<Record<'issuer' | 'words' | 'news' | 'approval', SentForm>>> = {},
) {
  const { issuer, settings } = deps.ports;
  // What the forms say they showed is read first, so that it is never newer than what they show.
  const recorded = await deps.ports.store.readSettings();
  await settings.refresh('now');
  const { name, code, url, email, logoUrl } = issuer;
  const { criteria, offAskedBy, isForced } = settings.approvals();
  const nameOf = await readActors(deps.ports.store, offAskedBy ? [offAskedBy] : []);
  const view = {
    approval: {
      isOn: criteria,
      isForced: isForced === true,
      ...(offAskedBy && { offAskedBy: nameOf(offAskedBy, c.var.locale) }),
      isOwnAsk: offAskedBy === c.var.signedIn.actor.personId,
      form: refused.approval ?? EMPTY_FORM,
    },
    issuer: formOver(toValues({ name, code, url, email, logoUrl }), refused.issuer),
    words: formOver(toValues({ ...settings.words() }), refused.words),
    news: formOver(toValues({ ...settings.news() }), refused.news),
    seen: (name: string) => recorded.get(name),
  };
  const page = <SettingsPage view={view} />;
  const { status } = refused.issuer ?? refused.words ?? refused.news ?? refused.approval ?? {};
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, status);
}

function toValues(recorded: Readonly<Record<string, string | undefined>>): FormValues {
  return Object.fromEntries(Object.entries(recorded).map(([name, value]) => [name, value ? [value] : []]));
}
