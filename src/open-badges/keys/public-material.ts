import { isJsonObject, type JsonObject, textOf } from '../parsing/json-value.ts';
import { type PublicKey, readAbscissa, readPublicKey, toJwk } from './public.ts';

/** The bytes of a public key, with nothing else that its description says. */
export interface PublicMaterial {
  /** The public members alone, always in one order. */
  readonly jwk: JsonObject;
  /** Absent for RSA. */
  readonly publicKey?: PublicKey;
}

/** The JWK in the description of a key: a verification method (Controlled Identifiers 1.0 §2.2) or a JWK
 *  alone. Undefined if a method has its key in another form. */
export function jwkIn(described: JsonObject): JsonObject | undefined {
  const inner = described['publicKeyJwk'];
  if (isJsonObject(inner)) return inner;
  return holdsKey(described) ? undefined : described;
}

/** The bytes of the key that is described; undefined if they cannot be read, or where several keys are
 *  given. */
export function publicMaterialOf(described: JsonObject): PublicMaterial | undefined {
  const publicKey = readPublicKey(asMethod(described));
  if (publicKey !== undefined) return { jwk: toJwk(publicKey), publicKey };
  const isAlone = methodKeys(described).length < 2;
  const jwk = jwkIn(described);
  const [n, e] = [textOf(jwk, 'n'), textOf(jwk, 'e')];
  if (!isAlone || textOf(jwk, 'kty') !== 'RSA' || n === undefined || e === undefined) return undefined;
  return { jwk: { kty: 'RSA', n, e } };
}

/** Whether two descriptions have the bytes of one key. The point of a key is computed only if it may be the
 *  same: a stranger's document may describe thousands. */
export function isSameKey(one: JsonObject, other: JsonObject): boolean {
  if (readAbscissa(asMethod(one)) !== readAbscissa(asMethod(other))) return false;
  const [left, right] = [publicMaterialOf(one), publicMaterialOf(other)];
  return left !== undefined && JSON.stringify(left.jwk) === JSON.stringify(right?.jwk);
}

function asMethod(described: JsonObject): JsonObject {
  return holdsKey(described) ? described : { publicKeyJwk: described };
}

/** Whether a verification method describes its key. */
export function holdsKey(described: JsonObject): boolean {
  return methodKeys(described).length > 0;
}

function methodKeys(described: JsonObject): readonly string[] {
  return Object.keys(described).filter((name) => name.startsWith('publicKey'));
}
