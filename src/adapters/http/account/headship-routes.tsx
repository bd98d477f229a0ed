import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../env.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { parseForm, requiredUai } from '../shell/form.ts';
import { answerError, answerPage } from '../shell/page-answer.tsx';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { HeadshipPage } from './headship-page.tsx';

const declaration = z.object({ uai: requiredUai });

/** `/headship`: declaring to head a school, and taking it back. */
export function headshipRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'use-account', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/headship', ...guards, async (c) => {
      const view = await readHeadshipView(c, deps);
      return answerPage(c, workspaceFrame(c, deps, 'school'), <HeadshipPage view={view} />);
    })
    .post('/headship', ...guards, async (c) => {
      const form = await parseForm(c, declaration);
      if (!form.ok) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      await services.declareHeadship(c.var.signedIn, form.value.uai);
      return c.redirect(`/school/${form.value.uai}?done=headship-declared`, 303);
    })
    .post('/headship/withdrawal', ...guards, async (c) => {
      const form = await parseForm(c, declaration);
      if (!form.ok) return answerError(c, deps, { kind: 'bad-request', status: 400 });
      const { personId } = c.var.signedIn.actor;
      await services.withdrawHeadship({ personId, uai: form.value.uai, by: personId });
      return c.redirect('/headship?done=headship-withdrawn', 303);
    });
}

async function readHeadshipView(c: Context<AppEnv>, { services, ports }: AppDeps) {
  const { mayHead, actor, person } = c.var.signedIn;
  const [establishments, known] = await Promise.all([
    ports.store.readEstablishments([...mayHead, ...actor.heads]),
    services.readHeads(mayHead),
  ]);
  const othersAt = (uai: string) =>
    known
      .filter((one) => one.uai === uai && one.person.id !== actor.personId)
      .map((one) => ({
        name: `${one.person.givenName} ${one.person.familyName.charAt(0)}.`,
        says: one.says,
      }));
  return {
    heads: establishments
      .filter(({ uai }) => actor.heads.includes(uai))
      .map((one) => ({ ...one, declared: one.uai !== person.headOf })),
    mayHead: establishments
      .filter(({ uai }) => mayHead.includes(uai))
      .map((one) => ({ ...one, others: othersAt(one.uai) })),
  };
}
