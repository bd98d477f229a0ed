import { isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import type { LegacyVersion } from './badge.ts';
import { isSameAddress } from './verification-scope.ts';

/** Why the revocation list of another issuer cannot be used. */
export type ListError = 'unreadable' | 'issuer';

/** The answer of a revocation list about an assertion. */
export type Revocation =
  | { readonly kind: 'standing' }
  | { readonly kind: 'revoked'; readonly reason: string }
  | { readonly kind: 'fault'; readonly fault: ListError };

interface Looked {
  readonly assertion: JsonObject;
  readonly version: LegacyVersion;
  readonly issuerId: string;
}

/** Looks an assertion up in a revocation list. Version 2.0 has entries with an id or a `uid`; earlier
 *  versions have an object with a reason for each `uid`. */
export function lookUpRevocation(list: JsonObject, looked: Looked): Revocation {
  if (looked.version !== '2.0' && list['revokedAssertions'] === undefined) {
    const uid = textOf(looked.assertion, 'uid');
    if (uid === undefined) return { kind: 'fault', fault: 'unreadable' };
    return Object.hasOwn(list, uid)
      ? { kind: 'revoked', reason: textOf(list, uid) ?? '' }
      : { kind: 'standing' };
  }
  const { revokedAssertions } = list;
  if (!Array.isArray(revokedAssertions)) return { kind: 'fault', fault: 'unreadable' };
  const issuer = isJsonObject(list['issuer']) ? list['issuer']['id'] : list['issuer'];
  // The list of another issuer cannot revoke this badge.
  if (issuer !== undefined && !isSameAddress(issuer, looked.issuerId))
    return { kind: 'fault', fault: 'issuer' };
  const entry = revokedAssertions.find((one) => isAbout(one, looked.assertion));
  if (entry === undefined) return { kind: 'standing' };
  return { kind: 'revoked', reason: textOf(entry, 'revocationReason') ?? '' };
}

function isAbout(entry: unknown, assertion: JsonObject): boolean {
  const { id, uid } = assertion;
  if (typeof entry === 'string') return isSameAddress(entry, id) || entry === uid;
  if (!isJsonObject(entry)) return false;
  return (id !== undefined && isSameAddress(entry['id'], id)) || (uid !== undefined && entry['uid'] === uid);
}

/** The reason for which a served document is revoked; undefined if it is not. Every value of `revoked`
 *  except plain `false` counts as revoked: in doubt, a badge must not be accepted. */
export function servedRevocation(served: JsonObject): string | undefined {
  const { revoked } = served;
  if (revoked === undefined || revoked === false || listOf(revoked).length === 0) return undefined;
  return textOf(served, 'revocationReason') ?? '';
}
