import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { DomainError } from '../../../domain/errors.ts';
import type { AppEnv } from '../env.ts';
import type { Refuse } from './concurrency.ts';
import { announcedBytesOf } from './request-size.ts';

/** A form or a badge of at most this size is read at once: its work takes a millisecond. */
const SMALL_BYTES = 16_384;

/** A body is read whole, for as long as the client takes to send it. The work on it then waits for a turn of
 *  the event loop: otherwise twenty large bodies that end at the same moment would all be processed at once,
 *  without a pause for other requests. */
export function awaitTurn(refuse: Refuse) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const turn = c.env?.turn;
    if (!turn || (announcedBytesOf(c) ?? Number.POSITIVE_INFINITY) <= SMALL_BYTES) return next();
    const { url, method, headers } = c.req.raw;
    const body = await c.req.raw.arrayBuffer().catch(refuseBroken);
    if (!(await turn())) return refuse(c, new DomainError('overloaded'));
    c.req.raw = new Request(url, { method, headers, body });
    return next();
  });
}

/** The client disconnected before the end. A body above the limit has its own refusal. */
function refuseBroken(cause: Error): never {
  if (cause.name === 'BodyLimitError') throw cause;
  throw new HTTPException(400, { message: 'the body did not come to its end', cause });
}
