import { audit } from '../../domain/audit.ts';
import type { Award, HolderChoice } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { queueAwardMail } from '../mail/queue-award-mail.ts';
import type { Ports } from '../service-ports.ts';
import type { DrawEntries, StatusEntry } from './draw-entries.ts';
import { type CredentialPlan, signCredential } from './sign-credential.ts';

const ATTEMPTS = 5;

/** The first signature has no name, school or e-mail identifier. The badge is not shown until its holder
 *  accepts it. */
const FIRST_CHOICE: HolderChoice = {
  acceptance: 'private',
  visibility: 'unlisted',
  hidden: false,
  name: 'none',
  form: 'inclusive',
  showSchools: false,
  emailIdentifier: false,
  words: 'fitting',
};

interface IssueAward {
  readonly award: Award;
  readonly actor: string;
  readonly draw: DrawEntries;
}

export type IssuedAward =
  | { readonly kind: 'issued'; readonly id: CredentialId }
  | { readonly kind: 'failed'; readonly error: DomainError };

/** Signs one award and commits the badge. Undefined where another process issued it in the meantime, or where
 *  its recipient was erased. */
export async function issueAward(ports: Ports, command: IssueAward): Promise<IssuedAward | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { kind: 'issued', id: await signAndCommit(ports, command) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const isConflict = error.code === 'store-conflict';
      if (!isConflict && !isOfThisAward(error)) throw error;
      const [open] = await readStillOpen(ports, [command.award]);
      if (!open) return undefined;
      if (!isConflict) return { kind: 'failed', error };
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** Whether the error concerns only this award. A missing key, for example, would stop every award. */
export function isOfThisAward(error: unknown): error is DomainError {
  return (
    error instanceof DomainError && (error.code === 'unsafe-credential' || error.code === 'unknown-person')
  );
}

/** The first signature of an award, under a new id. */
export function toFirstPlan({ clock, ids }: Ports, award: Award, entry: StatusEntry): CredentialPlan {
  return {
    award,
    id: ids.credentialId(),
    revision: 1,
    validFrom: clock.now(),
    statusListId: entry.listId,
    statusIndex: entry.index,
    subjectId: `urn:uuid:${ids.uuid()}`,
    salt: ids.salt(),
    choice: FIRST_CHOICE,
  };
}

async function signAndCommit(ports: Ports, { award, actor, draw }: IssueAward): Promise<CredentialId> {
  const { store, clock } = ports;
  const [entry] = await draw(1);
  const signed = await signCredential(ports, toFirstPlan(ports, award, entry as StatusEntry));
  const { id } = signed.credential;
  await store.commit([
    { kind: 'credential-issued', ...signed },
    ...(await queueAwardMail(ports, award, [id])),
    audit('credential-issued', { at: clock.now(), actor, subject: id }),
  ]);
  return id;
}

/** Those awards that still exist and are still unsigned. */
export async function readStillOpen({ store }: Ports, awards: readonly Award[]): Promise<readonly Award[]> {
  const all = await store.readAwardsOf(awards.map(({ recipient }) => recipient));
  const open = new Set(all.filter((one) => one.credential === undefined).map((one) => one.award.id));
  return awards.filter(({ id }) => open.has(id));
}
