import { readFile, rename, writeFile } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import { makeNoteChecker } from '../../adapters/signing/check-note.ts';
import { nodePrimitives } from '../../adapters/signing/node-primitives.node.ts';
import { checkLoggedBadge } from '../../application/badge-log/check-logged-badge.ts';
import type { CheckedNote, CheckNote } from '../../application/badge-log/check-note.ts';
import {
  type LogFault,
  type MonitorState,
  monitorLog,
  parseMonitorState,
} from '../../application/badge-log/monitor-log.ts';
import { isSameHistory, makePublishedTiles } from '../../application/badge-log/same-history.ts';
import { clock } from '../../assembly/system.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Checkpoint } from '../../openbadges/log/checkpoint.ts';
import { parseLogProof } from '../../openbadges/log/log-proof.ts';
import { type LogReader, makeLogReader } from '../log-reader.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, textOption, type Verb, type VerbCall } from '../verb.ts';

/** `monitor URL [--state FILE] [--badge FILE] [--checkpoint FILE]`: checks that the log of a service has lost
 *  and changed nothing since the last visit; whether it contains a badge; and whether it contains the state
 *  that another person has seen, given as a checkpoint or a `.tlog-proof`. Exit code 1 where one of these
 *  fails. It should run every day, on another machine than the service. */
export const monitorVerb: Verb = {
  options: { state: { type: 'string' }, badge: { type: 'string' }, checkpoint: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const origin = originOf(call.words[0] ?? '', call);
    const reader = makeLogReader(origin);
    const keys = await reader.readKeys();
    const checkNote = makeNoteChecker(nodePrimitives);
    const check = (note: string) => checkNote(note, keys);
    const followed = await follow(call, reader, check);
    if (followed === undefined) return 1;
    const visit: Visited = { origin, reader, check, isSameHistory: sameHistory(followed, reader) };
    const [checkpoint, badge] = [textOption(call, 'checkpoint'), textOption(call, 'badge')];
    const compared = checkpoint === undefined ? 0 : await compare(call, checkpoint, visit);
    const asked = badge === undefined ? 0 : await askFor(call, badge, visit);
    return compared === 0 ? asked : compared;
  },
};

type Check = (note: string) => ReturnType<CheckNote>;

/** A log whose growth since the last visit was checked. */
interface Visited {
  readonly origin: string;
  readonly reader: LogReader;
  readonly check: Check;
  readonly isSameHistory: (checkpoint: Checkpoint) => Promise<boolean>;
}

function sameHistory(state: MonitorState, { read }: LogReader): Visited['isSameHistory'] {
  return (checkpoint) =>
    isSameHistory(state, checkpoint, makePublishedTiles(Math.max(state.size, checkpoint.size), read));
}

/** The state of the log; undefined where its check fails. */
async function follow(call: VerbCall, reader: LogReader, check: Check): Promise<MonitorState | undefined> {
  const { output, texts } = call;
  const file = textOption(call, 'state');
  const before = file === undefined ? undefined : await readState(file);
  const finding = await monitorLog({
    checked: await check(await reader.readText('log/checkpoint')),
    before,
    nowSeconds: Date.parse(clock.now()) / 1000,
    read: reader.read,
    onProgress: (done, total) => output.progress.update(done, total, texts.logEntries),
  });
  if (finding.kind === 'broken') {
    sayBroken(call, finding.code, finding.detail);
    return undefined;
  }
  const { state, added } = finding;
  if (file !== undefined) await writeState(file, state);
  output.line({ kind: 'consistent', size: state.size, added }, texts.logConsistent(state.size, added));
  return state;
}

function sayBroken({ output, texts }: VerbCall, code: LogFault, detail: string): void {
  output.line({ kind: 'broken', code, detail }, texts.logBroken(texts.logFaults[code], detail));
}

/** Compares the log with a state that another person has seen: a checkpoint, or a proof that contains one. */
async function compare(call: VerbCall, file: string, visit: Visited): Promise<ExitCode> {
  const text = await readFile(file, 'utf8').catch(unreadable(file));
  const checked = await visit.check(parseLogProof(text)?.checkpoint ?? text);
  if (!checked) {
    sayBroken(call, 'checkpoint-not-signed', file);
    return 1;
  }
  if (await visit.isSameHistory(checked.checkpoint)) return 0;
  sayBroken(call, 'split-view', file);
  return 1;
}

async function askFor(call: VerbCall, file: string, visit: Visited): Promise<ExitCode> {
  const { output, texts } = call;
  const { origin, reader, check, isSameHistory } = visit;
  const badge = (await readFile(file, 'utf8').catch(unreadable(file))).trim();
  const { id = '', validFrom = '' } = (badge.startsWith('{') ? JSON.parse(badge) : decodeJwt(badge)) as {
    readonly id?: string;
    readonly validFrom?: string;
  };
  if (!id.startsWith(`${origin}/`)) throw new UsageError(texts.badgeOfOtherService(id, origin));
  const proof = await reader.readText(`${id.slice(origin.length + 1)}.tlog-proof`);
  const days: CheckedNote[] = [];
  for (const { note } of await reader.readDays(validFrom.slice(0, 10))) {
    const checked = await check(note);
    if (checked) days.push(checked);
  }
  const validFromSeconds = Date.parse(validFrom) / 1000;
  const verdict = await checkLoggedBadge({ badge, proof, check, days, isSameHistory, validFromSeconds });
  output.line({ ...verdict, id }, texts.loggedBadge(verdict));
  return verdict.kind === 'logged' ? 0 : 1;
}

function originOf(word: string, { texts }: VerbCall): string {
  if (!URL.canParse(word) || !/^https?:$/.test(new URL(word).protocol))
    throw new UsageError(texts.wrongWords('monitor'));
  return new URL(word).origin;
}

/** The state of the last visit; undefined at the first visit. */
async function readState(file: string): Promise<MonitorState | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    return unreadable(file)(error);
  });
  if (text === undefined) return undefined;
  const state = parseMonitorState(JSON.parse(text));
  if (!state) throw new DomainError('unreadable-file', { name: file, reason: 'no state of a monitor' });
  return state;
}

/** The file is replaced as a whole, so that a visit that is killed does not lose the previous state. */
async function writeState(file: string, state: MonitorState): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(state)}\n`);
  await rename(`${file}.new`, file);
}

const unreadable =
  (name: string) =>
  (cause: Error): never => {
    throw new DomainError('unreadable-file', { name, reason: cause.message }, { cause });
  };
