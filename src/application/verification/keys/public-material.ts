import { type PublicKey, readAbscissa, readPublicKey, toJwk } from '../../../openbadges/keys/public-key.ts';
import { isJsonObject, type JsonObject, textOf } from '../../../openbadges/reading/json-value.ts';

/** The bytes of a public key, with nothing else that its description says. */
export interface PublicMaterial {
  /** All that tells this key from others, in one text. */
  readonly name: string;
  /** The public members alone. */
  readonly jwk: JsonObject;
  /** Absent for RSA. */
  readonly publicKey?: PublicKey;
}

/** The JWK in the description of a key: a verification method (Controlled Identifiers 1.0 §2.2) or a JWK
 *  alone. Undefined where a method has its key in another form. */
export function jwkIn(described: JsonObject): JsonObject | undefined {
  const inner = described['publicKeyJwk'];
  if (isJsonObject(inner)) return inner;
  return isMethod(described) ? undefined : described;
}

/** What was read of each description. An issuer's document is read once (read-json.ts) and never changed, so its
 *  descriptions are the same objects at each verification. */
const known = new WeakMap<JsonObject, PublicMaterial | 'none'>();

/** The bytes of the key that is described; undefined where they cannot be read, or where several keys are
 *  given. */
export function publicMaterialOf(described: JsonObject): PublicMaterial | undefined {
  const material = known.get(described) ?? readMaterial(described) ?? 'none';
  known.set(described, material);
  return material === 'none' ? undefined : material;
}

function readMaterial(described: JsonObject): PublicMaterial | undefined {
  const publicKey = readPublicKey(asMethod(described));
  if (publicKey !== undefined) return toMaterial(toJwk(publicKey), publicKey);
  const isAlone = !isMethod(described) || methodKeys(described).length === 1;
  const jwk = jwkIn(described);
  const [n, e] = [textOf(jwk, 'n'), textOf(jwk, 'e')];
  if (!isAlone || textOf(jwk, 'kty') !== 'RSA' || n === undefined || e === undefined) return undefined;
  return toMaterial({ kty: 'RSA', n, e });
}

function toMaterial(jwk: JsonObject, publicKey?: PublicKey): PublicMaterial {
  const name = ['kty', 'crv', 'x', 'y', 'n', 'e'].map((member) => textOf(jwk, member) ?? '').join(' ');
  return { name, jwk, ...(publicKey && { publicKey }) };
}

/** Whether two descriptions have the bytes of one key. The point of a key is computed only where it may be the
 *  same: a stranger's document may describe thousands. */
export function isSameKey(one: JsonObject, other: JsonObject): boolean {
  if (abscissaOf(one) !== abscissaOf(other)) return false;
  const [left, right] = [publicMaterialOf(one), publicMaterialOf(other)];
  return left !== undefined && left.name === right?.name;
}

const abscissae = new WeakMap<JsonObject, string | 'none'>();

function abscissaOf(described: JsonObject): string {
  const abscissa = abscissae.get(described) ?? readAbscissa(asMethod(described)) ?? 'none';
  abscissae.set(described, abscissa);
  return abscissa;
}

function asMethod(described: JsonObject): JsonObject {
  return isMethod(described) ? described : { publicKeyJwk: described };
}

function isMethod(described: JsonObject): boolean {
  return methodKeys(described).length > 0;
}

function methodKeys(described: JsonObject): readonly string[] {
  return Object.keys(described).filter((name) => name.startsWith('publicKey'));
}
