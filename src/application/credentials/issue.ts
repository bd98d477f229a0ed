import type { Award } from '../../domain/award/types.ts';
import type { AwardId } from '../../domain/ids.ts';
import { type RecipientLabel, readLabels } from '../awards/recipient.ts';
import type { Ports } from '../service-ports.ts';
import { type IssuedAward, issueChunk } from './issue-chunk.ts';
import { type DrawEntries, makeEntryDrawer } from './status-entries.ts';

/** Number of awards claimed and committed together: few enough to sign them within the lease, and to block
 *  the database for only some hundredths of a second. */
const CHUNK_SIZE = 100;

export type IssueOutcome = { readonly award: Award; readonly label: RecipientLabel } & IssuedAward;

export interface IssueCredentials {
  readonly actor: string;
  /** The most outcomes; by default there is no limit. */
  readonly limit?: number;
  /** True to wait also for the awards that other processes have claimed, and to sign those that they leave
   *  unsigned. Only failed awards are unsigned at the end. */
  readonly toTheEnd?: boolean;
  /** Ends the run after the chunk that is being signed. */
  readonly stop?: AbortSignal | undefined;
}

/** One run of a process that signs. */
interface Run extends Pick<IssueCredentials, 'actor' | 'stop'> {
  readonly by: string;
  readonly draw: DrawEntries;
  /** The awards that could not be signed in this run. The run does not try them again. */
  readonly failed: Set<AwardId>;
  /** The awards that this run has claimed and may not have signed. */
  readonly held: Set<AwardId>;
}

/** Signs every unsigned award. Several processes may do so at once. A chunk of credentials is one commit of
 *  their identifiers, their indexes and their signed bytes, so that an interruption leaves nothing incomplete
 *  and another process can continue. */
export const issueCredentials = (ports: Ports) =>
  async function* ({ actor, limit, toTheEnd, stop }: IssueCredentials): AsyncGenerator<IssueOutcome> {
    const { store, clock, ids } = ports;
    const run: Run = {
      by: ids.uuid(),
      actor,
      stop,
      draw: makeEntryDrawer(ports),
      failed: new Set(),
      held: new Set(),
    };
    let left = limit ?? Number.POSITIVE_INFINITY;
    try {
      for (;;) {
        for await (const outcome of issueFree(ports, run, () => left)) {
          left -= 1;
          yield outcome;
        }
        if (left <= 0 || !toTheEnd || stop?.aborted) return;
        if ((await store.countUnsignedAwards()) <= run.failed.size) return;
        await ports.waitUntilAfter(clock.now());
      }
    } finally {
      await release(ports, run);
    }
  };

/** One pass through the awards that no one holds. */
async function* issueFree(ports: Ports, run: Run, left: () => number): AsyncGenerator<IssueOutcome> {
  const { store, leases } = ports;
  const { by, failed } = run;
  const ended = await leases.findEnded('award');
  let after: AwardId | undefined;
  while (left() > 0 && !run.stop?.aborted) {
    const limit = Math.min(CHUNK_SIZE, left());
    const claimed = await store.leaseUnsignedAwards({ by, ended, limit, ...(after && { after }) });
    if (claimed.length === 0) return;
    after = claimed.at(-1)?.id;
    for (const { id } of claimed) run.held.add(id);
    const awards = claimed.filter(({ id }) => !failed.has(id));
    const outcomes = await issueChunk(ports, { ...run, awards });
    const results = awards.map((award) => ({ award, outcome: outcomes.get(award.id) }));
    for (const { award, outcome } of results) {
      if (outcome?.kind === 'failed') failed.add(award.id);
      else run.held.delete(award.id);
    }
    const labelOf = await readLabels(
      store,
      awards.map(({ recipient }) => recipient),
    );
    for (const { award, outcome } of results) {
      if (outcome) yield { ...outcome, award, label: labelOf(award.recipient) };
    }
  }
}

async function release({ store, log }: Ports, { by, held }: Run): Promise<void> {
  if (held.size === 0) return;
  try {
    await store.releaseLeases('award', by);
  } catch (error) {
    // Another process takes the awards over after the lease, so this failure is only logged. It must not hide
    // the error that stopped the run.
    log.error('claims-not-released', { reason: error instanceof Error ? error.message : String(error) });
  }
}
