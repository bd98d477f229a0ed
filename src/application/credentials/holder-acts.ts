import { type AuditAction, audit } from '../../domain/audit.ts';
import type { HolderChoice } from '../../domain/award/award-types.ts';
import { decline, setHidden } from '../../domain/award/holder-acts.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Clock, Store } from '../ports.ts';
import { onceMore } from '../store/once-more.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
}

interface HolderActs {
  readonly id: CredentialId;
  readonly actor: string;
}

/** The holder wants none of it, for good: its address goes on answering that nothing is there. Nothing happens where it
 *  was declined already. Throws `unknown-credential`, `credential-erased`, `credential-accepted`. */
export const declineCredential = (needs: Needs) => (command: HolderActs) =>
  choose(needs, command, { action: 'credential-declined', toChoice: decline });

/** Takes an accepted badge out of sight until it is shown again. Throws `unknown-credential`, `credential-erased`,
 *  `credential-declined`, `credential-not-accepted`. */
export const hideCredential = (needs: Needs) => (command: HolderActs) =>
  choose(needs, command, { action: 'credential-hidden', toChoice: (before) => setHidden(before, true) });

/** Shows a hidden badge again, as it was chosen before. Throws as `hideCredential` does. */
export const showCredential = (needs: Needs) => (command: HolderActs) =>
  choose(needs, command, { action: 'credential-shown', toChoice: (before) => setHidden(before, false) });

interface Act {
  readonly action: AuditAction;
  readonly toChoice: (before: HolderChoice) => HolderChoice;
}

/** Rests on the choice as it was read: what another tab chose in between is never undone unseen. */
function choose(
  { store, clock }: Needs,
  { id, actor }: HolderActs,
  { action, toChoice }: Act,
): Promise<void> {
  return onceMore(async () => {
    const found = await store.readCredential(id);
    if (!found?.credential) throw new DomainError('unknown-credential', { id });
    const { credential } = found;
    if (credential.erasedAt) throw new DomainError('credential-erased', { id });
    const asRead = credential.choice;
    const choice = toChoice(asRead);
    if (isSame(asRead, choice)) return;
    await store.commit([
      { kind: 'holder-chose', credentialId: id, choice, asRead },
      audit(action, { at: clock.now(), actor, subject: id }),
    ]);
  });
}

function isSame(a: HolderChoice, b: HolderChoice): boolean {
  return a.acceptance === b.acceptance && a.hidden === b.hidden;
}
