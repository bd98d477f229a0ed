import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { MEDIA_TYPES } from '#open-badges/credential';
import type { DomainErrorCode } from '../../domain/errors.ts';
import type { OAuthErrorCode } from './actions-access.ts';

interface Refused {
  readonly code: DomainErrorCode;
  readonly status: ContentfulStatusCode;
  readonly description: string;
}

/** Answers a refusal in the form that clients of this address expect: `Imsx_StatusInfo` for the API of Open Badges,
 *  the JSON of RFC 6749 for OAuth. Undefined for every other address. */
export function hostProblem(c: Context, { code, status, description }: Refused): Response | undefined {
  if (isHostPath(c.req.path)) return statusInfo(c, status, description);
  if (!isOfOAuth(c.req.path)) return undefined;
  // Open Badges 3.0 answers every error of these endpoints with 400. A flood or a fault of ours keeps its
  // status.
  const isOwn = status < 500 && status !== 429 && status !== 413;
  const error = code === 'not-authenticated' ? 'invalid_client' : 'invalid_request';
  return oauthProblem(c, { error, description, status: isOwn ? 400 : status });
}

export function isHostPath(path: string): boolean {
  return /^\/ims\/ob\/v3p0(\/|$)/.test(path);
}

/** Whether the address is one of OAuth's for programs. The page of consent is for people. */
export function isOfOAuth(path: string): boolean {
  return /^\/oauth\/(register|token|revoke)$/.test(path);
}

/** The standard's own form of an error (Open Badges 3.0, Imsx_StatusInfo). */
export function statusInfo(c: Context, status: ContentfulStatusCode, description: string): Response {
  const body = {
    imsx_codeMajor: status === 405 || status === 415 ? 'unsupported' : 'failure',
    imsx_severity: 'error',
    imsx_description: description,
  };
  return c.body(JSON.stringify(body), status, { 'Content-Type': MEDIA_TYPES.json });
}

export function oauthProblem(
  c: Context,
  {
    error,
    description,
    status = 400,
  }: {
    readonly error: OAuthErrorCode;
    readonly description: string;
    readonly status?: ContentfulStatusCode;
  },
): Response {
  forbidStoring(c);
  const body = JSON.stringify({ error, error_description: description });
  return c.body(body, status, { 'Content-Type': MEDIA_TYPES.json });
}

/** RFC 6749 §5.1. */
export function forbidStoring(c: Context): void {
  c.header('Cache-Control', 'no-store');
  c.header('Pragma', 'no-cache');
}
