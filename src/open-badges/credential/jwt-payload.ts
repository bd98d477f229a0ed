import { OpenBadgesError } from '../errors.ts';
import { isJsonObject, type JsonObject, textOf } from '../parsing/json-value.ts';
import { parseDateTime } from '../schema/rfc3339.ts';

/** The credential with its registered claims: the payload of a VC-JWT (Open Badges 3.0, "JWT Proof"). */
export type JwtPayload = JsonObject & {
  readonly iss: string;
  readonly sub: string;
  readonly jti: string;
  /** The instant of signing, in seconds since 1970. */
  readonly iat: number;
  /** Seconds since 1970, equal to `validFrom`. */
  readonly nbf: number;
  /** Seconds since 1970, equal to `validUntil`. */
  readonly exp?: number;
};

/** The body without `proof`, with iss, sub, jti, nbf and exp, each equal to its member of the body, and the
 *  instant of signing as iat. Throws `unsafe-credential` where a claim cannot be equal: no id, issuer or subject
 *  id, or a date with fractions of a second. */
export function toJwtPayload(unsigned: JsonObject, signedAt: string): JwtPayload {
  const { proof: _proof, ...body } = unsigned;
  const issuer = isJsonObject(body['issuer']) ? textOf(body['issuer'], 'id') : textOf(body, 'issuer');
  const until = body['validUntil'];
  return {
    ...body,
    iss: required(issuer, 'issuer.id'),
    sub: required(textOf(body['credentialSubject'], 'id'), 'credentialSubject.id'),
    jti: required(textOf(body, 'id'), 'id'),
    iat: Math.floor(Date.parse(signedAt) / 1000),
    nbf: wholeSeconds(body['validFrom'], 'validFrom'),
    ...(until !== undefined && { exp: wholeSeconds(until, 'validUntil') }),
  };
}

function required(text: string | undefined, member: string): string {
  if (text) return text;
  throw new OpenBadgesError('unsafe-credential', { reason: `no ${member}` });
}

function wholeSeconds(value: unknown, member: string): number {
  const milliseconds = typeof value === 'string' ? parseDateTime(value) : undefined;
  if (milliseconds === undefined || milliseconds % 1000 !== 0) {
    throw new OpenBadgesError('unsafe-credential', { reason: `${member} is not a whole second` });
  }
  return milliseconds / 1000;
}
