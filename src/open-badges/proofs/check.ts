import { CREDENTIALS_V1 } from '../contexts/addresses.ts';
import { credentialKind } from '../credential/types.ts';
import { findSigningKey } from '../keys/find-signing.ts';
import { ALGORITHMS, OUTSIDE_GUIDE } from '../keys/jwt-algorithms.ts';
import { hasPrivatePart } from '../keys/rejection.ts';
import { isJsonObject, type JsonObject, textOf } from '../parsing/json-value.ts';
import { issuerIdOf } from '../reading/credential-shape.ts';
import type { Presented } from '../reading/presented.ts';
import { parseDateTime } from '../schema/rfc3339.ts';
import type { Step } from '../verification/report.ts';
import { failed, passed, type Run } from '../verification/run.ts';
import { checkEmbeddedProof } from './check-embedded.ts';

/** Checks the signature of a credential in either form. */
export function checkProof(presented: Presented, run: Run): Promise<Step> {
  return presented.form === 'jwt' ? checkJwtProof(presented, run) : checkEmbeddedProof(presented, run);
}

type Jwt = Extract<Presented, { form: 'jwt' }>;

/** The only headers that Open Badges allows. */
const HEADERS = new Set(['alg', 'kid', 'jwk', 'typ']);
/** Headers of a credential that is not a badge (Securing Verifiable Credentials using JOSE and COSE §3.1). */
const HEADERS_OF_ANY = new Set([...HEADERS, 'cty', 'iss']);
/** Types of the header. A badge with another one than `JWT` departs from the standard. */
const TYPES_OF_ANY: readonly unknown[] = [undefined, 'JWT', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt'];

/** Checks a VC-JWT (Open Badges 3.0, "JSON Web Token Proof Format"), in this order: header, key, signature,
 *  claims. */
async function checkJwtProof(jwt: Jwt, run: Run): Promise<Step> {
  const isBadge = credentialKind(jwt.credential) !== 'other';
  const header = checkHeader(jwt.header, isBadge);
  if (header) return header;
  const issuer = issuerIdOf(jwt.credential);
  if (issuer === undefined) return failed('proof', 'bad-claims', 'there is no issuer to compare iss with');
  const answer = await findSigningKey({ kind: 'header', header: jwt.header, issuer }, run);
  if (answer.kind === 'refused') return answer.step;
  const isValid = await run.proofs.verifyJws({ jws: jwt.jws, key: answer.key });
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
  if (!TYPES_OF_ANY.includes(header['typ'])) return failed('proof', 'bad-header', 'typ is not JWT');
  const { jwk, kid } = header;
  if (jwk === undefined && typeof kid !== 'string')
    return failed('proof', 'bad-header', 'neither kid nor jwk');
  if (jwk !== undefined && (!isJsonObject(jwk) || hasPrivatePart(jwk))) {
    return failed('proof', 'bad-header', 'jwk is not a public key');
  }
  return undefined;
}

export interface WrongClaim {
  readonly name: string;
  readonly reason: string;
}

interface Against {
  readonly issuer: string;
  /** True for a badge, whose claims must all be present. Otherwise only present claims must be right. */
  readonly mustRepeat: boolean;
}

/** The first claim that differs from the body (Open Badges 3.0, "Verify a Credential with a VC-JWT"; VCDM 1.1
 *  §6.3.1). Readers may use either, so they must agree. An `nbf` in the future is thus a `validFrom` in the
 *  future, which the validity step reports. */
function findWrongClaim(
  { payload, credential }: Jwt,
  { issuer, mustRepeat }: Against,
): WrongClaim | undefined {
  const isFirstModel = isOfFirstModel(credential);
  const wrong = (name: string, reason = 'does not equal the body') => ({ name, reason: `${name} ${reason}` });
  if (isFirstModel === (payload['vc'] === undefined)) {
    return wrong('vc', isFirstModel ? 'is missing in data model 1.1' : 'does not belong in data model 2.0');
  }
  // With two bodies, readers would differ in the one they take.
  if (isFirstModel && payload['@context'] !== undefined) return wrong('vc', 'stands beside another body');
  const subject = textOf(credential['credentialSubject'], 'id');
  const from = credential[isFirstModel ? 'issuanceDate' : 'validFrom'];
  const until = credential[isFirstModel ? 'expirationDate' : 'validUntil'];
  const isRequested = (name: string) => mustRepeat || payload[name] !== undefined;
  const isText = (name: string, text: unknown) => text !== undefined && payload[name] === text;
  if (isRequested('iss') && payload['iss'] !== issuer) return wrong('iss');
  if (isRequested('jti') && !isText('jti', credential['id'])) return wrong('jti');
  // A JWT without it departs from the standard (departures of the schema step), and says nothing false.
  if (payload['sub'] !== undefined && !isText('sub', subject)) return wrong('sub');
  if (isRequested('nbf') && !isSameSecond(payload['nbf'], from)) return wrong('nbf');
  if (until !== undefined && isRequested('exp') && !isSameSecond(payload['exp'], until)) return wrong('exp');
  if (payload['exp'] !== undefined && typeof payload['exp'] !== 'number')
    return wrong('exp', 'is not a number');
  return undefined;
}

/** Whether the first context is that of VCDM 1.1, whose JWTs have the credential in the claim `vc`. */
function isOfFirstModel(credential: JsonObject): boolean {
  const context = credential['@context'];
  return (Array.isArray(context) ? context[0] : context) === CREDENTIALS_V1;
}

function isSameSecond(claim: unknown, date: unknown): boolean {
  const time = typeof date === 'string' ? parseDateTime(date) : undefined;
  return typeof claim === 'number' && time !== undefined && Math.floor(claim) === Math.floor(time / 1000);
}
