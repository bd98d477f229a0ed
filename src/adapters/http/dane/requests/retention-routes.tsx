import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { PersonId } from '../../../../domain/ids.ts';
import { containsNumen } from '../../../../domain/numen.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { requiredDate, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { readNames } from '../decisions/decision-views.ts';
import { RetentionPage } from './retention-page.tsx';

const PATH = '/dane/retention';
const holdForm = z.object({
  untilOn: requiredDate,
  reason: requiredText(500).refine((text) => !containsNumen(text), { message: 'numen' }),
});

/** `/dane/retention`: what the retention will delete, and holding it back. */
export function retentionRoutes(deps: AppDeps) {
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const actorOf = (c: Context<AppEnv>) => c.var.signedIn.actor.personId;
  return new Hono<AppEnv>()
    .get(PATH, ...guards, (c) => answerRetention(c, deps))
    .post(
      '/dane/retention/hold',
      ...guards,
      takeForm(deps, {
        schema: holdForm,
        show: (c, sent) => answerRetention(c, deps, sent),
        act: async (c, hold) => {
          await deps.services.holdDeletion({ ...hold, actor: actorOf(c) });
          return afterDoing('retention-held', PATH);
        },
        refusals: { 'hold-too-long': { untilOn: 'out-of-range' } },
      }),
    )
    .post(
      '/dane/retention/hold/end',
      ...guards,
      takeForm(deps, {
        schema: z.object({}),
        act: async (c) => {
          await deps.services.endHold({ actor: actorOf(c) });
          return afterDoing('retention-hold-ended', PATH);
        },
      }),
    );
}

async function answerRetention(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const state = await deps.services.readRetention();
  const named = [
    ...state.notices.map(({ personId }) => personId),
    ...(state.hold ? [state.hold.heldBy] : []),
  ];
  const { nameOf } = await readNames(
    deps.ports.store,
    named.map((personId) => ({ kind: 'person' as const, personId })),
  );
  const view = {
    state,
    nameOf: (personId: string) => nameOf({ kind: 'person', personId: personId as PersonId }),
    form: sent ?? EMPTY_FORM,
  };
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <RetentionPage view={view} />, sent?.status);
}
