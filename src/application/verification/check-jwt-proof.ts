import { credentialKind } from '../../openbadges/credential-kind.ts';
import { isJsonObject, type JsonObject, listOf, textOf } from '../../openbadges/json-value.ts';
import { readPublicKey, toJwk } from '../../openbadges/public-key.ts';
import type { Step } from '../../openbadges/report.ts';
import { assertionMethodsOf, findListedMethod, resolveController, webOriginOf } from './controller.ts';
import { issuerIdOf } from './credential-shape.ts';
import { ALGORITHMS, OUTSIDE_GUIDE } from './jwt-algorithms.ts';
import { findWrongClaim } from './jwt-claims.ts';
import type { Presented } from './presented.ts';
import { hasPrivatePart } from './private-part.ts';
import { isPublishedTestKey } from './published-test-key.ts';
import { fetchedObject } from './read-json.ts';
import { failed, passed, type Run } from './run.ts';
import {
  fetchKey,
  findKey,
  isSameKey,
  type KeyLookup,
  notAuthorised,
  PUBLISHED,
  unreachable,
  whyEnded,
  whyUnusable,
} from './verification-key.ts';

type Jwt = Extract<Presented, { form: 'jwt' }>;

/** The only headers that Open Badges allows. */
const HEADERS = new Set(['alg', 'kid', 'jwk', 'typ']);
/** Headers of a credential that is not a badge (Securing Verifiable Credentials using JOSE and COSE §3.1). */
const HEADERS_OF_ANY = new Set([...HEADERS, 'cty', 'iss']);
const TYPES_OF_ANY: readonly unknown[] = [undefined, 'JWT', 'vc+jwt', 'vc-ld+jwt'];

/** Checks a VC-JWT (Open Badges 3.0, "JSON Web Token Proof Format"), in this order: header, key, signature,
 *  claims. */
export async function checkJwtProof(jwt: Jwt, run: Run): Promise<Step> {
  const isBadge = credentialKind(jwt.credential) !== 'other';
  const header = checkHeader(jwt.header, isBadge);
  if (header) return header;
  const issuer = issuerIdOf(jwt.credential);
  if (issuer === undefined) return failed('proof', 'bad-claims', 'there is no issuer to compare iss with');
  const key = await findJwk(jwt.header, issuer, run);
  if (key.kind === 'refused') return key.step;
  if (ALGORITHMS[textOf(jwt.header, 'alg') ?? ''] !== key.method['kty']) {
    return failed('proof', 'bad-header', 'alg does not fit the kind of key');
  }
  const isValid = await run.proofs.verifyJws({ jws: jwt.jws, jwk: key.method });
  if (!isValid) return failed('proof', 'bad-signature', 'the signature does not match the content');
  const claim = findWrongClaim(jwt, { issuer, mustRepeat: isBadge });
  if (claim) return failed('proof', 'bad-claims', claim.reason, { claim: claim.name });
  const suite = textOf(jwt.header, 'alg') ?? '';
  return passed('proof', 'ok', `${suite} signature verified`, {
    suite,
    ...(isBadge && OUTSIDE_GUIDE.has(suite) && { outsideGuide: 1 }),
  });
}

function checkHeader(header: JsonObject, isBadge: boolean): Step | undefined {
  const alg = textOf(header, 'alg') ?? '';
  if (alg === 'none') return failed('proof', 'no-proof', 'alg none: the JWT is not signed');
  if (!Object.hasOwn(ALGORITHMS, alg)) return failed('proof', 'unsupported-proof', `alg ${alg}`, { alg });
  const other = Object.keys(header).find((name) => !(isBadge ? HEADERS : HEADERS_OF_ANY).has(name));
  if (other !== undefined) return failed('proof', 'bad-header', `header ${other} is not allowed`);
  if (!(isBadge ? TYPES_OF_ANY.slice(0, 2) : TYPES_OF_ANY).includes(header['typ']))
    return failed('proof', 'bad-header', 'typ is not JWT');
  const { jwk, kid } = header;
  if (jwk === undefined && typeof kid !== 'string')
    return failed('proof', 'bad-header', 'neither kid nor jwk');
  if (jwk !== undefined && (!isJsonObject(jwk) || hasPrivatePart(jwk))) {
    return failed('proof', 'bad-header', 'jwk is not a public key');
  }
  return undefined;
}

/** The public key. The header may give it in several ways, but in each case the issuer must list it. */
async function findJwk(header: JsonObject, issuer: string, run: Run): Promise<KeyLookup> {
  const written = textOf(header, 'kid');
  // A fragment alone means a key of the issuer.
  const kid = written?.startsWith('#') ? `${issuer}${written}` : written;
  const named = kid === undefined ? undefined : await fetchNamed(kid, issuer, run);
  if (named?.kind === 'refused') return named;
  const ended = named && whyEnded(named.method, run);
  if (ended !== undefined) return notAuthorised(ended);
  const jwk = named ? jwkOf(named.method) : header['jwk'];
  if (!isJsonObject(jwk) || (header['jwk'] !== undefined && !isSameKey(jwk, header['jwk']))) {
    return { kind: 'refused', step: failed('proof', 'bad-header', 'kid and jwk are two different keys') };
  }
  if (isPublishedTestKey({ publicKeyJwk: jwk })) return notAuthorised(PUBLISHED);
  const found = {
    jwk,
    ...(named && kid !== undefined && { named: { address: kid, document: named.method } }),
  };
  return (await isListedBy(issuer, found, run)) ?? { kind: 'found', method: jwk };
}

function fetchNamed(kid: string, issuer: string, run: Run): Promise<KeyLookup> {
  if (/^https?:\/\//.test(kid)) return fetchKey(kid, run);
  if (!kid.startsWith(`${issuer}#`))
    return Promise.resolve(notAuthorised(`${kid} is not a key of ${issuer}`));
  return findKey(kid, issuer, run);
}

/** The JWK in a key's document: the document itself, a verification method that contains a JWK, or a method
 *  with the key in another form. */
function jwkOf(document: JsonObject): JsonObject {
  const inner = document['publicKeyJwk'];
  if (isJsonObject(inner)) return inner;
  const key = readPublicKey(document);
  return key ? toJwk(key) : document;
}

interface FoundKey {
  readonly jwk: JsonObject;
  /** The address in the header, and the document there; absent where there is none. */
  readonly named?: { readonly address: string; readonly document: JsonObject };
}

/** Undefined where the issuer's controller document or the key set of its origin contains the key; else the
 *  step with the reason. */
async function isListedBy(
  issuer: string,
  { jwk, named }: FoundKey,
  run: Run,
): Promise<KeyLookup | undefined> {
  const controller = await resolveController(issuer, run);
  const methods = controller.kind === 'found' ? assertionMethodsOf(controller.document) : [];
  const listed = methods.filter((method) => isSameKey(jwkOf(method), jwk));
  // A document cannot say itself which method it describes: the issuer must list the address asked, and must
  // not describe that method itself (Controlled Identifiers 1.0 §3.3).
  if (named && controller.kind === 'found' && named.document['id'] === named.address) {
    const entry = findListedMethod(controller.document, named.address, 'assertionMethod');
    if (entry.isListed && entry.method === undefined) listed.push(named.document);
  }
  // The header may lack the key's name or give another address, but the end that the controller sets for the
  // key still applies.
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
    return unreachable(controller.reason, controller.isGone);
  }
  return notAuthorised(`${issuer} lists no such key`);
}
