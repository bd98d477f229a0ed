import { type Claims, readValues, toUais } from './claims.ts';
import { readNamesAndAddress } from './names-and-address.ts';
import type { Profile, ProfileIdentity } from './profile.ts';

/** Principal or deputy: the federation does not tell them apart. */
const HEAD_FUNCTION = 'DIR';

/** The ministry's claims → what they say. Only a `DIR` may declare to be a head. `employeeNumber`, the NUMEN, is never
 *  read. */
export function fromFim(claims: Claims): ProfileIdentity {
  const isDirector = readValues(claims, 'FrEduFonctAdm').includes(HEAD_FUNCTION);
  return {
    ...readNamesAndAddress(claims, ['family_name', 'usual_name']),
    mayHead: isDirector ? toUais(readValues(claims, 'FrEduRneResp')) : [],
    worksAt: toUais([...readValues(claims, 'FrEduRne'), ...readValues(claims, 'rne')]),
  };
}

/** The ministry's agent federation. Its ID token may hold the NUMEN, and is forgotten. */
export const fimProfile: Profile = {
  scope: 'openid profile email',
  claims: [
    'given_name',
    'family_name',
    'usual_name',
    'email',
    'email_verified',
    'FrEduFonctAdm',
    'FrEduRneResp',
    'FrEduRne',
    'rne',
  ],
  signedUserinfo: false,
  keepsIdToken: false,
  toIdentity: fromFim,
};
