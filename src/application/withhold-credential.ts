import type { HolderChoice } from '../domain/award/award-types.ts';
import { DomainError } from '../domain/errors.ts';
import type { CredentialId } from '../domain/ids.ts';
import type { Clock, Store } from './ports.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
}

interface HolderActs {
  readonly id: CredentialId;
  readonly actor: string;
}

/** The holder wants none of it, for good: its address goes on answering that nothing is there. Throws
 *  `unknown-credential`, `credential-erased`. */
export const declineCredential = (needs: Needs) => (command: HolderActs) =>
  choose(needs, command, {
    action: 'credential-declined',
    toChoice: (before) => ({ ...before, acceptance: 'declined' }),
  });

/** Takes an accepted badge out of sight until it is shown again. Throws `unknown-credential`, `credential-erased`,
 *  `credential-not-accepted`. */
export const hideCredential = (needs: Needs) => (command: HolderActs) =>
  choose(needs, command, {
    action: 'credential-hidden',
    toChoice: (before) => ({ ...checkAccepted(before), hidden: true }),
  });

/** Shows a hidden badge again, as it was chosen before. Throws as `hideCredential` does. */
export const showCredential = (needs: Needs) => (command: HolderActs) =>
  choose(needs, command, {
    action: 'credential-shown',
    toChoice: (before) => ({ ...checkAccepted(before), hidden: false }),
  });

interface Act {
  readonly action: string;
  readonly toChoice: (before: HolderChoice) => HolderChoice;
}

async function choose({ store, clock }: Needs, { id, actor }: HolderActs, { action, toChoice }: Act) {
  const found = await store.readCredential(id);
  if (!found?.credential) throw new DomainError('unknown-credential', { id });
  const { credential } = found;
  if (credential.erasedAt) throw new DomainError('credential-erased', { id });
  await store.commit([
    { kind: 'holder-chose', credentialId: id, choice: toChoice(credential.choice) },
    { kind: 'audited', entry: { at: clock.now(), actor, action, subject: id } },
  ]);
}

function checkAccepted(choice: HolderChoice): HolderChoice {
  if (choice.acceptance !== 'accepted') throw new DomainError('credential-not-accepted');
  return choice;
}
