import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../env.ts';
import { oneself, requireMay, requireSignedIn } from '../middleware/signed-in.ts';
import { requiredUai } from '../shell/form.ts';
import { answerPage } from '../shell/page-answer.tsx';
import { afterDoing, takeForm } from '../shell/take-form.ts';
import { workspaceFrame } from '../shell/workspace-frame.ts';
import { HeadshipPage } from './headship-page.tsx';

const declaration = z.object({ uai: requiredUai });

/** `/headship`: declaring to head a school, and withdrawing the declaration. */
export function headshipRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'use-account', oneself)] as const;
  return new Hono<AppEnv>()
    .get('/headship', ...guards, (c) => answerHeadship(c, deps))
    .post(
      '/headship',
      ...guards,
      takeForm(deps, {
        schema: declaration,
        act: async (c, { uai }) => {
          await services.declareHeadship(c.var.signedIn, uai);
          return afterDoing('headship-declared', `/school/${uai}`);
        },
      }),
    )
    .post(
      '/headship/withdrawal',
      ...guards,
      takeForm(deps, {
        schema: declaration,
        show: (c) => answerHeadship(c, deps),
        act: async (c, { uai }) => {
          const { personId } = c.var.signedIn.actor;
          await services.withdrawHeadship({ personId, uai, by: personId });
          return afterDoing('headship-withdrawn', '/headship');
        },
      }),
    );
}

async function answerHeadship(c: Context<AppEnv>, deps: AppDeps) {
  const view = await readHeadshipView(c, deps);
  return answerPage(c, workspaceFrame(c, deps, 'school'), <HeadshipPage view={view} />);
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
