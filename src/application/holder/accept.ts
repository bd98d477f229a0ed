import { audit } from '../../domain/audit/entry.ts';
import type { HolderChoice, IssuedCredential } from '../../domain/award/types.ts';
import { DomainError, type DomainErrorCode, isSigningAway } from '../../domain/errors.ts';
import {
  accept,
  changesBadge,
  requireConfirmedSchools,
  type StatedChoice,
} from '../../domain/holder/actions.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { inspectSigned } from '../reissue/outdated-credentials.ts';
import { reissue } from '../reissue/sign.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

export interface AcceptCredential extends StatedChoice {
  readonly id: CredentialId;
  /** True to refuse a badge that is already accepted, so that a form sent twice cannot undo a later choice. */
  readonly onlyNew?: boolean;
  readonly actor: string;
}

/** Records the holder's acceptance and choices; choices not given stay as they were. A choice that changes
 *  the body re-issues it under the same id and status index, with a later `validFrom` and the same
 *  `awardedDate` (Open Badges 3.0, "Credential equality and comparison"). A revoked badge is never signed again
 *  by it. Throws `unknown-credential`, `credential-declined`, `credential-erased`, `already-suspended`,
 *  `already-revoked`, `schools-unconfirmed`; with `onlyNew` also `credential-accepted`. */
const acceptCredential =
  (ports: Ports) =>
  (command: AcceptCredential): Promise<IssuedCredential> =>
    retryOnConflict(async () => {
      const { award, credential } = await readIssued(ports, command.id);
      if (credential.erasedAt) throw new DomainError('credential-erased', { id: credential.id });
      if (command.onlyNew && credential.choice.acceptance === 'accepted') {
        throw new DomainError('credential-accepted');
      }
      requireAnswerable(credential);
      const choice = accept(credential, command);
      if (award.recipient.kind === 'person') requireConfirmedSchools(credential.choice, choice, command);
      const audited = accepted(ports, command, choice);
      if (credential.revocation || !(await mustBeSigned(ports, { award, credential }, choice))) {
        await ports.store.commit([
          { kind: 'holder-chose', credentialId: credential.id, choice, asRead: credential },
          audited,
        ]);
        return { ...credential, choice };
      }
      const change = await reissue(ports, { award, credential: { ...credential, choice } });
      await ports.store.commit([{ ...change, asRead: credential }, audited]);
      return change.credential;
    });

/** Throws for a badge that was suspended before its holder answered. It waits for the end of the
 *  suspension. */
function requireAnswerable({ choice, suspension }: IssuedCredential): void {
  if (suspension && choice.acceptance === 'private') {
    throw new DomainError('already-suspended', { at: suspension.at });
  }
}

function accepted({ clock }: Ports, { id, actor }: AcceptCredential, choice: HolderChoice) {
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

async function readIssued({ store }: Ports, id: CredentialId): Promise<Required<AwardWithCredential>> {
  const found = await store.readCredential(id);
  if (!found?.credential) throw new DomainError('unknown-credential', { id });
  return { award: found.award, credential: found.credential };
}

/** Whether the badge must be signed again: the choice changes what it says, or it no longer agrees with the
 *  records. A school's badge always names the school. */
async function mustBeSigned(
  ports: Ports,
  issued: Required<AwardWithCredential>,
  choice: HolderChoice,
): Promise<boolean> {
  const isOfPerson = issued.award.recipient.kind === 'person';
  if (isOfPerson && changesBadge(issued.credential.choice, choice)) return true;
  return (await inspectSigned(ports, issued)).kind === 'misstated';
}

export interface AcceptNewBadges extends StatedChoice {
  readonly ids: readonly CredentialId[];
  readonly actor: string;
}

/** The result for one badge: it was accepted, or the reason why not. */
export interface BadgeAnswer {
  readonly id: CredentialId;
  readonly refused?: DomainErrorCode;
}

/** Accepts several new badges with one choice, one by one: a badge that was answered in the meantime or
 *  cannot be signed does not stop the others. Sending the form again changes nothing. A failure of the
 *  service is thrown after every badge was tried. */
const acceptNewBadges =
  (ports: Ports) =>
  async ({ ids, ...said }: AcceptNewBadges): Promise<readonly BadgeAnswer[]> => {
    const answers: BadgeAnswer[] = [];
    const failures: unknown[] = [];
    for (const id of new Set(ids)) {
      try {
        await acceptCredential(ports)({ ...said, id, onlyNew: true });
        answers.push({ id });
      } catch (error) {
        if (error instanceof DomainError && !isSigningAway(error)) answers.push({ id, refused: error.code });
        else failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return answers;
  };

const PAGE_SIZE = 50;

/** Errors which mean that the credential was changed after it was read, so that it does not wait any more. */
const SETTLED_MEANWHILE: readonly DomainErrorCode[] = [
  'store-conflict',
  'credential-declined',
  'already-suspended',
  'already-revoked',
  'credential-erased',
  'unknown-credential',
];

/** Accepts every credential that waits and is not revoked, with the choices that the holders made outside the service. A
 *  credential that is accepted or declined at the same moment is skipped. */
const acceptAll = (ports: Ports) =>
  async function* (
    choice: Omit<AcceptCredential, 'id'> & { readonly limit?: number },
  ): AsyncGenerator<IssuedCredential> {
    let after: CredentialId | undefined;
    let left = choice.limit ?? Number.POSITIVE_INFINITY;
    for (;;) {
      const waiting = await ports.store.readCredentials({
        acceptance: 'private',
        limit: PAGE_SIZE,
        ...(after && { after }),
      });
      for (const { credential } of waiting) {
        if (!credential || credential.erasedAt || credential.revocation) continue;
        if (left <= 0) return;
        const accepted = await acceptOrPass(ports, { ...choice, id: credential.id });
        if (!accepted) continue;
        left -= 1;
        yield accepted;
      }
      if (waiting.length < PAGE_SIZE) return;
      after = waiting.at(-1)?.credential?.id;
    }
  };

async function acceptOrPass(ports: Ports, command: AcceptCredential): Promise<IssuedCredential | undefined> {
  try {
    return await acceptCredential(ports)(command);
  } catch (error) {
    if (error instanceof DomainError && SETTLED_MEANWHILE.includes(error.code)) return undefined;
    throw error;
  }
}

export const acceptanceServices = useCases({ acceptCredential, acceptNewBadges, acceptAll });
