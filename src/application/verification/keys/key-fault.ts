import type { JsonObject } from '../../../openbadges/json-value.ts';
import { parseDateTime } from '../../../openbadges/rfc3339.ts';
import { fitsKey } from './jwt-algorithms.ts';
import { hasPrivatePart } from './private-part.ts';
import { jwkIn, publicMaterialOf } from './public-material.ts';
import { isPublishedTestKey } from './published-test-key.ts';
import { whyWeak } from './weak-key.ts';

/** Why the key that is described may verify nothing now; undefined where it may. Each description of a key,
 *  from whatever document, is judged here. */
export function findKeyFault(described: JsonObject, now: number): string | undefined {
  const jwk = jwkIn(described);
  return (
    whyHidden(described) ??
    (jwk && whyHidden(jwk)) ??
    whyRevealed(described, jwk) ??
    whyOfAnotherUse(jwk) ??
    whyEnded(described, now) ??
    (jwk && whyEnded(jwk, now)) ??
    whyForgeable(described)
  );
}

/** Keys are read by their JSON names, so an end in the past under another spelling would be overlooked. */
function whyHidden(described: JsonObject): string | undefined {
  const odd = Object.keys(described).find((name) => name !== '@context' && /^@|:/.test(name));
  return odd && `the key is described in a way that can hide its end: ${odd}`;
}

/** A key that is published with its private half is anybody's. */
function whyRevealed(described: JsonObject, jwk: JsonObject | undefined): string | undefined {
  const isRevealed =
    (jwk !== undefined && hasPrivatePart(jwk)) ||
    hasPrivatePart(described) ||
    Object.keys(described).some((name) => /^(?:private|secret)Key/i.test(name));
  return isRevealed ? 'the private half of the key is published' : undefined;
}

/** Members of a JWK that say for what it is (RFC 7517 §4.2–§4.4). */
function whyOfAnotherUse(jwk: JsonObject | undefined): string | undefined {
  if (jwk === undefined) return undefined;
  const { use, key_ops: operations, alg } = jwk;
  if (use !== undefined && use !== 'sig') return 'the key is not for signatures (use)';
  const verifies = Array.isArray(operations) && operations.includes('verify');
  if (operations !== undefined && !verifies) return 'the key does not verify (key_ops)';
  const material = publicMaterialOf(jwk);
  const fits = typeof alg === 'string' && (material === undefined || fitsKey(alg, material.jwk));
  return alg === undefined || fits ? undefined : 'the alg of the key is not of its kind';
}

/** Controlled Identifiers 1.0 §2.2: after either date, a key must not verify anything. Some key sets state the
 *  end in seconds (OpenID Federation 1.0 §8.7). */
function whyEnded(described: JsonObject, now: number): string | undefined {
  const ended = ['expires', 'revoked'].find(
    (name) => described[name] !== undefined && !isAfter(described[name], now),
  );
  if (ended !== undefined) return `the key carries a past ${ended} date`;
  const { exp } = described;
  const isPast = exp !== undefined && !(typeof exp === 'number' && exp * 1000 > now);
  return isPast ? 'the key carries a past exp' : undefined;
}

function isAfter(date: unknown, now: number): boolean {
  const time = typeof date === 'string' ? parseDateTime(date) : undefined;
  return time !== undefined && time > now;
}

function whyForgeable(described: JsonObject): string | undefined {
  const material = publicMaterialOf(described);
  if (material === undefined) return undefined;
  if (isPublishedTestKey(material)) return 'the key is the published one of the implementation guide';
  return whyWeak(material);
}
