import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { parseCredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { parseForm, requiredText } from '../../form.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { answerError, answerPage } from '../../page-answer.tsx';
import { EMPTY_FORM, type FormState } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import { workspaceFrame } from '../../workspace-frame.ts';
import { RevokePage } from '../people/person-form-pages.tsx';
import { badgeName } from './decision-views.ts';

const revocationForm = z.object({ reason: requiredText(500) });

/** `/dane/credentials/{id}/revocation`: the public reason, then the act. */
export function revocationRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'revoke-credential', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/credentials/:id/revocation', ...guards, (c) => answerForm(c, deps, EMPTY_FORM))
    .post('/dane/credentials/:id/revocation', ...guards, async (c) => {
      const form = await parseForm(c, revocationForm);
      const id = parseCredentialId(c.req.param('id'));
      if (!form.ok || !id) return answerForm(c, deps, form.ok ? EMPTY_FORM : form);
      const actor = c.var.signedIn.actor.personId;
      await deps.services.revokeCredential({ id, reason: form.value.reason, actor });
      const found = await deps.ports.store.readCredential(id);
      const { recipient } = found?.award ?? {};
      const back = recipient?.kind === 'person' ? `/dane/people/${recipient.personId}` : '/dane';
      return c.redirect(inLanguage({ locale: c.var.locale }, `${back}?done=revoked`), 303);
    });
}

async function answerForm(c: Context<AppEnv>, deps: AppDeps, form: FormState) {
  const id = parseCredentialId(c.req.param('id') ?? '');
  const found = id && (await deps.ports.store.readCredential(id));
  if (!id || !found) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const { locale } = c.var;
  const view = {
    name: badgeName(deps.ports.catalogue, { ...found.award, locale }),
    action: `/dane/credentials/${id}/revocation`,
    form,
  };
  const refused = Object.keys(form.faults).length > 0;
  return answerPage(
    c,
    <RevokePage frame={workspaceFrame(c, deps, 'dane')} view={view} />,
    refused ? 400 : 200,
  );
}
