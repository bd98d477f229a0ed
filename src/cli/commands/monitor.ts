import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import { base64 } from '@scure/base';
import { fromEd25519Multikey } from '#open-badges/keys';
import { nodePrimitives } from '#open-badges/node';
import { makeNoteChecker, parseLogProof } from '#open-badges/transparency-log';
import { openRegularFile } from '../../adapters/storage/engines/private-files.node.ts';
import {
  isAhead,
  isSameHistory,
  type LogError,
  type MonitorState,
  makePublishedTiles,
  monitorLog,
  multikeyOf,
  parseMonitorState,
} from '../../application/badge-log/monitor-log.ts';
import { clock } from '../../assembly/system-ports.ts';
import { logOrigin } from '../../issuing/addresses.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError, unreadableFile } from '../errors.ts';
import { type FollowedLog, findInLog, readSignedFile } from '../log-lookup.ts';
import { type LogReader, makeLogReader, OddAnswer } from '../log-reader.ts';
import { OWNER_ONLY } from '../output.ts';

/** `monitor URL [--state FILE] [--accept-key KEY] [--badge FILE] [--checkpoint FILE]`: checks that the log of a
 *  service has lost and changed nothing since the last visit; whether it contains a badge; and whether it
 *  contains the state that another person has seen, given as a checkpoint or a `.tlog-proof`. Exit code 1
 *  where one of these fails. A key that signs for the first time is a fault until the operator, who has
 *  learned of it from elsewhere, accepts it. It should run every day, on another machine than the service. */
export const monitorCommand: Command = {
  options: {
    state: { type: 'string' },
    'accept-key': { type: 'string' },
    badge: { type: 'string' },
    checkpoint: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  run: (call) =>
    visitLog(call).catch((error: unknown) => {
      if (!(error instanceof OddAnswer)) throw error;
      reportBroken(call, 'unreadable-answer', error.message);
      return 1;
    }),
};

async function visitLog(call: CommandCall): Promise<ExitCode> {
  const origin = originOf(call.words[0] ?? '', call);
  const acceptedKey = acceptedKeyOf(call);
  const reader = makeLogReader(origin);
  const keys = await reader.readKeys(nowSeconds() * 1000);
  const checkNote = makeNoteChecker(nodePrimitives);
  const check = (note: string) => checkNote(note, keys);
  const followed = await follow(call, { origin, reader, check, acceptedKey });
  if (followed === undefined) return 1;
  const { signers = [] } = followed;
  const visit: FollowedLog = {
    ...{ origin, reader, check, signers, nowSeconds: nowSeconds() },
    isSameHistory: sameHistory(followed, reader),
  };
  const [checkpoint, badge] = [textOption(call, 'checkpoint'), textOption(call, 'badge')];
  const compared = checkpoint === undefined ? 0 : await compare(call, checkpoint, visit);
  const requested = badge === undefined ? 0 : await askFor(call, badge, visit);
  return compared === 0 ? requested : compared;
}

/** The log at an address. */
type Visiting = Pick<FollowedLog, 'origin' | 'reader' | 'check'>;

function sameHistory(state: MonitorState, { read }: LogReader): FollowedLog['isSameHistory'] {
  return (checkpoint) =>
    isSameHistory(state, checkpoint, makePublishedTiles(Math.max(state.size, checkpoint.size), read));
}

/** The state of the log; undefined if its check fails. */
async function follow(
  call: CommandCall,
  { origin, reader, check, acceptedKey }: Visiting & { readonly acceptedKey: string | undefined },
): Promise<MonitorState | undefined> {
  const { output, texts } = call;
  const file = textOption(call, 'state');
  const before = file === undefined ? undefined : await readState(file);
  const finding = await monitorLog({
    checked: await check(await reader.readCheckpoint()),
    before,
    origin: logOrigin(origin),
    acceptedKey,
    nowSeconds: nowSeconds(),
    read: reader.read,
    onProgress: (done, total) => output.progress.update(done, total, texts.logEntries),
  });
  if (finding.kind === 'broken') {
    reportBroken(call, finding.code, finding.detail);
    return undefined;
  }
  const { state, added } = finding;
  if (file !== undefined) await replaceFile(file, `${JSON.stringify(state)}\n`);
  const key = multikeyOf(state.signers?.at(-1) ?? '');
  const isNew = state.signers?.length !== before?.signers?.length;
  output.line({ kind: 'consistent', size: state.size, added, key }, texts.logConsistent(state.size, added));
  if (isNew) output.note(texts.logKeyKept(key));
  return state;
}

const nowSeconds = () => Date.parse(clock.now()) / 1000;

function reportBroken({ output, texts }: CommandCall, code: LogError, detail: string): void {
  output.line({ kind: 'broken', code, detail }, texts.logBroken(texts.logFaults[code], detail));
}

/** Compares the log with a state that another person has seen: a checkpoint, or a proof that contains one. */
async function compare(call: CommandCall, file: string, visit: FollowedLog): Promise<ExitCode> {
  const text = await readFile(file, 'utf8').catch(unreadableFile(file));
  const checked = await visit.check(parseLogProof(text)?.checkpoint ?? text);
  if (!checked) {
    reportBroken(call, 'checkpoint-not-signed', file);
    return 1;
  }
  if (isAhead(checked, visit.nowSeconds)) {
    reportBroken(call, 'checkpoint-ahead', file);
    return 1;
  }
  if (await visit.isSameHistory(checked.checkpoint)) return 0;
  reportBroken(call, 'split-view', file);
  return 1;
}

async function askFor(call: CommandCall, file: string, visit: FollowedLog): Promise<ExitCode> {
  const { output, texts } = call;
  const signed = await readSignedFile(file);
  const verdict = await findInLog(visit, signed);
  output.line({ ...verdict, id: signed.id }, texts.loggedBadge(verdict));
  return verdict.kind === 'logged' ? 0 : 1;
}

/** The key of `--accept-key` in base64. */
function acceptedKeyOf(call: CommandCall): string | undefined {
  const word = textOption(call, 'accept-key');
  const key = word === undefined ? undefined : fromEd25519Multikey(word);
  if (word !== undefined && !key) throw new UsageError(call.texts.notAKey(word));
  return key && base64.encode(key);
}

function originOf(word: string, { texts }: CommandCall): string {
  if (!URL.canParse(word) || !/^https?:$/.test(new URL(word).protocol))
    throw new UsageError(texts.wrongWords('monitor'));
  return new URL(word).origin;
}

/** The state of the last visit; undefined at the first visit. */
async function readState(file: string): Promise<MonitorState | undefined> {
  if (!existsSync(file)) return undefined;
  const handle = await openRegularFile(file);
  const text = await handle.readFile('utf8').finally(() => handle.close());
  try {
    const state = parseMonitorState(JSON.parse(text));
    if (state) return state;
  } catch (cause) {
    return unreadableFile(file)(cause as Error);
  }
  return unreadableFile(file)(new Error('no state of a monitor'));
}

/** Replaces a file as a whole, so that a process that is killed does not lose the previous one. The new file
 *  is made by this call alone: a link or a file that another account has put there is never written through. */
async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}.new`;
  const handle = await open(beside, 'wx', OWNER_ONLY.file);
  try {
    await handle.writeFile(text).finally(() => handle.close());
    await rename(beside, file);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}
