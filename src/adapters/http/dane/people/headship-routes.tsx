import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { parsePersonId } from '../../../../domain/ids.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { choiceOf, requiredText, requiredUai } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, takeForm } from '../../shell/take-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { HeadshipsPage } from './headships-page.tsx';

const settling = z.object({
  personId: requiredText().transform(parsePersonId),
  uai: requiredUai,
  act: choiceOf(['withdraw', 'keep']),
});

/** `/dane/people/headships`: declarations to head a school that has another head too, for the DANE to
 *  check. */
export function daneHeadshipRoutes(deps: AppDeps) {
  const { services } = deps;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/people/headships', ...keeps, (c) => answerHeadships(c, deps))
    .post(
      '/dane/people/headships',
      ...keeps,
      takeForm(deps, {
        schema: settling,
        show: (c) => answerHeadships(c, deps),
        act: async (c, { act, ...declaration }) => {
          const command = { ...declaration, by: c.var.signedIn.actor.personId };
          await (act === 'withdraw' ? services.withdrawHeadship(command) : services.checkHeadship(command));
          const done = act === 'withdraw' ? 'declaration-withdrawn' : 'declaration-checked';
          return afterDoing(done, '/dane/people/headships');
        },
      }),
    );
}

async function answerHeadships(c: Context<AppEnv>, deps: AppDeps) {
  const declarations = await deps.services.readDoubtedDeclarations();
  return answerPage(c, workspaceFrame(c, deps, 'dane'), <HeadshipsPage declarations={declarations} />);
}
