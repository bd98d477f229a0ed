import type { MiddlewareHandler } from 'hono';
import { DomainError } from '../../../domain/errors.ts';
import { findTextFault } from '../../../openbadges/strict-json.ts';
import type { AppEnv } from '../env.ts';
import { FORM_TYPES, mediaTypeOf } from '../shell/media-type.ts';
import { problem } from '../shell/problem.ts';

/** Refuses JSON beyond the limits of a document before a contract parses it. Parsing costs most for each name,
 *  and a large request needs few: 10,000 badges to revoke are 10,000 items. */
export const refuseFaultyJson: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isOther = c.req.method === 'GET' || mediaTypeOf(c) === FORM_TYPES.parts;
  const fault = isOther ? undefined : findTextFault(await c.req.text());
  if (!fault) return next();
  return problem(c, new DomainError('invalid-request', { reason: `the body: ${fault.reason}` }));
};
