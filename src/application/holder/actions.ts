import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Award, HolderChoice, IssuedCredential } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import { decline, setHidden } from '../../domain/holder/actions.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { buildUnsigned } from '../credentials/sign.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

interface HolderActs {
  readonly id: CredentialId;
  readonly actor: string;
}

/** Declines the badge for good. Its address continues to answer that it does not exist. Does nothing if it
 *  was already declined. Throws `unknown-credential`, `credential-erased`, `credential-accepted`. */
const declineCredential = (ports: Ports) => (command: HolderActs) =>
  choose(ports, command, { action: 'credential-declined', toChoice: decline });

/** Hides an accepted badge until it is shown again. Throws `unknown-credential`, `credential-erased`,
 *  `credential-declined`, `credential-not-accepted`. */
const hideCredential = (ports: Ports) => (command: HolderActs) =>
  choose(ports, command, { action: 'credential-hidden', toChoice: (before) => setHidden(before, true) });

/** Shows a hidden badge again, with its former choices. Throws the errors of `hideCredential`. */
const showCredential = (ports: Ports) => (command: HolderActs) =>
  choose(ports, command, { action: 'credential-shown', toChoice: (before) => setHidden(before, false) });

interface Act {
  readonly action: AuditAction;
  readonly toChoice: (before: HolderChoice) => HolderChoice;
}

/** Commits a holder's act. The commit requires the choice that was read, so that it cannot silently undo a
 *  choice made in another tab. */
function choose(
  { store, clock }: Ports,
  { id, actor }: HolderActs,
  { action, toChoice }: Act,
): Promise<void> {
  return retryOnConflict(async () => {
    const found = await store.readCredential(id);
    if (!found?.credential) throw new DomainError('unknown-credential', { id });
    const { credential } = found;
    if (credential.erasedAt) throw new DomainError('credential-erased', { id });
    const choice = toChoice(credential.choice);
    if (isSame(credential.choice, choice)) return;
    await store.commit([
      { kind: 'holder-chose', credentialId: id, choice, asRead: credential },
      audit(action, { at: clock.now(), actor, subject: id }),
    ]);
  });
}

function isSame(a: HolderChoice, b: HolderChoice): boolean {
  return a.acceptance === b.acceptance && a.hidden === b.hidden;
}

/** The unsigned credential with another choice, shown to its holder before they choose. */
const previewCredential =
  (ports: Ports) =>
  async (
    { award, credential }: { readonly award: Award; readonly credential: IssuedCredential },
    chosen: Pick<HolderChoice, 'name' | 'form' | 'showSchools' | 'emailIdentifier' | 'words'>,
  ): Promise<IssuedCredential> => {
    const choice = { ...credential.choice, ...chosen, acceptance: 'accepted' as const, hidden: false };
    const unsigned = await buildUnsigned(ports, { ...credential, award, choice });
    return { ...credential, choice, document: JSON.stringify(unsigned), jws: '' };
  };

export const holderActServices = useCases({
  declineCredential,
  hideCredential,
  showCredential,
  previewCredential,
});
