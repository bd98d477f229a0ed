import type { Award, HolderChoice, IssuedCredential } from '../../domain/award/award-types.ts';
import { buildUnsigned, type SigningNeeds } from '../credentials/sign-credential.ts';

/** The unsigned credential with another choice, shown to its holder before they choose. */
export const previewCredential =
  (needs: SigningNeeds) =>
  async (
    { award, credential }: { readonly award: Award; readonly credential: IssuedCredential },
    chosen: Pick<HolderChoice, 'name' | 'form' | 'showSchools' | 'emailIdentifier' | 'words'>,
  ): Promise<IssuedCredential> => {
    const choice = { ...credential.choice, ...chosen, acceptance: 'accepted' as const, hidden: false };
    const unsigned = await buildUnsigned(needs, { ...credential, award, choice });
    return { ...credential, choice, document: JSON.stringify(unsigned), jws: '' };
  };
