import type { Award, HolderChoice, IssuedCredential } from '../../domain/award/award-types.ts';
import { buildUnsigned } from '../credentials/sign-credential.ts';
import type { Ports } from '../service-ports.ts';

/** The unsigned credential with another choice, shown to its holder before they choose. */
export const previewCredential =
  (ports: Ports) =>
  async (
    { award, credential }: { readonly award: Award; readonly credential: IssuedCredential },
    chosen: Pick<HolderChoice, 'name' | 'form' | 'showSchools' | 'emailIdentifier' | 'words'>,
  ): Promise<IssuedCredential> => {
    const choice = { ...credential.choice, ...chosen, acceptance: 'accepted' as const, hidden: false };
    const unsigned = await buildUnsigned(ports, { ...credential, award, choice });
    return { ...credential, choice, document: JSON.stringify(unsigned), jws: '' };
  };
