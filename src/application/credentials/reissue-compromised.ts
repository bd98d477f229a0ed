import { audit } from '../../domain/audit.ts';
import type { Award, IssuedCredential } from '../../domain/award/award-types.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { type RecipientLabel, readLabel } from '../awards/recipient-label.ts';
import type { KeyDirectory } from '../ports.ts';
import { type ReSignCredentialNeeds, reSignCredential } from './re-sign-credential.ts';

const PAGE_SIZE = 50;

export interface ReissueOutcome {
  readonly kind: 'reissued';
  readonly id: CredentialId;
  readonly award: Award;
  readonly label: RecipientLabel;
}

type Needs = ReSignCredentialNeeds & { readonly keys: KeyDirectory };

/** Signs again, with the present keys, every credential signed with a compromised key: same id, status index,
 *  subject and choice, a later `validFrom`. After an interruption, a new run continues with the rest. */
export const reissueCompromised = (needs: Needs) =>
  async function* (command: {
    readonly actor: string;
    readonly limit?: number;
  }): AsyncGenerator<ReissueOutcome> {
    let left = command.limit ?? Number.POSITIVE_INFINITY;
    for (const { kid, state } of needs.keys.list()) {
      if (state !== 'compromised') continue;
      for await (const { award, credential } of signedWith(needs, kid)) {
        if (left <= 0) return;
        left -= 1;
        await reissueOne(needs, { credential, actor: command.actor });
        yield {
          kind: 'reissued',
          id: credential.id,
          award,
          label: await readLabel(needs.store, award.recipient),
        };
      }
    }
  };

async function* signedWith({ store }: Needs, kid: string) {
  let after: CredentialId | undefined;
  for (;;) {
    const found = await store.readCredentials({ signedWith: kid, limit: PAGE_SIZE, ...(after && { after }) });
    for (const { award, credential } of found) {
      // An erased credential has no body.
      if (credential && !credential.erasedAt) yield { award, credential };
    }
    if (found.length < PAGE_SIZE) return;
    after = found.at(-1)?.credential?.id;
  }
}

interface Reissue {
  readonly credential: IssuedCredential;
  readonly actor: string;
}

async function reissueOne(needs: Needs, { credential, actor }: Reissue): Promise<void> {
  const changes = await reSignCredential(needs, credential.id);
  const at = needs.clock.now();
  await needs.store.commit([...changes, audit('credential-reissued', { at, actor, subject: credential.id })]);
}
