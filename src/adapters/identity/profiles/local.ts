import { fimProfile, fromFim } from './fim.ts';
import type { Profile } from './profile.ts';

/** The demonstration's own provider, which plays both federations: it reads the ministry's claims where they
 *  are given, ProConnect's otherwise. Its user information is always signed. */
export const localProfile: Profile = {
  scope: 'openid profile email',
  claims: fimProfile.claims,
  signedUserinfo: true,
  keepsIdToken: true,
  toIdentity: fromFim,
};
