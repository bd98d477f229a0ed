import type { Hook } from '@hono/zod-openapi';
import { DomainError } from '../../../domain/errors.ts';
import type { AppEnv } from '../env.ts';
import { problem } from '../responses/problem-details.ts';

/** Refuses an invalid request with a problem that names each faulty field. */
// biome-ignore lint/suspicious/noExplicitAny: the hook is given any contract's input, which is what the library's type says
export const refuseInvalid: Hook<any, AppEnv, any, any> = (result, c) => {
  if (result.success) return;
  const issues = result.error.issues.map((issue: { path: PropertyKey[]; message: string }) => ({
    field: issue.path.join('.'),
    message: issue.message,
  }));
  const reason = issues
    .map((issue: { field: string; message: string }) => `${issue.field}: ${issue.message}`)
    .join('; ');
  return problem(c, new DomainError('invalid-request', { reason }), { errors: issues });
};
