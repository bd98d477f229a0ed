import {
  type AuthorisedKey,
  didOf,
  findSigningKey,
  type KeySearch,
  listedIds,
  resolveController,
} from '#open-badges/keys';
import {
  type CheckedNote,
  type Checkpoint,
  isSameHash,
  leafHash,
  parseLogProof,
  rootOfInclusion,
} from '#open-badges/transparency-log';
import type { LoggedVerdict } from '../../domain/badge-log/logged-verdict.ts';
import { parseLogEntry } from '../../issuing/log-entry.ts';
import { digestOfFile } from './digests.ts';

/** The longest time between a signature and its entry in the log that is not reported as late. The log is
 *  signed every minute while the service runs, but a delay of one day is harmless. */
const TIMEOUT_SECONDS = 2 * 86_400;

interface Question {
  /** The badge as a JSON text or a compact JWS. */
  readonly badge: string;
  /** The text of its `.tlog-proof`. */
  readonly proof: string;
  /** Checks the signature of the checkpoint inside the proof. */
  readonly check: (note: string) => Promise<CheckedNote | undefined>;
  /** The keys that signed the log that was followed. Only their word proves an entry: a service that was taken
   *  over may publish further keys. */
  readonly signers: readonly string[];
  /** The daily checkpoints, already checked, in any order. */
  readonly days: readonly CheckedNote[];
  /** Whether a checkpoint belongs to the same history as the log that was followed. */
  readonly isSameHistory: (checkpoint: Checkpoint) => Promise<boolean>;
  /** The instant of signing stated by the badge's proof, in seconds since 1970. */
  readonly signedAtSeconds: number;
}

/** Whether the log contains a badge, and since when: the earliest checkpoint that covers its entry shows by
 *  which time it was there. */
export async function checkLoggedBadge(question: Question): Promise<LoggedVerdict> {
  const proof = parseLogProof(question.proof);
  if (!proof) return { kind: 'not-proved', reason: 'proof' };
  const checked = await question.check(proof.checkpoint);
  if (!checked || !question.signers.includes(checked.signer))
    return { kind: 'not-proved', reason: 'checkpoint' };
  const entry = parseLogEntry(new TextDecoder().decode(proof.extra));
  const digest = await digestOfFile(question.badge);
  if (!entry || (entry.document !== digest && entry.jws !== digest))
    return { kind: 'not-proved', reason: 'other-badge' };
  const { size, root } = checked.checkpoint;
  const { index, path } = proof;
  const found = rootOfInclusion({ leaf: leafHash(proof.extra), index, size, path });
  if (!found || !isSameHash(found, root)) return { kind: 'not-proved', reason: 'root' };
  const views = [checked, ...question.days].filter(({ checkpoint }) => checkpoint.size > index);
  for (const { checkpoint } of views) {
    if (!(await question.isSameHistory(checkpoint))) return { kind: 'not-proved', reason: 'split-view' };
  }
  const times = views.flatMap(({ signedAtSeconds }) => signedAtSeconds ?? []);
  if (times.length === 0) return { kind: 'logged', index, by: undefined };
  const by = Math.min(...times);
  return { kind: by > question.signedAtSeconds + TIMEOUT_SECONDS ? 'late' : 'logged', index, by };
}

/** The keys that may sign the log of the service at this origin: those that its controller document lists for
 *  assertion, each judged as for a badge. Undefined if no such document stands there. */
export async function readLogKeys(
  ports: KeySearch & { readonly ownOrigin: string },
): Promise<readonly AuthorisedKey[] | undefined> {
  const issuer = didOf(ports.ownOrigin);
  const controller = await resolveController(issuer, ports);
  if (controller.kind !== 'found') return undefined;
  const purpose = 'assertionMethod';
  const answers = await Promise.all(
    listedIds(controller.document, purpose).map((methodId) =>
      findSigningKey({ kind: 'method', methodId, issuer, purpose }, ports),
    ),
  );
  return answers.flatMap((answer) => (answer.kind === 'authorised' ? [answer.key] : []));
}
