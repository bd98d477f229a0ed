import { readFile, rename, writeFile } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import { makeNoteChecker } from '../../adapters/signing/check-note.ts';
import { nodePrimitives } from '../../adapters/signing/node-primitives.node.ts';
import { checkLoggedBadge } from '../../application/badge-log/check-logged-badge.ts';
import type { CheckedNote, CheckNote } from '../../application/badge-log/check-note.ts';
import { type MonitorState, monitorLog, parseMonitorState } from '../../application/badge-log/monitor-log.ts';
import { DomainError } from '../../domain/errors.ts';
import { type LogReader, makeLogReader } from '../log-reader.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, textOption, type Verb, type VerbCall } from '../verb.ts';

/** `monitor URL [--state FILE] [--badge FILE]`: checks that the log of a service has lost and changed nothing since
 *  the last visit, and whether a badge stands in it. Exit code 1 where it does not hold. Run it every day, on another
 *  machine than the service's. */
export const monitorVerb: Verb = {
  options: { state: { type: 'string' }, badge: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const origin = originOf(call.words[0] ?? '', call);
    const reader = makeLogReader(origin);
    const keys = await reader.readKeys();
    const checkNote = makeNoteChecker(nodePrimitives);
    const check = (note: string) => checkNote(note, keys);
    const followed = await follow(call, reader, check);
    const badge = textOption(call, 'badge');
    const asked = badge === undefined ? 0 : await askFor(call, { file: badge, origin, reader, check });
    return followed === 0 ? asked : followed;
  },
};

type Check = (note: string) => ReturnType<CheckNote>;

async function follow(call: VerbCall, reader: LogReader, check: Check): Promise<ExitCode> {
  const { output, texts } = call;
  const file = textOption(call, 'state');
  const before = file === undefined ? undefined : await readState(file);
  const finding = await monitorLog({
    checked: await check(await reader.readText('log/checkpoint')),
    before,
    read: reader.read,
    onProgress: (done, total) => output.progress.update(done, total, texts.logEntries),
  });
  if (finding.kind === 'broken') {
    const { code, detail } = finding;
    output.line({ kind: 'broken', code, detail }, texts.logBroken(texts.logFaults[code], detail));
    return 1;
  }
  const { state, added } = finding;
  if (file !== undefined) await writeState(file, state);
  output.line({ kind: 'consistent', size: state.size, added }, texts.logConsistent(state.size, added));
  return 0;
}

interface Asked {
  readonly file: string;
  readonly origin: string;
  readonly reader: LogReader;
  readonly check: Check;
}

async function askFor(call: VerbCall, { file, origin, reader, check }: Asked): Promise<ExitCode> {
  const { output, texts } = call;
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
  const verdict = await checkLoggedBadge({ badge, proof, check, days, validFromSeconds });
  output.line({ ...verdict, id }, texts.loggedBadge(verdict));
  return verdict.kind === 'logged' ? 0 : 1;
}

function originOf(word: string, { texts }: VerbCall): string {
  if (!URL.canParse(word) || !/^https?:$/.test(new URL(word).protocol))
    throw new UsageError(texts.wrongWords('monitor'));
  return new URL(word).origin;
}

/** The state of the last visit; undefined at the first. */
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

/** The file is replaced whole: a visit that is killed must not lose the state before it. */
async function writeState(file: string, state: MonitorState): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(state)}\n`);
  await rename(`${file}.new`, file);
}

const unreadable =
  (name: string) =>
  (cause: Error): never => {
    throw new DomainError('unreadable-file', { name, reason: cause.message }, { cause });
  };
