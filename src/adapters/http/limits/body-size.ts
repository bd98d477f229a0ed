import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { DomainError } from '../../../domain/errors.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { findHostAccess, findSession, findToken } from '../middleware/authentication.ts';
import { answerError } from '../responses/page.tsx';
import { isForPrograms, problem } from '../responses/problem-details.ts';
import { announcedBytesOf, MOST_ANONYMOUS_BYTES, mostBytesOfType } from './request-size.ts';

/** Addresses that take a body of anyone. */
const OPEN =
  /^\/(verify|api\/v1\/verifications|vc-api\/((credentials|presentations)\/verify|exchanges)|sign-in|newcomer|oid4vci|oauth\/(token|revoke|register))(\/|$)/;

/** The most bytes that are read of the body of this request. Looks up the session or token only if the body may be
 *  longer than one without them. */
export async function readMostBodyBytes(
  c: Context<AppEnv>,
  deps: Pick<AppDeps, 'services' | 'callers'>,
): Promise<number> {
  const most = mostBytesOfType(c);
  const { path } = c.req;
  const announced = announcedBytesOf(c) ?? Number.POSITIVE_INFINITY;
  if (announced <= MOST_ANONYMOUS_BYTES || OPEN.test(path)) return most;
  const found = (await findSession(c, deps)) ?? (await findToken(c, deps)) ?? (await findHostAccess(c, deps));
  return found ? most : MOST_ANONYMOUS_BYTES;
}

/** Reads no more of a body than its sender may send. The rest gets 413, or 401 if a session or token is missing. */
export function limitBody(deps: AppDeps) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const isNone = c.req.method === 'GET' || c.req.method === 'HEAD';
    // The server reads no more than the announced length. Looking at the body would make a stream of it.
    const announced = announcedBytesOf(c);
    const maxSize = c.get('mostBodyBytes') ?? (await readMostBodyBytes(c, deps));
    if (isNone || (announced !== undefined && announced <= maxSize)) return next();
    return bodyLimit({ maxSize, onError: () => refuseLong(c, deps, maxSize) })(c, next);
  });
}

function refuseLong(c: Context<AppEnv>, deps: AppDeps, maxSize: number): Response | Promise<Response> {
  const isAnonymous = maxSize === MOST_ANONYMOUS_BYTES;
  // The rest of the body is not read.
  c.header('Connection', 'close');
  if (isForPrograms(c.req.path)) {
    const limit = `${maxSize / 1024 / 1024} MB`;
    return problem(
      c,
      isAnonymous ? new DomainError('not-authenticated') : new DomainError('too-large', { limit }),
    );
  }
  return isAnonymous
    ? answerError(c, deps, { kind: 'signed-out', status: 401 })
    : answerError(c, deps, { kind: 'too-large', status: 413 });
}
