import { readFile } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import { findTextError } from '#open-badges/parsing';
import type { CheckedNote, Checkpoint } from '#open-badges/transparency-log';
import { checkLoggedBadge } from '../application/badge-log/check-logged-badge.ts';
import { digestOfFile } from '../application/badge-log/digests.ts';
import { isAhead } from '../application/badge-log/monitor-log.ts';
import type { LoggedVerdict } from '../domain/badge-log/logged-verdict.ts';
import { unreadableFile } from './errors.ts';
import type { LogReader } from './log-reader.ts';

export type CheckNoteOfLog = (note: string) => Promise<CheckedNote | undefined>;

/** A log whose growth since the last visit was checked. */
export interface FollowedLog {
  readonly origin: string;
  readonly reader: LogReader;
  /** Checks a signed state with the keys of the service. */
  readonly check: CheckNoteOfLog;
  /** The keys that signed the states so far, in base64. */
  readonly signers: readonly string[];
  readonly isSameHistory: (checkpoint: Checkpoint) => Promise<boolean>;
  /** The time of the visit, in seconds since 1970. */
  readonly nowSeconds: number;
}

/** A signed document as its holder has it. */
export interface SignedFile {
  /** A JSON text or a compact JWS. */
  readonly badge: string;
  readonly id: string;
  /** The instant of signing that the proof states. */
  readonly signedAt: string;
}

/** Reads a badge from a file. Throws `unreadable-file`. */
export async function readSignedFile(file: string): Promise<SignedFile> {
  const badge = (await readFile(file, 'utf8').catch(unreadableFile(file))).trim();
  // A member that is named twice would be another one for another reader.
  const error = badge.startsWith('{') ? findTextError(badge) : undefined;
  if (error) return unreadableFile(file)(new Error(`${error.code}: ${error.reason}`));
  try {
    const document = Object(badge.startsWith('{') ? JSON.parse(badge) : decodeJwt(badge));
    const at = signingTimeOf(document);
    if (Number.isFinite(at)) return { badge, id: String(document.id), signedAt: new Date(at).toISOString() };
  } catch (cause) {
    return unreadableFile(file)(cause as Error);
  }
  return unreadableFile(file)(new Error('no instant of signing'));
}

/** The instant of signing in milliseconds since 1970: `created` of the proof, or `iat` of a JWT. A JWT that was
 *  signed by an earlier version has only `nbf`. */
function signingTimeOf({ proof, iat, nbf }: Readonly<Record<string, unknown>>): number {
  const [first] = [proof].flat();
  return first === undefined ? Number(iat ?? nbf) * 1000 : Date.parse(Object(first).created);
}

/** Whether the log proves a signed document. It is looked up by its digest, so that replaced revisions, records
 *  and copies in wallets are found too. */
export async function findInLog(
  visit: FollowedLog,
  { badge, id, signedAt }: SignedFile,
): Promise<LoggedVerdict> {
  const { reader, signers, isSameHistory } = visit;
  const byDigest = await reader.readProof(`log/proof/${await digestOfFile(badge)}`);
  const proof = byDigest ?? (await readProofAtAddress(visit, id));
  if (proof === undefined) return ABSENT;
  const check: CheckNoteOfLog = async (note) => {
    const checked = await visit.check(note);
    return checked && !isAhead(checked, visit.nowSeconds) ? checked : undefined;
  };
  const days: CheckedNote[] = [];
  for (const { note } of await reader.readDays(signedAt.slice(0, 10))) {
    const checked = await check(note);
    if (checked) days.push(checked);
  }
  const signedAtSeconds = Date.parse(signedAt) / 1000;
  const question = { badge, proof, check, signers, days, isSameHistory, signedAtSeconds };
  const verdict = await checkLoggedBadge(question);
  const isOfOther = verdict.kind === 'not-proved' && verdict.reason === 'other-badge';
  return byDigest === undefined && isOfOther ? ABSENT : verdict;
}

const ABSENT = { kind: 'not-proved', reason: 'absent' } as const;

/** The proof of the present form of a badge: all that the copy of a closed service keeps. */
async function readProofAtAddress({ origin, reader }: FollowedLog, id: string): Promise<string | undefined> {
  return id.startsWith(`${origin}/`) ? reader.readProof(id.slice(origin.length + 1)) : undefined;
}
