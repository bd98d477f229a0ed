import { audit } from '../../domain/audit.ts';
import type { Award } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AwardId } from '../../domain/ids.ts';
import { inFlight } from '../in-flight.ts';
import { queueAwardMails } from '../mail/queue-award-mail.ts';
import type { Ports } from '../service-ports.ts';
import type { DrawEntries, StatusEntry } from './draw-entries.ts';
import { type IssuedAward, isOfThisAward, issueAward, readStillOpen, toFirstPlan } from './issue-award.ts';
import { type Recipients, readRecipients } from './read-recipients.ts';
import { type SignedCredential, signCredential } from './sign-credential.ts';
import { SIGNED_AT_ONCE } from './signed-at-once.ts';

/** Attempts to commit a chunk as a whole. After them, its awards are issued one by one. */
const ATTEMPTS = 3;

export interface Chunk {
  readonly awards: readonly Award[];
  readonly actor: string;
  readonly draw: DrawEntries;
}

type ByAward<Value> = ReadonlyMap<AwardId, Value>;

/** The result of each award. An award has none where another process issued it or its recipient was
 *  erased. */
export interface IssuedChunk {
  readonly recipients: Recipients;
  readonly outcomes: ByAward<IssuedAward>;
}

/** Signs some awards and commits their badges together. An award that cannot be signed fails alone. Where the
 *  commit meets a conflict, the awards that are still open are tried again. Only those whose entry was taken
 *  are signed again. */
export async function issueChunk(ports: Ports, chunk: Chunk): Promise<IssuedChunk> {
  let open = chunk.awards;
  let kept: ByAward<SignedCredential> = new Map();
  for (let attempt = 1; ; attempt += 1) {
    const recipients = await readRecipients(ports.store, open);
    if (attempt > ATTEMPTS)
      return { recipients, outcomes: await oneByOne(ports, { ...chunk, awards: open }) };
    const { signed, failed } = await signAll(ports, { ...chunk, awards: open }, { recipients, kept });
    if (await isCommitted(ports, chunk.actor, { awards: open, signed })) {
      return { recipients, outcomes: await toOutcomes(ports, { awards: open, signed, failed }) };
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
  await inFlight(unsigned, SIGNED_AT_ONCE, async (award, at) => {
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

/** Commits. False where a conflict refused the whole commit. */
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
