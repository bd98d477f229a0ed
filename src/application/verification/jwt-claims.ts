import { CREDENTIALS_V1 } from '../../openbadges/context-addresses.ts';
import { type JsonObject, textOf } from '../../openbadges/json-value.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import type { Presented } from './presented.ts';

type Jwt = Extract<Presented, { form: 'jwt' }>;

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
export function findWrongClaim(
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
  const isAsked = (name: string) => mustRepeat || payload[name] !== undefined;
  const isText = (name: string, text: unknown) => text !== undefined && payload[name] === text;
  if (isAsked('iss') && payload['iss'] !== issuer) return wrong('iss');
  if (isAsked('jti') && !isText('jti', credential['id'])) return wrong('jti');
  // A JWT without it departs from the standard (departures of the schema step), and says nothing false.
  if (payload['sub'] !== undefined && !isText('sub', subject)) return wrong('sub');
  if (isAsked('nbf') && !isSameSecond(payload['nbf'], from)) return wrong('nbf');
  if (until !== undefined && isAsked('exp') && !isSameSecond(payload['exp'], until)) return wrong('exp');
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
