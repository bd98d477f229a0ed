import { type Claims, readValues, toUais } from './claims.ts';
import { readNamesAndAddress } from './names-and-address.ts';
import type { Profile, ProfileIdentity } from './types.ts';

/** Principal or deputy: the federation gives both the same function. */
const HEAD_FUNCTION = 'DIR';

/** The identity that the ministry's claims describe. Only a `DIR` may declare to head a school.
 *  `employeeNumber`, the NUMEN, is never read. */
export function fromFim(claims: Claims): ProfileIdentity {
  const isDirector = readValues(claims, 'FrEduFonctAdm').includes(HEAD_FUNCTION);
  return {
    ...readNamesAndAddress(claims, ['family_name', 'usual_name']),
    mayHead: isDirector ? toUais(readValues(claims, 'FrEduRneResp')) : [],
    worksAt: toUais([...readValues(claims, 'FrEduRne'), ...readValues(claims, 'rne')]),
  };
}

/** The ministry's agent federation. Its ID token may hold the NUMEN, so it is not kept. */
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
