import { fromBase64Url, toBase64Url } from '../../openbadges/base64url.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import { type PublicKey, readPublicKey, toJwk } from '../../openbadges/public-key.ts';
import { describedByItself, findListedMethod } from '../verification/controller.ts';
import { hasPrivatePart } from '../verification/private-part.ts';
import type { ProofChecker } from '../verification/proof-checker.ts';
import { decodeText, readJson } from '../verification/read-json.ts';
import { WalletRefusal } from './refusal.ts';

export const PROOF_ALGORITHMS = ['ES256', 'EdDSA'] as const;
const CURVE_OF: Readonly<Record<string, PublicKey['curve']>> = { ES256: 'P-256', EdDSA: 'Ed25519' };
const TYPE = 'openid4vci-proof+jwt';
/** Headers that name a key. Exactly one of them must be present. */
const KEY_HEADERS = ['kid', 'jwk', 'x5c', 'trust_chain'];
const LONGEST = 8192;
/** Seconds by which the clock of a telephone may differ. */
const SKEW_SECONDS = 60;
const OLDEST_SECONDS = 300;

interface Needs {
  readonly proofs: Pick<ProofChecker, 'verifyJws'>;
  readonly origin: string;
  readonly nowSeconds: number;
}

export interface KeyProof {
  /** The DID of the key. */
  readonly holder: string;
  readonly nonce: string;
}

/** Checks that the wallet holds a key (OpenID4VCI 1.0, Appendix F.1 and F.4): it has signed a nonce, recently
 *  and for this service. The caller must compare the nonce. Throws `invalid_proof`. */
export async function checkKeyProof(jwt: string, { proofs, origin, nowSeconds }: Needs): Promise<KeyProof> {
  const { header, payload } = readJwt(jwt);
  if (header['typ'] !== TYPE) throw refused(`typ is not ${TYPE}`);
  if (header['crit'] !== undefined) throw refused('crit is not understood');
  const { holder, key } = readHolder(header);
  const alg = textOf(header, 'alg') ?? '';
  if (CURVE_OF[alg] !== key.curve) throw refused('alg does not fit the key');
  if (!(await proofs.verifyJws({ jws: jwt, jwk: toJwk(key) }))) throw refused('the signature is not good');
  const audience = listOf(payload['aud']);
  if (audience.length !== 1 || audience[0] !== origin) throw refused('aud is not this issuer');
  checkTime(payload, nowSeconds);
  const nonce = textOf(payload, 'nonce');
  if (!nonce) throw new WalletRefusal('invalid_nonce', 'there is no nonce');
  return { holder, nonce };
}

function checkTime({ iat, exp }: JsonObject, now: number): void {
  if (typeof iat !== 'number' || iat > now + SKEW_SECONDS || iat < now - OLDEST_SECONDS)
    throw refused('iat is not now');
  if (exp !== undefined && !(typeof exp === 'number' && exp > now)) throw refused('exp is past');
}

function readJwt(jwt: string): { readonly header: JsonObject; readonly payload: JsonObject } {
  const [first, second, third, ...rest] = jwt.length > LONGEST ? [] : jwt.split('.');
  const header = readPart(first);
  const payload = readPart(second);
  if (!header || !payload || !third || rest.length > 0) throw refused('it is no compact JWS');
  return { header, payload };
}

function readPart(part = ''): JsonObject | undefined {
  try {
    const read = readJson(decodeText(fromBase64Url(part)) ?? '');
    return read.kind === 'object' ? read.object : undefined;
  } catch {
    return undefined;
  }
}

/** The key of the header and its DID. A key without a DID gets the did:jwk made from it. */
function readHolder(header: JsonObject): { readonly holder: string; readonly key: PublicKey } {
  const named = KEY_HEADERS.filter((name) => header[name] !== undefined);
  if (named.length !== 1) throw refused('one of kid and jwk must stand');
  const { kid, jwk } = header;
  if (isJsonObject(jwk)) {
    const key = hasPrivatePart(jwk) ? undefined : readPublicKey({ publicKeyJwk: jwk });
    if (key === undefined) throw refused('jwk is no public key that is read here');
    const encoded = toBase64Url(new TextEncoder().encode(JSON.stringify(toJwk(key))));
    return { holder: `did:jwk:${encoded}`, key };
  }
  return readDid(typeof kid === 'string' ? kid : '');
}

/** The key of a DID that consists of a key. */
export function readDid(url: string): { readonly holder: string; readonly key: PublicKey } {
  const [holder = ''] = url.split('#');
  const controller = describedByItself(holder);
  if (controller?.kind !== 'found') throw refused('the key is not named by did:key or did:jwk');
  const [first] = listOf(controller.document['authentication']);
  const id = url === holder && typeof first === 'string' ? first : url;
  const { method } = findListedMethod(controller.document, id, 'authentication');
  const key = method && readPublicKey(method);
  if (key === undefined) throw refused('the key is of a kind that is not read here');
  return { holder, key };
}

function refused(reason: string): WalletRefusal {
  return new WalletRefusal('invalid_proof', reason);
}
