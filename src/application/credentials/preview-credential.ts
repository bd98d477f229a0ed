import type { Award, HolderChoice, IssuedCredential } from '../../domain/award/award-types.ts';
import { buildUnsigned, type SigningNeeds } from './sign-credential.ts';

/** The credential as it would read with another choice, without being signed: only to be shown to who chooses. */
export const previewCredential =
  (needs: SigningNeeds) =>
  async (
    { award, credential }: { readonly award: Award; readonly credential: IssuedCredential },
    chosen: Pick<HolderChoice, 'name' | 'showSchools' | 'emailIdentifier'>,
  ): Promise<IssuedCredential> => {
    const choice = { ...credential.choice, ...chosen, acceptance: 'accepted' as const, hidden: false };
    const unsigned = await buildUnsigned(needs, { ...credential, award, choice });
    return { ...credential, choice, document: JSON.stringify(unsigned), jws: '' };
  };
