import type { Fetched } from '#open-badges/fetching';
import {
  type AuthorisedKey,
  describedByItself,
  findSigningKey,
  fitsKey,
  fromBase64Url,
  listedIds,
  toBase64Url,
} from '#open-badges/keys';
import { decodeText, isJsonObject, type JsonObject, listOf, readJson, textOf } from '#open-badges/parsing';
import type { ProofChecker } from '#open-badges/proofs';
import { WalletRejection } from './actions-refusal.ts';

export const PROOF_ALGORITHMS = ['ES256', 'EdDSA'] as const;
const ALGORITHMS: ReadonlySet<string> = new Set(PROOF_ALGORITHMS);
const TYPE = 'openid4vci-proof+jwt';
/** Headers that name a key. Exactly one of them must be present. */
const KEY_HEADERS = ['kid', 'jwk', 'x5c', 'trust_chain'];
const LONGEST = 8192;
/** Seconds by which the clock of a telephone may differ. */
const SKEW_SECONDS = 60;
const OLDEST_SECONDS = 300;

/** What a proof is judged by. */
interface Judging {
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
export async function checkKeyProof(jwt: string, { proofs, origin, nowSeconds }: Judging): Promise<KeyProof> {
  const { header, payload } = readJwt(jwt);
  if (header['typ'] !== TYPE) throw refused(`typ is not ${TYPE}`);
  if (header['crit'] !== undefined) throw refused('crit is not understood');
  const { holder, methodId } = readHolder(header);
  const ports = { fetch: fetchNothing, ownOrigin: origin, now: () => nowSeconds * 1000 };
  const question = { kind: 'method', methodId, issuer: holder, purpose: 'authentication' } as const;
  const answer = await findSigningKey(question, ports);
  if (answer.kind === 'refused') throw refused(answer.step.detail);
  const { key } = answer;
  const alg = textOf(header, 'alg') ?? '';
  if (!ALGORITHMS.has(alg) || !fitsKey(alg, key.jwk)) throw refused('alg does not fit the key');
  if (!(await proofs.verifyJws({ jws: jwt, key }))) throw refused('the signature is not good');
  const audience = listOf(payload['aud']);
  if (audience.length !== 1 || audience[0] !== origin) throw refused('aud is not this issuer');
  checkTime(payload, nowSeconds);
  const nonce = textOf(payload, 'nonce');
  if (!nonce) throw new WalletRejection('invalid_nonce', 'there is no nonce');
  return { holder: header['jwk'] === undefined ? holder : didOfKey(key), nonce };
}

/** The did:jwk of a key, with its public members alone. */
function didOfKey({ jwk }: AuthorisedKey): string {
  return `did:jwk:${toBase64Url(new TextEncoder().encode(JSON.stringify(jwk)))}`;
}

/** A DID that consists of a key is described without a network. */
async function fetchNothing(): Promise<Fetched> {
  return { kind: 'unreachable', reason: 'no document is asked for' };
}

function checkTime({ iat, exp }: JsonObject, now: number): void {
  if (typeof iat !== 'number' || iat > now + SKEW_SECONDS || iat < now - OLDEST_SECONDS)
    throw refused('iat is not now');
  if (exp !== undefined && !(typeof exp === 'number' && exp > now)) throw refused('exp is past');
}

function readJwt(jwt: string): { readonly header: JsonObject; readonly payload: JsonObject } {
  const [first, second, third, ...rest] = jwt.length > LONGEST ? [] : jwt.split('.');
  const header = readJwtObject(first);
  const payload = readJwtObject(second);
  if (!header || !payload || !third || rest.length > 0) throw refused('it is no compact JWS');
  return { header, payload };
}

function readJwtObject(part = ''): JsonObject | undefined {
  try {
    const read = readJson(decodeText(fromBase64Url(part)) ?? '');
    return read.kind === 'object' ? read.object : undefined;
  } catch {
    return undefined;
  }
}

/** The DID of a key in the header, and the method that it names there. A key without a DID gets the did:jwk
 *  made from it. */
function readHolder(header: JsonObject): { readonly holder: string; readonly methodId: string } {
  const named = KEY_HEADERS.filter((name) => header[name] !== undefined);
  if (named.length !== 1) throw refused('one of kid and jwk must stand');
  const { kid, jwk } = header;
  if (!isJsonObject(jwk)) return methodNamed(typeof kid === 'string' ? kid : '');
  const encoded = toBase64Url(new TextEncoder().encode(JSON.stringify(jwk)));
  return methodNamed(`did:jwk:${encoded}`);
}

/** A method of a DID that consists of a key. A DID alone names its only method. */
function methodNamed(url: string): { readonly holder: string; readonly methodId: string } {
  const [holder = ''] = url.split('#');
  const controller = describedByItself(holder);
  if (controller?.kind !== 'found') throw refused('the key is not named by did:key or did:jwk');
  const [only = ''] = listedIds(controller.document, 'authentication');
  return { holder, methodId: url === holder ? only : url };
}

/** The holder, where it is a DID that consists of a key. Throws `invalid_proof` for any other. */
export function assertSelfDescribed(holder: string): string {
  return methodNamed(holder).holder;
}

function refused(reason: string): WalletRejection {
  return new WalletRejection('invalid_proof', reason);
}
