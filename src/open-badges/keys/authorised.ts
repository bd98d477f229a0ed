import type { FetchError } from '../fetching/fetcher.ts';
import type { JsonObject } from '../parsing/json-value.ts';
import type { Step } from '../verification/report.ts';
import type { PublicKey } from './public.ts';
import { publicMaterialOf } from './public-material.ts';
import { findKeyError } from './rejection.ts';

declare const AUTHORISED: unique symbol;

/** A key that speaks for an issuer, for a purpose, now. Signatures are checked with such a key alone, and only
 *  this folder makes one: no other code can name the member that marks it. */
export interface AuthorisedKey {
  readonly [AUTHORISED]: true;
  /** The public members alone; empty for a key of a kind that is not read here, which verifies nothing. */
  readonly jwk: JsonObject;
  /** Absent for RSA, and for a key that is not read here. */
  readonly publicKey?: PublicKey;
}

/** A key, or the proof step with the reason why there is none. */
export type KeyAnswer =
  | { readonly kind: 'authorised'; readonly key: AuthorisedKey }
  | { readonly kind: 'refused'; readonly step: Step };
export type Rejection = Extract<KeyAnswer, { kind: 'refused' }>;

/** The key of these descriptions. The issuer has already been found to list it: the first description is the
 *  one whose bytes count, and each of them must be free of faults. */
export function authoriseKey(descriptions: readonly [JsonObject, ...JsonObject[]], now: number): KeyAnswer {
  for (const described of new Set(descriptions)) {
    const error = findKeyError(described, now);
    if (error !== undefined) return notAuthorised(error);
  }
  const key = publicMaterialOf(descriptions[0]) ?? { jwk: {} };
  return { kind: 'authorised', key: key as AuthorisedKey };
}

export function notAuthorised(detail: string): Rejection {
  return { kind: 'refused', step: { step: 'proof', result: 'failed', code: 'key-not-authorised', detail } };
}

export function unreachable(
  detail: string,
  { isGone = false, fault }: { readonly isGone?: boolean; readonly fault?: FetchError | undefined } = {},
): Rejection {
  const step = { step: 'proof', result: 'not-checked', code: 'key-unreachable', detail } as const;
  const params = { ...(isGone && { gone: 1 }), ...fault };
  return { kind: 'refused', step: Object.keys(params).length > 0 ? { ...step, params } : step };
}

export function badHeader(detail: string): Rejection {
  return { kind: 'refused', step: { step: 'proof', result: 'failed', code: 'bad-header', detail } };
}
