import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { SUSPENSION_CAUSES } from '../../../../domain/award/award-types.ts';
import { type CredentialId, parseCredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { choiceOf, optionalText, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type Done, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readActors } from '../actors.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName, readNames } from '../decisions/decision-views.ts';
import { answerMissing } from '../missing-page.tsx';
import { SuspendPage } from './suspend-page.tsx';

const suspensionForm = z.object({
  cause: choiceOf(SUSPENSION_CAUSES),
  reason: requiredText(REASON_LENGTH),
  note: optionalText(REASON_LENGTH),
});
const endForm = z.object({ reason: optionalText(REASON_LENGTH) });

/** `/dane/credentials/{id}/suspension`: suspends a badge, shows the suspension, and ends it. */
export function suspensionRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'revoke-credential', theService)] as const;
  const { suspendCredential, resumeCredential } = deps.services;
  return new Hono<AppEnv>()
    .get('/dane/credentials/:id/suspension', ...guards, (c) => answerForm(c, deps, EMPTY_FORM))
    .post(
      '/dane/credentials/:id/suspension',
      ...guards,
      takeForm(deps, {
        schema: suspensionForm,
        show: (c, sent) => answerForm(c, deps, sent),
        act: (c, { cause, reason, note }) =>
          act(c, deps, { done: 'suspended' }, (id, actor) =>
            suspendCredential({ id, cause, reason, actor, ...(note && { note }) }),
          ),
        // Another agent has suspended or revoked it meanwhile: the page shows this.
        refusals: { 'already-suspended': 200, 'already-revoked': 200, 'unknown-credential': 200 },
      }),
    )
    .post(
      '/dane/credentials/:id/suspension/end',
      ...guards,
      takeForm(deps, {
        schema: endForm,
        show: (c, sent) => answerForm(c, deps, sent),
        act: (c, { reason }) =>
          act(c, deps, { done: 'resumed' }, (id, actor) =>
            resumeCredential({ id, actor, ...(reason && { reason }) }),
          ),
        refusals: { 'not-suspended': 200, 'already-revoked': 200, 'unknown-credential': 200 },
      }),
    );
}

type Act = (id: CredentialId, actor: string) => Promise<unknown>;

async function act(c: Context<AppEnv>, deps: AppDeps, { done }: { readonly done: Done }, take: Act) {
  const id = parseCredentialId(c.req.param('id') ?? '');
  if (!id) return answerMissing(c, deps, 'people');
  await take(id, c.var.signedIn.actor.personId);
  const { recipient } = (await deps.ports.store.readCredential(id))?.award ?? {};
  return afterDoing(done, recipient?.kind === 'person' ? `/dane/people/${recipient.personId}` : '/dane');
}

async function answerForm(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const { store, catalogue } = deps.ports;
  const id = parseCredentialId(c.req.param('id') ?? '');
  const found = id && (await store.readCredential(id));
  if (!id || !found?.credential || found.credential.erasedAt) return answerMissing(c, deps, 'people');
  const { locale } = c.var;
  const { recipient, grantedAt } = found.award;
  const { suspension, revocation } = found.credential;
  const [{ nameOf }, nameOfActor] = await Promise.all([
    readNames(store, [recipient]),
    readActors(store, suspension ? [suspension.by] : []),
  ]);
  const view = {
    badge: badgeName(catalogue, { ...found.award, locale }),
    recipient: nameOf(recipient),
    grantedAt,
    ...(recipient.kind === 'person' && { recordHref: `/dane/people/${recipient.personId}` }),
    href: `/dane/credentials/${id}`,
    revoked: revocation !== undefined,
    ...(suspension && { suspension: { ...suspension, by: nameOfActor(suspension.by, locale) } }),
    form,
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <SuspendPage view={view} />, form.status);
}
