import { compact } from '../../../domain/text/omit-undefined.ts';
import { type Claims, readEmail, readText } from './claims.ts';
import type { ProfileIdentity } from './types.ts';

/** Names and e-mail address. Both federations give out or check the address themselves, so it counts as
 *  verified unless they say otherwise. */
export function readNamesAndAddress(
  claims: Claims,
  familyNameClaims: readonly string[],
): Pick<ProfileIdentity, 'email' | 'emailVerified' | 'givenName' | 'familyName'> {
  const email = readEmail(claims);
  const givenName = readText(claims, 'given_name');
  const familyName = familyNameClaims.map((name) => readText(claims, name)).find(Boolean);
  const denied = [false, 'false'].includes(claims['email_verified'] as boolean | string);
  return compact({ email, emailVerified: email !== undefined && !denied, givenName, familyName });
}
