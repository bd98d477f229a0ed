import type { Award, HolderChoice } from '../domain/award-types.ts';
import { DomainError } from '../domain/errors.ts';
import type { AwardId, CredentialId } from '../domain/ids.ts';
import type { Clock, Ids, StatusList } from './ports.ts';
import { type RecipientLabel, readLabel } from './recipient-label.ts';
import { type SigningNeeds, signCredential } from './sign-credential.ts';

/** The least the Bitstring Status List recommendation allows: 131,072 entries, so that one index hides in a herd. */
const STATUS_LIST_SIZE = 131_072;
const PAGE_SIZE = 50;
const ATTEMPTS = 5;

/** Signed with neither name nor school; nobody sees it until its holder accepts. */
const FIRST_CHOICE: HolderChoice = {
  acceptance: 'private',
  visibility: 'unlisted',
  hidden: false,
  name: 'none',
  showSchools: false,
};

export type IssueOutcome = { readonly award: Award; readonly label: RecipientLabel } & (
  | { readonly kind: 'issued'; readonly id: CredentialId }
  | { readonly kind: 'failed'; readonly error: DomainError }
);

export interface IssueCredentials {
  readonly actor: string;
  /** Stop after so many outcomes; every award where absent. */
  readonly limit?: number;
}

type Signed =
  | { readonly kind: 'issued'; readonly id: CredentialId }
  | { readonly kind: 'failed'; readonly error: DomainError };
type Needs = SigningNeeds & { readonly clock: Clock; readonly ids: Ids };

/** Signs every award that nobody signed yet. Each credential is one commit that holds its identifiers, its index and
 *  its signed bytes together: killed anywhere, nothing half-made remains, and the next run goes on. */
export const issueCredentials = (needs: Needs) =>
  async function* (command: IssueCredentials): AsyncGenerator<IssueOutcome> {
    let after: AwardId | undefined;
    let left = command.limit ?? Number.POSITIVE_INFINITY;
    for (;;) {
      const awards = await needs.store.readUnsignedAwards({ limit: PAGE_SIZE, ...(after && { after }) });
      for (const award of awards) {
        if (left <= 0) return;
        const outcome = await issueOne(needs, award, command.actor);
        if (!outcome) continue;
        left -= 1;
        yield { ...outcome, award, label: await readLabel(needs.store, award.recipient) };
      }
      if (awards.length < PAGE_SIZE) return;
      after = awards.at(-1)?.id;
    }
  };

/** Undefined where another process issued it in the meantime. */
async function issueOne(needs: Needs, award: Award, actor: string): Promise<Signed | undefined> {
  const { store, clock, ids } = needs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const list = await openStatusList(needs);
      const credential = await signCredential(needs, {
        award,
        id: ids.credentialId(),
        revision: 1,
        validFrom: clock.now(),
        statusListId: list.id,
        // Random, so that neighbours in the list say nothing of each other; taken twice, the commit is refused.
        statusIndex: ids.integer(list.size),
        subjectId: `urn:uuid:${ids.uuid()}`,
        salt: ids.salt(),
        choice: FIRST_CHOICE,
      });
      await store.commit([
        { kind: 'credential-issued', credential },
        {
          kind: 'audited',
          entry: { at: clock.now(), actor, action: 'credential-issued', subject: credential.id },
        },
      ]);
      return { kind: 'issued', id: credential.id };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // This award cannot be signed, others can; a missing key stops them all.
      if (error.code === 'unsafe-credential') return { kind: 'failed', error };
      if (error.code !== 'store-conflict') throw error;
      if (await isSigned(needs, award)) return undefined;
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function isSigned({ store }: Needs, award: Award): Promise<boolean> {
  const all = await store.readAwardsOf([award.recipient]);
  return all.some((one) => one.award.id === award.id && one.credential !== undefined);
}

async function openStatusList({ store, clock, ids }: Needs): Promise<StatusList> {
  const open = await store.readOpenStatusList();
  if (open) return open;
  const id = ids.credentialId();
  await store.commit([{ kind: 'status-list-opened', id, size: STATUS_LIST_SIZE, at: clock.now() }]);
  return { id, size: STATUS_LIST_SIZE, revision: 0 };
}
