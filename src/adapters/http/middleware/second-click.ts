import type { Context, Next } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { readFormDigest } from '../forms/read-body.ts';
import { afterDoing } from '../forms/submission.ts';

/** Carries out a form of a signed-in person once. A second click of the form that the session carried out last is
 *  answered with the next page of the first click, which says that it is done already. The same form of a page that
 *  was loaded again is another form. */
export async function takeOnce(
  c: Context<AppEnv>,
  { services }: Pick<AppDeps, 'services'>,
  next: Next,
): Promise<Response | undefined> {
  const digest = await readFormDigest(c);
  if (digest === undefined) {
    await next();
    return undefined;
  }
  const { session } = c.var.signedIn;
  if (session.formDigest === digest && session.formLocation) return answerRepeated(c, session.formLocation);
  await next();
  const location = c.get('carriedOut');
  if (location !== undefined) {
    await services.rememberForm(session, { digest, location });
    return undefined;
  }
  // The first click may have ended while this one was judged.
  const first = await services.readFormLocation(session, digest);
  if (first !== undefined) c.res = answerRepeated(c, first);
  return undefined;
}

function answerRepeated(c: Context<AppEnv>, location: string): Response {
  const { pathname, searchParams, hash } = new URL(location, c.req.url);
  searchParams.delete('done');
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return c.redirect(afterDoing('already-done', pathname + query + hash), 303);
}
