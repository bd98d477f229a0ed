import { audit } from '../../domain/audit/entry.ts';
import { type Award, FIRST_CHOICE } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AwardId, CredentialId } from '../../domain/ids.ts';
import { mapConcurrent } from '../concurrency/async.ts';
import { queueAwardMail, queueAwardMails } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import {
  type CredentialPlan,
  type Recipients,
  readRecipients,
  SIGNED_AT_ONCE,
  type SignedCredential,
  signCredential,
} from './sign.ts';
import type { DrawEntries, StatusEntry } from './status-entries.ts';

/** Attempts to commit a chunk as a whole. After them, its awards are issued one by one. */
const CHUNK_ATTEMPTS = 3;

export interface Chunk {
  readonly awards: readonly Award[];
  readonly actor: string;
  readonly draw: DrawEntries;
}

type ByAward<Value> = ReadonlyMap<AwardId, Value>;

/** Signs some awards and commits their badges together. An award that cannot be signed fails alone. Where the
 *  commit meets a conflict, the awards that are still open are tried again. Only those whose entry was taken
 *  are signed again. An award has no result where another process issued it or its recipient was erased. */
export async function issueChunk(ports: Ports, chunk: Chunk): Promise<ByAward<IssuedAward>> {
  let open = chunk.awards;
  let kept: ByAward<SignedCredential> = new Map();
  for (let attempt = 1; ; attempt += 1) {
    const recipients = await readRecipients(ports.store, open);
    if (attempt > CHUNK_ATTEMPTS) return oneByOne(ports, { ...chunk, awards: open });
    const { signed, failed } = await signAll(ports, { ...chunk, awards: open }, { recipients, kept });
    if (await isCommitted(ports, chunk.actor, { awards: open, signed })) {
      return toOutcomes(ports, { awards: open, signed, failed });
    }
    open = await readStillOpen(ports, open);
    kept = await withoutTaken(ports, signed);
  }
}

interface Known {
  readonly recipients: Recipients;
  /** Credentials that were signed at an earlier attempt. */
  readonly kept: ByAward<SignedCredential>;
}

interface Signatures {
  readonly signed: ByAward<SignedCredential>;
  readonly failed: ByAward<DomainError>;
}

async function signAll(
  ports: Ports,
  { awards, draw }: Chunk,
  { recipients, kept }: Known,
): Promise<Signatures> {
  const signed = new Map(kept);
  const failed = new Map<AwardId, DomainError>();
  const unsigned = awards.filter(({ id }) => !kept.has(id));
  const entries = unsigned.length > 0 ? await draw(unsigned.length) : [];
  await mapConcurrent(unsigned, SIGNED_AT_ONCE, async (award, at) => {
    try {
      const plan = toFirstPlan(ports, award, entries[at] as StatusEntry);
      signed.set(award.id, await signCredential(ports, plan, recipients));
    } catch (error) {
      if (!isOfThisAward(error)) throw error;
      failed.set(award.id, error);
    }
  });
  return { signed, failed };
}

interface Signed {
  readonly awards: readonly Award[];
  readonly signed: ByAward<SignedCredential>;
}

/** Commits. False if a conflict refused the whole commit. */
async function isCommitted(ports: Ports, actor: string, { awards, signed }: Signed): Promise<boolean> {
  const badges = awards.flatMap((award) => {
    const badge = signed.get(award.id);
    return badge ? [{ award, ...badge }] : [];
  });
  const notices = badges.map(({ award, credential }) => ({ award, subjectIds: [credential.id] as const }));
  const at = ports.clock.now();
  try {
    await ports.store.commit([
      ...badges.map(({ credential, digests }) => ({
        kind: 'credential-issued' as const,
        credential,
        digests,
      })),
      ...(await queueAwardMails(ports, notices)),
      ...badges.map(({ credential }) => audit('credential-issued', { at, actor, subject: credential.id })),
    ]);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'store-conflict') return false;
    throw error;
  }
}

async function toOutcomes(
  ports: Ports,
  { awards, signed, failed }: Signed & Signatures,
): Promise<ByAward<IssuedAward>> {
  const refused = awards.filter(({ id }) => failed.has(id));
  const open = new Set((await readStillOpen(ports, refused)).map(({ id }) => id));
  return new Map(
    awards.flatMap(({ id }): [AwardId, IssuedAward][] => {
      const [badge, error] = [signed.get(id), failed.get(id)];
      if (badge) return [[id, { kind: 'issued', id: badge.credential.id }]];
      return error && open.has(id) ? [[id, { kind: 'failed', error }]] : [];
    }),
  );
}

/** The credentials whose entry is still free. */
async function withoutTaken(
  { store }: Ports,
  signed: ByAward<SignedCredential>,
): Promise<ByAward<SignedCredential>> {
  const lists = Map.groupBy(signed.values(), ({ credential }) => credential.statusListId);
  const taken = new Set<string>();
  for (const [listId, credentials] of lists) {
    const indexes = credentials.map(({ credential }) => credential.statusIndex);
    for (const index of await store.readTakenIndexes(listId, indexes)) taken.add(`${listId} ${index}`);
  }
  return new Map(
    [...signed].filter(
      ([, { credential }]) => !taken.has(`${credential.statusListId} ${credential.statusIndex}`),
    ),
  );
}

async function oneByOne(ports: Ports, { awards, ...common }: Chunk): Promise<ByAward<IssuedAward>> {
  const outcomes = new Map<AwardId, IssuedAward>();
  for (const award of awards) {
    const outcome = await issueAward(ports, { ...common, award });
    if (outcome) outcomes.set(award.id, outcome);
  }
  return outcomes;
}

const AWARD_ATTEMPTS = 5;

interface IssueAward {
  readonly award: Award;
  readonly actor: string;
  readonly draw: DrawEntries;
}

export type IssuedAward =
  | { readonly kind: 'issued'; readonly id: CredentialId }
  | { readonly kind: 'failed'; readonly error: DomainError };

/** Signs one award and commits the badge. Undefined if another process issued it in the meantime, or where
 *  its recipient was erased. */
async function issueAward(ports: Ports, command: IssueAward): Promise<IssuedAward | undefined> {
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
      if (attempt === AWARD_ATTEMPTS) throw error;
    }
  }
}

/** Whether the error concerns only this award. A missing key, for example, would stop every award. */
function isOfThisAward(error: unknown): error is DomainError {
  return (
    error instanceof DomainError && (error.code === 'unsafe-credential' || error.code === 'unknown-person')
  );
}

/** The first signature of an award, under a new id. */
function toFirstPlan({ clock, ids }: Ports, award: Award, entry: StatusEntry): CredentialPlan {
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
async function readStillOpen({ store }: Ports, awards: readonly Award[]): Promise<readonly Award[]> {
  const all = await store.readAwardsOf(awards.map(({ recipient }) => recipient));
  const open = new Set(all.filter((one) => one.credential === undefined).map((one) => one.award.id));
  return awards.filter(({ id }) => open.has(id));
}
