import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';

/** The pages that show the work in progress. */
const SPACE = /^\/dane(\/|$)/;

/** Reads the work that the signed-in person began, for the pages of the DANE's space. Files, forms and other
 *  spaces do not show it. */
export async function readWorkFor(c: Context<AppEnv>, { services }: AppDeps): Promise<void> {
  const { actor } = c.var.signedIn;
  const isPage =
    c.req.method === 'GET' && SPACE.test(c.req.path) && !/\.(csv|json|xlsx|pdf|svg)$/.test(c.req.path);
  if (!isPage || !actor.profiles.includes('dane')) return;
  c.set('work', await services.readOwnWork(actor.personId));
}
