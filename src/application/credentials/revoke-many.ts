import { canonicalJson } from '#open-badges/values';
import type { IssuedCredential, Recipient } from '../../domain/award/types.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseCredentialId } from '../../domain/ids.ts';
import type { Job, JobCommand } from '../../domain/job/types.ts';
import { scopeOf } from '../awards/evaluate-recipients.ts';
import { draftGrants } from '../awards/grant.ts';
import { counted, mayStill, type Step, type TakeStep } from '../jobs/step.ts';
import type { Ports } from '../service-ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';
import { issueCredentials } from './issue.ts';
import { revocationOf } from './revoke.ts';

/** Number of badges revoked in one step and replaced in the next one. */
const STEP_SIZE = 10;
/** Higher than the number of badges replaced in a step, so that every step signs everything that it
 *  granted. */
const SIGNED_A_STEP = 2 * STEP_SIZE;

type RevokeMany = Extract<JobCommand, { kind: 'revoke-many' }>;

/** Revokes a few badges in one commit with the progress (phase 0), then grants their replacements in another
 *  (phase 1) and signs them (phase 2), and so on. An interruption loses nothing and repeats nothing. */
export const revokeMany =
  (ports: Ports): TakeStep =>
  async (job) => {
    const command = job.command as RevokeMany;
    const { phase } = job.progress;
    if (phase === 1) return replaceSome(ports, job, command);
    if (phase === 2) return signSome(ports, job, command);
    if (await mayStill(ports, job.madeBy)) return revokeSome(ports, job, command);
    const counts = { ...job.progress.counts, 'agent-no-more': Math.max(0, job.total - job.done) };
    return { progress: { ...job.progress, counts }, advanced: 0, finished: true, changes: [] };
  };

async function revokeSome(ports: Ports, job: Job, command: RevokeMany): Promise<Step> {
  const { ids } = command;
  const { after, counts } = job.progress;
  const begin = after === undefined ? 0 : ids.indexOf(after) + 1;
  const chunk = ids.slice(begin, begin + STEP_SIZE);
  const outcomes: string[] = [];
  const changes: Change[] = [];
  for (const found of await readChunk(ports, chunk)) {
    const decided = await revokeOne(ports, job, { found, command });
    outcomes.push(decided.outcome);
    changes.push(...decided.changes);
  }
  const isLast = begin + STEP_SIZE >= ids.length;
  const last = chunk.at(-1);
  return {
    progress: {
      phase: command.replacement ? 1 : 0,
      counts: counted(counts, outcomes),
      ...(last !== undefined && { after: last }),
    },
    advanced: chunk.length,
    finished: isLast && !command.replacement,
    changes: onceForEachList(changes),
  };
}

/** Keeps one task for each list, which publishes all bits of the list. */
function onceForEachList(changes: readonly Change[]): readonly Change[] {
  const lists = new Set<string>();
  return changes.filter((change) => {
    if (change.kind !== 'outbox-added' || change.task.kind !== 'publish-status-list') return true;
    const isFirst = !lists.has(change.task.listId);
    lists.add(change.task.listId);
    return isFirst;
  });
}

function readChunk({ store }: Ports, chunk: readonly string[]) {
  return Promise.all(
    chunk.map((one) => {
      const id = parseCredentialId(one);
      return id && store.readCredential(id);
    }),
  );
}

interface One {
  readonly found: AwardWithCredential | undefined;
  readonly command: RevokeMany;
}

async function revokeOne(
  ports: Ports,
  { madeBy }: Job,
  { found, command: { reason } }: One,
): Promise<{ readonly outcome: string; readonly changes: readonly Change[] }> {
  if (!found?.credential) return { outcome: 'unknown-credential', changes: [] };
  const { award, credential } = found;
  if (credential.revocation) return { outcome: 'already-revoked', changes: [] };
  const { changes } = await revocationOf(ports, { award, credential }, { reason, actor: madeBy });
  return { outcome: 'revoked', changes };
}

/** Grants the replacement to the recipients of the badges that were revoked by the step before. */
async function replaceSome(ports: Ports, job: Job, command: RevokeMany): Promise<Step> {
  const { ids, reason } = command;
  const { after = '', counts } = job.progress;
  const begin = Math.floor(ids.indexOf(after) / STEP_SIZE) * STEP_SIZE;
  const outcomes: string[] = [];
  const changes: Change[] = [];
  for (const found of await readChunk(ports, ids.slice(begin, begin + STEP_SIZE))) {
    if (!found || !isRevokedBy(job, reason, found.credential)) continue;
    if (isReplaced(changes, found.award.recipient)) continue;
    const replaced = await replace(ports, job, { recipient: found.award.recipient, command });
    outcomes.push(replaced.outcome);
    changes.push(...replaced.changes);
  }
  const progress = { phase: 2, counts: counted(counts, outcomes), after };
  return { progress, advanced: 0, finished: false, changes };
}

/** Whether this job revoked the badge. A badge that someone else revoked earlier gets no replacement. */
function isRevokedBy({ madeBy }: Job, reason: string, credential: IssuedCredential | undefined): boolean {
  return credential?.revocation?.by === madeBy && credential.revocation.reason === reason;
}

/** Whether this step already grants the replacement to the recipient of two revoked badges. */
function isReplaced(changes: readonly Change[], recipient: Recipient): boolean {
  const key = canonicalJson(recipient);
  return changes.some(
    (change) => change.kind === 'award-granted' && canonicalJson(change.award.recipient) === key,
  );
}

interface Replaced {
  readonly recipient: Recipient;
  readonly command: RevokeMany;
}

async function replace(
  ports: Ports,
  { madeBy }: Job,
  { recipient, command: { replacement } }: Replaced,
): Promise<{ readonly outcome: string; readonly changes: readonly Change[] }> {
  const achievement = replacement?.achievement ?? '';
  const scope = { ...scopeOf(recipient), achievement };
  const reason = replacement?.reason;
  try {
    const changes = await draftGrants(ports)({ scope, actor: madeBy, ...(reason && { reason }) });
    return { outcome: 'replaced', changes };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: error.code === 'award-exists' ? 'replaced' : error.code, changes: [] };
  }
}

async function signSome(ports: Ports, job: Job, { ids }: RevokeMany): Promise<Step> {
  const outcomes: string[] = [];
  for await (const outcome of issueCredentials(ports)({ actor: job.madeBy, limit: SIGNED_A_STEP })) {
    outcomes.push(outcome.kind === 'issued' ? 'issued' : outcome.error.code);
  }
  const { after, counts } = job.progress;
  const isAllSigned = outcomes.filter((one) => one === 'issued').length < SIGNED_A_STEP;
  return {
    progress: {
      phase: isAllSigned ? 0 : 2,
      counts: counted(counts, outcomes),
      ...(after !== undefined && { after }),
    },
    advanced: 0,
    finished: isAllSigned && after === ids.at(-1),
    changes: [],
  };
}
