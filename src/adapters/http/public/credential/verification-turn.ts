import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../../env.ts';

/** Does the verification of an uncached page once it is the turn of this request. Throws `overloaded` if too many
 *  verifications wait. The service's own requests, as for a copy of the site, share one place in the queue. */
export function takeTurn<Result>(
  c: Context<AppEnv>,
  { verifications }: Pick<AppDeps, 'verifications'>,
  work: () => Promise<Result>,
): Promise<Result> {
  return verifications.run({ caller: c.get('client') ?? '', signal: c.req.raw.signal }, work);
}
