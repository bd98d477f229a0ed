import { audit } from '../../domain/audit.ts';
import type { HolderChoice, IssuedCredential } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import { accept, type SaidChoice, saysOtherwise } from '../../domain/holder/holder-acts.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { inspectSigned } from '../corrections/inspect-signed.ts';
import { type SigningNeeds, signCredential } from '../credentials/sign-credential.ts';
import type { Clock, WaitUntilAfter } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { onceMore } from '../store/once-more.ts';

export interface AcceptCredential extends SaidChoice {
  readonly id: CredentialId;
  /** True to refuse a badge that is already accepted, so that a form sent twice cannot undo a later choice. */
  readonly onlyNew?: boolean;
  readonly actor: string;
}

type Needs = SigningNeeds & { readonly clock: Clock; readonly waitUntilAfter: WaitUntilAfter };

/** Records the holder's acceptance and choices; choices not given stay as they were. A choice that changes
 *  the body re-issues it under the same id and status index, with a later `validFrom` and the same
 *  `awardedDate` (Open Badges 3.0, "Credential equality and comparison"). A revoked badge is never signed again
 *  by it. Throws `unknown-credential`, `credential-declined`, `credential-erased`, `already-suspended`,
 *  `already-revoked`; with `onlyNew` also `credential-accepted`. */
export const acceptCredential =
  (needs: Needs) =>
  (command: AcceptCredential): Promise<IssuedCredential> =>
    onceMore(async () => {
      const { award, credential } = await readIssued(needs, command.id);
      if (credential.erasedAt) throw new DomainError('credential-erased', { id: credential.id });
      if (command.onlyNew && credential.choice.acceptance === 'accepted') {
        throw new DomainError('credential-accepted');
      }
      requireAnswerable(credential);
      const choice = accept(credential, command);
      const audited = accepted(needs, command, choice);
      if (credential.revocation || !(await mustBeSigned(needs, { award, credential }, choice))) {
        await needs.store.commit([
          { kind: 'holder-chose', credentialId: credential.id, choice, asRead: credential },
          audited,
        ]);
        return { ...credential, choice };
      }
      // The version with the newest `validFrom` is the current one, and a VC-JWT has only whole seconds.
      // Within the second of the last signature, a later `validFrom` would lie in the future, and the badge
      // would not be valid yet.
      const validFrom = await needs.waitUntilAfter(credential.validFrom);
      const { credential: signed, digests } = await signCredential(needs, {
        ...credential,
        award,
        choice,
        revision: credential.revision + 1,
        validFrom,
      });
      const { suspension } = credential;
      const reissued = { ...signed, ...(suspension && { suspension }) };
      await needs.store.commit([
        { kind: 'credential-reissued', credential: reissued, digests, asRead: credential },
        audited,
      ]);
      return reissued;
    });

/** Throws for a badge that was suspended before its holder answered. It waits for the end of the
 *  suspension. */
function requireAnswerable({ choice, suspension }: IssuedCredential): void {
  if (suspension && choice.acceptance === 'private') {
    throw new DomainError('already-suspended', { at: suspension.at });
  }
}

function accepted({ clock }: Needs, { id, actor }: AcceptCredential, choice: HolderChoice) {
  return audit('credential-accepted', {
    at: clock.now(),
    actor,
    subject: id,
    details: {
      visibility: choice.visibility,
      ...(choice.hidden && { hidden: true }),
      name: choice.name,
      form: choice.form,
      schools: choice.showSchools,
      email: choice.emailIdentifier,
      words: choice.words,
    },
  });
}

async function readIssued({ store }: Needs, id: CredentialId): Promise<Required<AwardWithCredential>> {
  const found = await store.readCredential(id);
  if (!found?.credential) throw new DomainError('unknown-credential', { id });
  return { award: found.award, credential: found.credential };
}

/** Whether the badge must be signed again: the choice changes what it says, or it no longer agrees with the
 *  records. A school's badge always names the school. */
async function mustBeSigned(
  needs: Needs,
  issued: Required<AwardWithCredential>,
  choice: HolderChoice,
): Promise<boolean> {
  const isOfPerson = issued.award.recipient.kind === 'person';
  if (isOfPerson && saysOtherwise(issued.credential.choice, choice)) return true;
  return (await inspectSigned(needs, issued)).kind === 'misstated';
}
