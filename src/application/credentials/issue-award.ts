import { audit } from '../../domain/audit.ts';
import type { Award, HolderChoice } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Mailer } from '../mail/mailer.ts';
import { queueAwardMail } from '../mail/queue-award-mail.ts';
import type { Clock, Ids, Log } from '../ports.ts';
import { drawEntries, type StatusEntry } from './draw-entries.ts';
import { type SigningNeeds, signCredential } from './sign-credential.ts';

const ATTEMPTS = 5;

/** Signed with neither name, school nor e-mail identifier; nobody sees it until its holder accepts. */
const FIRST_CHOICE: HolderChoice = {
  acceptance: 'private',
  visibility: 'unlisted',
  hidden: false,
  name: 'none',
  showSchools: false,
  emailIdentifier: false,
};

export type IssueNeeds = SigningNeeds & {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Absent: nobody is written to. */
  readonly mailer?: Mailer;
};

export interface IssueAward {
  readonly award: Award;
  readonly actor: string;
  /** Where its status will stand; drawn here where absent, or taken in the meantime. */
  readonly entry: StatusEntry | undefined;
}

export type IssuedAward =
  | { readonly kind: 'issued'; readonly id: CredentialId }
  | { readonly kind: 'failed'; readonly error: DomainError };

/** Signs one award and commits it whole. Undefined where another process issued it in the meantime, or where it went
 *  with the person that it was for. */
export async function issueAward(needs: IssueNeeds, command: IssueAward): Promise<IssuedAward | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { kind: 'issued', id: await signAndCommit(needs, command, attempt) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const isOfThisAward = error.code === 'unsafe-credential' || error.code === 'unknown-person';
      // A missing key stops them all.
      if (!isOfThisAward && error.code !== 'store-conflict') throw error;
      if (!(await isOpen(needs, command.award))) return undefined;
      if (isOfThisAward) return { kind: 'failed', error };
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function signAndCommit(
  needs: IssueNeeds,
  { award, actor, entry: drawn }: IssueAward,
  attempt: number,
): Promise<CredentialId> {
  const { store, clock, ids } = needs;
  const entry = (attempt === 1 ? drawn : undefined) ?? (await drawEntries(needs, 1))[0];
  if (!entry) throw new DomainError('store-conflict', { constraint: 'status_index' });
  const credential = await signCredential(needs, {
    award,
    id: ids.credentialId(),
    revision: 1,
    validFrom: clock.now(),
    statusListId: entry.listId,
    statusIndex: entry.index,
    subjectId: `urn:uuid:${ids.uuid()}`,
    salt: ids.salt(),
    choice: FIRST_CHOICE,
  });
  await store.commit([
    { kind: 'credential-issued', credential },
    ...(await queueAwardMail(needs, award, [credential.id])),
    audit('credential-issued', { at: clock.now(), actor, subject: credential.id }),
  ]);
  return credential.id;
}

/** Is the award still there, and still unsigned? */
async function isOpen({ store }: IssueNeeds, award: Award): Promise<boolean> {
  const all = await store.readAwardsOf([award.recipient]);
  return all.some((one) => one.award.id === award.id && one.credential === undefined);
}
