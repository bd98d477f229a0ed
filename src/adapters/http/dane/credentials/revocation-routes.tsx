import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { standingTwins } from '../../../../domain/award/standing-twins.ts';
import { parseCredentialId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readActors } from '../actors.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName, readNames } from '../decisions/decision-views.ts';
import { answerMissing } from '../missing-page.tsx';
import { RevokePage } from './revoke-page.tsx';

const revocationForm = z.object({ reason: requiredText(REASON_LENGTH) });

/** `/dane/credentials/{id}/revocation`: the public reason, then the act. */
export function revocationRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'revoke-credential', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/credentials/:id/revocation', ...guards, async (c) => {
      const reason = await readReplacement(c, deps);
      return answerForm(c, deps, reason ? { values: { reason: [reason] }, faults: {} } : EMPTY_FORM);
    })
    .post(
      '/dane/credentials/:id/revocation',
      ...guards,
      takeForm(deps, {
        schema: revocationForm,
        show: (c, sent) => answerForm(c, deps, sent),
        act: async (c, { reason }) => {
          const id = parseCredentialId(c.req.param('id') ?? '');
          if (!id) return answerMissing(c, deps, 'people');
          await deps.services.revokeCredential({ id, reason, actor: c.var.signedIn.actor.personId });
          const found = await deps.ports.store.readCredential(id);
          const { recipient } = found?.award ?? {};
          return afterDoing(
            'revoked',
            recipient?.kind === 'person' ? `/dane/people/${recipient.personId}` : '/dane',
          );
        },
        // Another agent has revoked it meanwhile: the page names the agent and the reason.
        refusals: { 'already-revoked': 200, 'unknown-credential': 200 },
      }),
    );
}

/** The public reason where another valid badge of the same kind replaces this badge. `?by=` holds the id of
 *  the other badge. */
async function readReplacement(c: Context<AppEnv>, deps: AppDeps): Promise<string | undefined> {
  const { store, catalogue, clock } = deps.ports;
  const [id, by] = [c.req.param('id') ?? '', c.req.query('by') ?? ''].map(parseCredentialId);
  const found = id && by && (await store.readCredential(id));
  if (!found) return undefined;
  const same = standingTwins(await store.readAwardsOf([found.award.recipient]), clock.now()).find((twins) =>
    twins.some(({ credential }) => credential?.id === id),
  );
  const other = same?.find(({ credential }) => credential?.id === by && by !== id);
  if (!other) return undefined;
  const { locale } = c.var;
  const { t } = workspaceFrame(c, deps, 'dane');
  const badge = badgeName(catalogue, { ...other.award, locale });
  return t.dane.people.revoke.replacedBy(badge, t.day(other.award.grantedAt));
}

async function answerForm(c: Context<AppEnv>, deps: AppDeps, form: ShownForm) {
  const { store, catalogue } = deps.ports;
  const id = parseCredentialId(c.req.param('id') ?? '');
  const found = id && (await store.readCredential(id));
  if (!id || !found) return answerMissing(c, deps, 'people');
  const { locale } = c.var;
  const { recipient, grantedAt } = found.award;
  const { revocation } = found.credential ?? {};
  const [{ nameOf }, nameOfActor] = await Promise.all([
    readNames(store, [recipient]),
    readActors(store, revocation ? [revocation.by] : []),
  ]);
  const view = {
    badge: badgeName(catalogue, { ...found.award, locale }),
    recipient: nameOf(recipient),
    grantedAt,
    ...(recipient.kind === 'person' && { recordHref: `/dane/people/${recipient.personId}` }),
    action: `/dane/credentials/${id}/revocation`,
    ...(revocation && { revocation: { ...revocation, by: nameOfActor(revocation.by, locale) } }),
    form,
  };
  const page = <RevokePage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, form.status);
}
