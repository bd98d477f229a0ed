import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import type { FormState } from '../../shell/fields.tsx';
import { optionalText, optionalUrl, parseForm, requiredEmail, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { SettingsPage } from './settings-page.tsx';

const isUrl = (text: string, schemes: RegExp) => URL.canParse(text) && schemes.test(new URL(text).protocol);

/** Every page's security policy contains the host, where `;` and `*` would change its meaning. */
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
const wordsForm = z.object({ office: optionalText(40), welcome: optionalText(300) });

/** `/dane/settings`: the issuer, and the texts of the service. */
export function settingsRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'change-settings', theService)] as const;
  const saved = (c: Context<AppEnv>) => c.redirect('/dane/settings?done=settings-saved', 303);
  return new Hono<AppEnv>()
    .get('/dane/settings', ...guards, (c) => answerSettings(c, deps))
    .post('/dane/settings/issuer', ...guards, async (c) => {
      const form = await parseForm(c, issuerForm);
      if (!form.ok) return answerSettings(c, deps, { issuer: form });
      await services.changeSettings({ name: 'issuer', value: form.value }, c.var.signedIn.actor.personId);
      return saved(c);
    })
    .post('/dane/settings/words', ...guards, async (c) => {
      const form = await parseForm(c, wordsForm);
      if (!form.ok) return answerSettings(c, deps, { words: form });
      await services.changeSettings({ name: 'words', value: form.value }, c.var.signedIn.actor.personId);
      return saved(c);
    });
}

function answerSettings(
  c: Context<AppEnv>,
  deps: AppDeps,
  refused: { readonly issuer?: FormState; readonly words?: FormState } = {},
) {
  const { issuer, settings } = deps.ports;
  const { name, code, url, email, logoUrl } = issuer;
  const view = {
    issuer: refused.issuer ?? stateOf({ name, code, url, email, logoUrl }),
    words: refused.words ?? stateOf({ ...settings.words() }),
  };
  const page = <SettingsPage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, refused.issuer || refused.words ? 400 : 200);
}

function stateOf(values: Readonly<Record<string, string | undefined>>): FormState {
  const given = Object.entries(values).map(([name, value]) => [name, value ? [value] : []] as const);
  return { values: Object.fromEntries(given), faults: {} };
}
