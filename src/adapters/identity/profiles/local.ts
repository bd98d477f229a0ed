import { fimProfile, fromFim } from './fim.ts';
import type { Profile } from './profile.ts';

/** The demonstration's own provider, which plays both federations: the ministry's claims where it gives them,
 *  ProConnect's otherwise, always signed. */
export const localProfile: Profile = {
  scope: 'openid profile email',
  claims: fimProfile.claims,
  signedUserinfo: true,
  keepsIdToken: true,
  toIdentity: fromFim,
};
