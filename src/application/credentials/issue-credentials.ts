import type { Award } from '../../domain/award/award-types.ts';
import type { DomainError } from '../../domain/errors.ts';
import type { AwardId, CredentialId } from '../../domain/ids.ts';
import { secondsAfter } from '../../domain/time/time.ts';
import { type RecipientLabel, readLabel } from '../awards/recipient-label.ts';
import type { WaitUntilAfter } from '../ports.ts';
import { drawEntries, type StatusEntry } from './draw-entries.ts';
import { type IssueNeeds, issueAward } from './issue-award.ts';

/** Number of awards claimed at once, small enough to sign them within the lease. */
const CLAIM_SIZE = 25;
/** Seconds after which another process may take over the awards that a killed process had claimed. */
const LEASE_SECONDS = 15;

export type IssueOutcome = { readonly award: Award; readonly label: RecipientLabel } & (
  | { readonly kind: 'issued'; readonly id: CredentialId }
  | { readonly kind: 'failed'; readonly error: DomainError }
);

export interface IssueCredentials {
  readonly actor: string;
  /** The most outcomes; every award by default. */
  readonly limit?: number;
  /** Also waits for the awards that other processes have claimed, and signs those they leave. Only failed
   *  awards are then unsigned. */
  readonly toTheEnd?: boolean;
}

type Needs = IssueNeeds & { readonly waitUntilAfter: WaitUntilAfter };

/** The process that signs, and the awards that failed in it. */
interface Run {
  readonly by: string;
  readonly actor: string;
  readonly failed: Set<AwardId>;
}

/** Signs every unsigned award. Several processes may do so at once. Each credential is one commit of its
 *  identifiers, its index and its signed bytes, so that an interruption leaves nothing incomplete and another
 *  process can continue. */
export const issueCredentials = (needs: Needs) =>
  async function* (command: IssueCredentials): AsyncGenerator<IssueOutcome> {
    const { store, clock, ids } = needs;
    const run: Run = { by: ids.uuid(), actor: command.actor, failed: new Set() };
    let left = command.limit ?? Number.POSITIVE_INFINITY;
    try {
      for (;;) {
        for await (const outcome of issueFree(needs, run, () => left)) {
          yield outcome;
          left -= 1;
          if (left <= 0) return;
        }
        if (!command.toTheEnd || (await store.countUnsignedAwards()) <= run.failed.size) return;
        await needs.waitUntilAfter(clock.now());
      }
    } finally {
      await release(needs, run);
    }
  };

/** One pass through the unclaimed awards. */
async function* issueFree(needs: Needs, run: Run, left: () => number): AsyncGenerator<IssueOutcome> {
  const { store, clock } = needs;
  let after: AwardId | undefined;
  for (;;) {
    const now = clock.now();
    const until = secondsAfter(now, LEASE_SECONDS);
    const lease = { by: run.by, now, until, limit: Math.min(CLAIM_SIZE, left()) };
    const awards = await store.claimUnsignedAwards({ ...lease, ...(after && { after }) });
    if (awards.length === 0) return;
    const entries = [...(await drawEntries(needs, awards.length))];
    for (const award of awards) {
      // The lease has ended, so another process may already have claimed the rest.
      if (clock.now() >= until) break;
      after = award.id;
      const outcome = await issueOne(needs, run, { award, entry: entries.pop() });
      if (outcome) yield outcome;
    }
  }
}

interface Claimed {
  readonly award: Award;
  readonly entry: StatusEntry | undefined;
}

async function issueOne(needs: Needs, run: Run, claimed: Claimed): Promise<IssueOutcome | undefined> {
  const { award } = claimed;
  if (run.failed.has(award.id)) return undefined;
  const signed = await issueAward(needs, { ...claimed, actor: run.actor });
  if (!signed) return undefined;
  if (signed.kind === 'failed') run.failed.add(award.id);
  return { ...signed, award, label: await readLabel(needs.store, award.recipient) };
}

async function release({ store, log }: Needs, { by }: Run): Promise<void> {
  try {
    await store.commit([{ kind: 'award-claims-released', by }]);
  } catch (error) {
    // The lease ends by itself, so this failure is only logged. It must not hide the error that stopped the
    // run.
    log.error('claims-not-released', { reason: error instanceof Error ? error.message : String(error) });
  }
}
