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

/** The first signature has no name, school or e-mail identifier. The badge is not shown until its holder
 *  accepts it. */
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
  /** Absent where the service sends no mail. */
  readonly mailer?: Mailer;
};

export interface IssueAward {
  readonly award: Award;
  readonly actor: string;
  /** The entry in a status list. It is drawn here where it is absent or was taken in the meantime. */
  readonly entry: StatusEntry | undefined;
}

export type IssuedAward =
  | { readonly kind: 'issued'; readonly id: CredentialId }
  | { readonly kind: 'failed'; readonly error: DomainError };

/** Signs one award and commits the badge in one piece. Undefined where another process issued it in the
 *  meantime, or where its recipient was erased. */
export async function issueAward(needs: IssueNeeds, command: IssueAward): Promise<IssuedAward | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { kind: 'issued', id: await signAndCommit(needs, command, attempt) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const isOfThisAward = error.code === 'unsafe-credential' || error.code === 'unknown-person';
      // A missing key would stop every award, so the error is thrown.
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

/** Whether the award still exists and is still unsigned. */
async function isOpen({ store }: IssueNeeds, award: Award): Promise<boolean> {
  const all = await store.readAwardsOf([award.recipient]);
  return all.some((one) => one.award.id === award.id && one.credential === undefined);
}
