import { CREDENTIALS_V2 } from '../../openbadges/contexts.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import type { Step } from '../../openbadges/report.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import { assertionMethodsOf, resolveController, webOriginOf } from './controller.ts';
import { issuerIdOf } from './credential-shape.ts';
import type { Presented } from './presented.ts';
import { fetchedObject } from './read-json.ts';
import { failed, notChecked, passed, type Run } from './run.ts';
import {
  fetchKey,
  findKey,
  isSameKey,
  type KeyLookup,
  notAuthorised,
  whyEnded,
  whyUnusable,
} from './verification-key.ts';

type Jwt = Extract<Presented, { form: 'jwt' }>;

const ALGORITHMS: Readonly<Record<string, string>> = { RS256: 'RSA', ES256: 'EC' };
const HEADERS = new Set(['alg', 'kid', 'jwk', 'typ']);
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Checks a VC-JWT (Open Badges 3.0, "JSON Web Token Proof Format"), in this order: header, key, signature,
 *  claims. */
export async function checkJwtProof(jwt: Jwt, run: Run): Promise<Step> {
  const header = checkHeader(jwt.header);
  if (header) return header;
  if (!listOf(jwt.credential['@context']).includes(CREDENTIALS_V2)) {
    return failed('proof', 'unsupported-proof', 'a VC-JWT of data model 1.1');
  }
  const issuer = issuerIdOf(jwt.credential);
  if (issuer === undefined) return failed('proof', 'bad-claims', 'there is no issuer to compare iss with');
  const key = await findJwk(jwt.header, issuer, run);
  if (key.kind === 'refused') return key.step;
  if (ALGORITHMS[textOf(jwt.header, 'alg') ?? ''] !== key.method['kty']) {
    return failed('proof', 'bad-header', 'alg does not fit the kind of key');
  }
  const isValid = await run.proofs.verifyJws({ jws: jwt.jws, jwk: key.method });
  if (!isValid) return failed('proof', 'bad-signature', 'the signature does not match the content');
  const claim = findWrongClaim(jwt, issuer);
  if (claim) return failed('proof', 'bad-claims', claim.reason, { claim: claim.name });
  const suite = textOf(jwt.header, 'alg') ?? '';
  return passed('proof', 'ok', `${suite} signature verified`, { suite });
}

function checkHeader(header: JsonObject): Step | undefined {
  const alg = textOf(header, 'alg') ?? '';
  if (alg === 'none') return failed('proof', 'no-proof', 'alg none: the JWT is not signed');
  if (!Object.hasOwn(ALGORITHMS, alg)) return failed('proof', 'unsupported-proof', `alg ${alg}`, { alg });
  const other = Object.keys(header).find((name) => !HEADERS.has(name));
  if (other !== undefined) return failed('proof', 'bad-header', `header ${other} is not allowed`);
  if (header['typ'] !== undefined && header['typ'] !== 'JWT')
    return failed('proof', 'bad-header', 'typ is not JWT');
  const { jwk, kid } = header;
  if (jwk === undefined && typeof kid !== 'string')
    return failed('proof', 'bad-header', 'neither kid nor jwk');
  if (jwk !== undefined && (!isJsonObject(jwk) || PRIVATE_MEMBERS.some((name) => jwk[name] !== undefined))) {
    return failed('proof', 'bad-header', 'jwk is not a public key');
  }
  return undefined;
}

/** The public key. Whichever way the header gives it, the issuer must list it. */
async function findJwk(header: JsonObject, issuer: string, run: Run): Promise<KeyLookup> {
  const kid = textOf(header, 'kid');
  const named = kid === undefined ? undefined : await fetchNamed(kid, issuer, run);
  if (named?.kind === 'refused') return named;
  const ended = named && whyEnded(named.method, run);
  if (ended !== undefined) return notAuthorised(ended);
  const jwk = named ? (toJwk(named.method) ?? {}) : header['jwk'];
  if (!isJsonObject(jwk) || (header['jwk'] !== undefined && !isSameKey(jwk, header['jwk']))) {
    return { kind: 'refused', step: failed('proof', 'bad-header', 'kid and jwk are two different keys') };
  }
  return (await isListedBy(issuer, jwk, run)) ?? { kind: 'found', method: jwk };
}

function fetchNamed(kid: string, issuer: string, run: Run): Promise<KeyLookup> {
  if (/^https?:\/\//.test(kid)) return fetchKey(kid, run);
  if (!kid.startsWith(`${issuer}#`))
    return Promise.resolve(notAuthorised(`${kid} is not a key of ${issuer}`));
  return findKey(kid, issuer, run);
}

/** A JWK, alone or inside a verification method. */
function toJwk(document: JsonObject): JsonObject | undefined {
  const inner = document['publicKeyJwk'];
  return isJsonObject(inner) ? inner : document;
}

/** Undefined where the issuer's controller document or the key set of its origin contains the key; else the
 *  step that says why not. */
async function isListedBy(issuer: string, jwk: JsonObject, run: Run): Promise<KeyLookup | undefined> {
  const controller = await resolveController(issuer, run);
  const methods = controller.kind === 'found' ? assertionMethodsOf(controller.document) : [];
  const listed = methods.filter((method) => isSameKey(method['publicKeyJwk'], jwk));
  // The header may omit the key's name or give another address. The end that the controller sets for the key
  // still applies.
  const reasons = listed.map((method) => whyUnusable(method, issuer, run));
  if (reasons.includes(undefined)) return undefined;
  if (reasons[0] !== undefined) return notAuthorised(reasons[0]);
  const origin = webOriginOf(issuer, run.ownOrigin);
  const url = `${origin}/.well-known/jwks.json`;
  const fetched = origin ? await run.fetch(url, 'application/jwk-set+json, application/json') : undefined;
  const keys = fetched ? listOf(fetchedObject(fetched)?.['keys']).filter(isJsonObject) : [];
  const isListed = keys.some(
    (key) =>
      isSameKey(key, jwk) &&
      (key['iss'] === undefined || key['iss'] === issuer) &&
      whyEnded(key, run) === undefined,
  );
  if (isListed) return undefined;
  if (controller.kind === 'unreachable' && fetched?.kind !== 'ok') {
    return { kind: 'refused', step: notChecked('proof', 'key-unreachable', controller.reason) };
  }
  return notAuthorised(`${issuer} lists no such key`);
}

/** The claims must repeat the body (§ "Verify a Credential with a VC-JWT"), because a reader may use either.
 *  An `nbf` in the future is thus a `validFrom` in the future, which the validity step reports. */
function findWrongClaim(
  { payload, credential }: Jwt,
  issuer: string,
): { readonly name: string; readonly reason: string } | undefined {
  const { validFrom: from, validUntil: until } = credential;
  const wrong = (name: string, reason = 'does not equal the body') => ({ name, reason: `${name} ${reason}` });
  if (payload['vc'] !== undefined) return wrong('vc', 'does not belong in data model 2.0');
  if (payload['iss'] !== issuer) return wrong('iss');
  if (payload['jti'] === undefined || payload['jti'] !== credential['id']) return wrong('jti');
  const subject = textOf(credential['credentialSubject'], 'id');
  if (subject === undefined || payload['sub'] !== subject) return wrong('sub');
  if (!isSameSecond(payload['nbf'], from)) return wrong('nbf');
  if (until !== undefined && !isSameSecond(payload['exp'], until)) return wrong('exp');
  if (payload['exp'] !== undefined && typeof payload['exp'] !== 'number')
    return wrong('exp', 'is not a number');
  return undefined;
}

function isSameSecond(claim: unknown, date: unknown): boolean {
  const time = typeof date === 'string' ? parseDateTime(date) : undefined;
  return typeof claim === 'number' && time !== undefined && Math.floor(claim) === Math.floor(time / 1000);
}
