import type { Claims } from './claims.ts';
import { readNamesAndAddress } from './names-and-address.ts';
import type { Profile, ProfileIdentity } from './types.ts';

/** The identity that ProConnect's claims describe. ProConnect gives no school. */
export function fromProConnect(claims: Claims): ProfileIdentity {
  return { ...readNamesAndAddress(claims, ['usual_name']), mayHead: [], worksAt: [] };
}

/** ProConnect refuses every query parameter that it does not know, and signs its user information. */
export const proConnectProfile: Profile = {
  scope: 'openid given_name usual_name email',
  claims: ['given_name', 'usual_name', 'email', 'email_verified'],
  signedUserinfo: true,
  keepsIdToken: true,
  toIdentity: fromProConnect,
};
