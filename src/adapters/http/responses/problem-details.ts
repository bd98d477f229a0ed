import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DomainError, DomainErrorCode } from '../../../domain/errors.ts';
import { joined } from '../../../domain/features/merge.ts';
import * as FEATURES from '../../../features/all/errors.ts';
import { hostProblem, isHostPath, isOfOAuth } from '../../../standards/host/api-problem.ts';
import { errorTexts } from '../../../texts/en/errors/domain.ts';
import { OFFICE } from '../../../texts/office.ts';

/** The HTTP status of each of our codes. A feature states those of its own codes in its `feature-errors.ts`. */
const STATUS: Readonly<Record<DomainErrorCode, ContentfulStatusCode>> = {
  'invalid-uai': 400,
  'invalid-date': 400,
  'invalid-request': 400,
  'no-criteria-in-force': 400,
  'day-to-come': 400,
  'invalid-criteria': 500,
  'unknown-achievement': 404,
  'criteria-too-early': 409,
  'invalid-pack': 400,
  'unreadable-pack': 400,
  'office-unchanged': 409,
  'office-in-use': 409,
  'criteria-too-late': 409,
  'criteria-unchanged': 409,
  'invalid-badge': 400,
  'badge-needed': 409,
  'last-badge': 409,
  'too-many-drafts': 409,
  'criteria-in-force': 409,
  'rule-place-gone': 409,
  'rule-edit-refused': 409,
  'approval-needed': 409,
  'approval-needs-two': 409,
  'approval-set-outside': 409,
  'own-draft': 403,
  'draft-settled': 409,
  'draft-outdated': 409,
  'own-profiles': 403,
  'last-dane-agent': 409,
  'refusal-unknown': 404,
  'own-award': 403,
  'unknown-person': 404,
  'unknown-actor': 400,
  'address-taken': 409,
  'same-person': 400,
  'unknown-establishment': 404,
  'establishment-exists': 409,
  'establishment-closed': 409,
  'same-establishment': 400,
  'closure-blocked': 409,
  'unknown-credential': 404,
  'unknown-key': 404,
  'unknown-token': 404,
  'wrong-recipient-kind': 409,
  'not-met': 409,
  'award-exists': 409,
  'award-over': 409,
  'key-exists': 409,
  'award-declined-or-revoked': 409,
  'award-refused': 409,
  'decision-waiting': 409,
  'to-look-at': 409,
  'reason-required': 400,
  'already-revoked': 409,
  'already-suspended': 409,
  'not-suspended': 409,
  'credential-declined': 409,
  'credential-erased': 410,
  'credential-revoked': 410,
  'credential-suspended': 409,
  'credential-accepted': 409,
  'credential-not-accepted': 409,
  'schools-unconfirmed': 409,
  'engagement-not-open': 409,
  'engagement-repeated': 409,
  'contribution-validated': 409,
  'request-settled': 409,
  'settled-meanwhile': 409,
  'identity-unconfirmed': 409,
  'reminded-lately': 409,
  'mail-not-possible': 409,
  'not-allowed': 403,
  'not-authenticated': 401,
  'stronger-sign-in-needed': 401,
  'sign-in-failed': 400,
  'identity-provider-unreachable': 502,
  'too-large': 413,
  'too-many-requests': 429,
  overloaded: 503,
  'body-too-slow': 408,
  'several-hosts': 400,
  'numen-refused': 400,
  'foreign-backup': 422,
  'unreadable-file': 400,
  'unrecognised-file': 400,
  'store-conflict': 409,
  'key-missing': 503,
  'keys-lost': 503,
  'keys-foreign': 503,
  'signing-unavailable': 503,
  'signing-key-ended': 503,
  'key-unreadable': 503,
  'key-compromised': 410,
  'unsafe-credential': 422,
  unreachable: 502,
  'odd-answer': 502,
  unavailable: 503,
  'database-unusable': 503,
  'migrations-pending': 503,
  'clock-contradicted': 503,
  'hold-too-long': 400,
  'hour-out-of-range': 400,
  'cannot-move': 409,
  'moved-to': 503,
  'newer-database': 409,
  'development-database': 409,
  'own-engagement': 409,
  'contest-decided': 409,
  'nothing-to-print': 409,
  'review-not-held': 400,
  'review-outside-engagement': 400,
  'review-exists': 409,
  'review-imported': 409,
  'plan-out-of-range': 400,
  'authorisation-exists': 409,
  'change-day-outside': 400,
  'change-unchanged': 400,
  'change-contested': 409,
  'change-proposed': 409,
  'change-settled': 409,
  'role-held': 409,
  'missions-proposed': 409,
  'too-many-newcomers': 409,
  'mission-proposal-settled': 409,
  'contribution-in-badge': 409,
  'counted-in-badge': 409,
  'role-day-outside': 400,
  'event-code-taken': 409,
  'unknown-event': 404,
  'unknown-import': 404,
  'undo-unchecked': 409,
  'undo-underway': 409,
  'job-failed': 409,
  'sheet-closed': 409,
  'scan-needed': 409,
  'not-found': 404,
  'format-not-offered': 501,
  unexpected: 500,
  ...joined(FEATURES),
};

export function statusOf(code: DomainErrorCode): ContentfulStatusCode {
  return STATUS[code];
}

/** Seconds after which a client should ask again, where the service is briefly unavailable. */
export const RETRY_AFTER_SECONDS = '10';

/** Whether the address is for programs, so that a refusal is a problem and not a page. */
export function isForPrograms(path: string): boolean {
  return (
    /^\/(api\/v1|vc-api|oid4vci|oembed|keys|status|\.well-known|health|metrics)\b/.test(path) ||
    isHostPath(path) ||
    isOfOAuth(path)
  );
}

const MEDIA_TYPE = 'application/problem+json';

/** Answers an RFC 9457 problem with a stable `code`. `extra` are extension members. */
export function problem(
  c: Context,
  error: DomainError,
  extra: Readonly<Record<string, unknown>> = {},
): Response {
  const status = STATUS[error.code];
  const description = errorTexts(OFFICE)[error.code](error.params);
  const ofHost = hostProblem(c, { code: error.code, status, description });
  if (ofHost) return ofHost;
  const body = {
    type: `/api/docs#problem-${error.code}`,
    title: errorTexts(OFFICE)[error.code]({}),
    status,
    code: error.code,
    detail: description,
    ...(Object.keys(error.params).length > 0 && { params: error.params }),
    ...(status >= 500 && c.get('requestId') && { request: c.get('requestId') }),
    ...extra,
  };
  // Programs of any origin may read why a public document is not available.
  c.header('Access-Control-Allow-Origin', '*');
  if (status === 503) c.header('Retry-After', RETRY_AFTER_SECONDS);
  if (status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.body(JSON.stringify(body), status, { 'Content-Type': MEDIA_TYPE });
}

/** Every code that a problem may have, for the API's reference. */
export function listProblems(): readonly {
  readonly code: string;
  readonly status: number;
  readonly title: string;
}[] {
  return Object.entries(STATUS).map(([code, status]) => ({
    code,
    status,
    title: errorTexts(OFFICE)[code as DomainErrorCode]({}),
  }));
}
