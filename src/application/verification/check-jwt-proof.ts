import { credentialKind } from '../../openbadges/credential-kind.ts';
import { isJsonObject, type JsonObject, textOf } from '../../openbadges/json-value.ts';
import type { Step } from '../../openbadges/report.ts';
import { issuerIdOf } from './credential-shape.ts';
import { findWrongClaim } from './jwt-claims.ts';
import { findSigningKey } from './keys/find-signing-key.ts';
import { ALGORITHMS, OUTSIDE_GUIDE } from './keys/jwt-algorithms.ts';
import { hasPrivatePart } from './keys/private-part.ts';
import type { Presented } from './presented.ts';
import { failed, passed, type Run } from './run.ts';

type Jwt = Extract<Presented, { form: 'jwt' }>;

/** The only headers that Open Badges allows. */
const HEADERS = new Set(['alg', 'kid', 'jwk', 'typ']);
/** Headers of a credential that is not a badge (Securing Verifiable Credentials using JOSE and COSE §3.1). */
const HEADERS_OF_ANY = new Set([...HEADERS, 'cty', 'iss']);
/** Types of the header. A badge with another one than `JWT` departs from the standard. */
const TYPES_OF_ANY: readonly unknown[] = [undefined, 'JWT', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt'];

/** Checks a VC-JWT (Open Badges 3.0, "JSON Web Token Proof Format"), in this order: header, key, signature,
 *  claims. */
export async function checkJwtProof(jwt: Jwt, run: Run): Promise<Step> {
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
