import { hex } from '@scure/base';
import { type JsonObject, textOf } from '../parsing/json-value.ts';
import { parseDateTime } from '../schema/rfc3339.ts';
import { fromBase64Url } from './base64url.ts';
import { fitsKey } from './jwt-algorithms.ts';
import { fromMultikey } from './public.ts';
import { jwkIn, type PublicMaterial, publicMaterialOf } from './public-material.ts';

/** Why the key that is described may verify nothing now; undefined if it may. Each description of a key,
 *  from whatever document, is judged here. */
export function findKeyError(described: JsonObject, now: number): string | undefined {
  const jwk = jwkIn(described);
  const { ofDescription, ofBytes } = lastingErrors(described, jwk);
  return ofDescription ?? whyEnded(described, now) ?? (jwk && whyEnded(jwk, now)) ?? ofBytes;
}

interface LastingErrors {
  readonly ofDescription: string | undefined;
  readonly ofBytes: string | undefined;
}

/** The faults that do not depend on the time, by the description: it is the same object at each verification as
 *  long as its document has the same bytes (public-material.ts). */
const known = new WeakMap<JsonObject, LastingErrors>();

function lastingErrors(described: JsonObject, jwk: JsonObject | undefined): LastingErrors {
  const found = known.get(described);
  if (found) return found;
  const ofDescription =
    whyHidden(described) ?? (jwk && whyHidden(jwk)) ?? whyRevealed(described, jwk) ?? whyOfAnotherUse(jwk);
  const errors = { ofDescription, ofBytes: whyForgeable(described) };
  known.set(described, errors);
  return errors;
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

/** The y coordinates of the points of small order on Edwards25519, without the bit of the sign. For such a
 *  key, one signature fits every text (RFC 8032 §5.1.7 leaves the check to the application). */
const SMALL_ORDER: readonly Uint8Array[] = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
].map(hex.decode);
/** RFC 7518 §3.3. */
const LEAST_RSA_BITS = 2048;

/** Why anybody can sign with this key; undefined if only its owner can. */
function whyWeak({ jwk, publicKey }: PublicMaterial): string | undefined {
  if (publicKey?.curve === 'Ed25519' && isSmall(publicKey.bytes)) return 'the key is a point of small order';
  if (jwk['kty'] !== 'RSA') return undefined;
  const [modulus, exponent] = [bytesOf(textOf(jwk, 'n')), bytesOf(textOf(jwk, 'e'))];
  if (bitsOf(modulus) < LEAST_RSA_BITS) return 'the key is shorter than 2,048 bits';
  const last = exponent.at(-1) ?? 0;
  // With the exponent 1, a signature is the text itself.
  const isOdd = last % 2 === 1 && !(exponent.length === 1 && last === 1);
  return isOdd ? undefined : 'the exponent of the key is 1 or even';
}

function isSmall(bytes: Uint8Array): boolean {
  const byteOf = (at: number) => (bytes[at] ?? 0) & (at === 31 ? 0x7f : 0xff);
  // A coordinate from the modulus on is a second spelling of a small one.
  const isBeyond =
    byteOf(0) >= 0xed && bytes.every((_, at) => at === 0 || byteOf(at) === (at === 31 ? 0x7f : 0xff));
  return isBeyond || SMALL_ORDER.some((y) => y.every((byte, at) => byte === byteOf(at)));
}

function bitsOf(number: Uint8Array): number {
  return number.length * 8 - Math.clz32(number[0] ?? 0) + 24;
}

/** The bytes of a number without leading zeros; none if it cannot be read. */
function bytesOf(text: string | undefined): Uint8Array {
  try {
    const bytes = fromBase64Url(text ?? '');
    const first = bytes.findIndex((byte) => byte !== 0);
    return first === -1 ? new Uint8Array() : bytes.slice(first);
  } catch {
    return new Uint8Array();
  }
}

/** Members of a JWK that only the owner of the key may know (RFC 7518 §6). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Whether a JWK reveals its private part, so that anybody can sign with it. */
export function hasPrivatePart(jwk: JsonObject): boolean {
  return PRIVATE_MEMBERS.some((name) => jwk[name] !== undefined);
}

/** The Ed25519 key whose private half is printed in the Open Badges implementation guide. Anyone can sign
 *  with it, so it proves nothing, even if an issuer lists it. */
export const PUBLISHED_TEST_KEY = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';

const PUBLISHED_BYTES = fromMultikey(PUBLISHED_TEST_KEY)?.bytes ?? new Uint8Array();

/** Whether it is that key, in whatever form it was described. */
function isPublishedTestKey({ publicKey }: PublicMaterial): boolean {
  return publicKey?.curve === 'Ed25519' && publicKey.bytes.every((byte, at) => byte === PUBLISHED_BYTES[at]);
}
