import { setTimeout as wait } from 'node:timers/promises';
import type { UndoneChunk } from '../../application/files/undo/by-program.ts';
import type { Client } from '../client.ts';
import type { Command, CommandCall, ExitCode } from '../command.ts';
import { UsageError } from '../errors.ts';
import { spareMemory } from '../process-limits.ts';
import { stopAtSignal } from '../stop-signals.ts';
import { withClient } from '../with-client.ts';

/** The time between two looks at work that another process has claimed. */
const POLL_INTERVAL_MS = 1000;

/** `imports list` and `imports undo ID [--dry-run]`. Records that others refer to stay, are named with the
 *  reason, and the exit code is then 1; the same command takes them up later. An undoing that was killed continues at the same place; a signal to stop ends it after the records
 *  in progress. */
export const importsCommand: Command = {
  options: { 'dry-run': { type: 'boolean' }, remote: { type: 'string' } },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action, id] = call.words;
    if (action === 'list' && !id) return withClient<ExitCode>(call, (client) => list(call, client));
    if (action === 'undo' && id) return withClient<ExitCode>(call, (client) => undo(call, client, id));
    throw new UsageError(call.texts.wrongWords('imports'));
  },
};

async function list({ output, texts }: CommandCall, client: Client): Promise<ExitCode> {
  for (const run of await client.listImports()) {
    output.line({ kind: 'import', ...run }, texts.pastImport(run));
  }
  return 0;
}

/** Always looks first, because only a look finds the records that must stay. */
async function undo(call: CommandCall, client: Client, id: string): Promise<ExitCode> {
  spareMemory();
  const { output, texts } = call;
  const dryRun = call.options['dry-run'] === true;
  const stop = stopAtSignal();
  const looked = await toTheEnd(call, client, { id, act: 'look', stop });
  const onlyLooks = dryRun || stop.aborted;
  const last = onlyLooks ? looked : await toTheEnd(call, client, { id, act: 'undo', stop });
  for (const one of last.kinds) output.line({ kind: 'undo', ...one }, texts.undoneKind(one, onlyLooks));
  const { kept = [] } = last;
  for (const one of kept) output.line({ kind: 'stays', ...one }, texts.keptRecord(one));
  const stays = last.kinds.reduce((sum, one) => sum + one.stays, 0);
  if (stays > 0) output.note(texts.keptHelp(id, stays - kept.length));
  const isStopped = stop.aborted && !last.undone;
  if (isStopped) output.note(texts.undoingStopped);
  return isStopped || stays > 0 ? 1 : 0;
}

interface Undoing {
  readonly id: string;
  readonly act: 'look' | 'undo';
  readonly stop: AbortSignal;
}

/** Does the parts one after the other, until the end or a signal. A signal stops the undoing itself, so that
 *  the current part ends after its step. */
async function toTheEnd(
  { output: { progress }, texts }: CommandCall,
  client: Client,
  { id, act, stop }: Undoing,
): Promise<UndoneChunk> {
  let stopping: Promise<unknown> | undefined;
  const stopIt = () => {
    stopping = act === 'undo' ? client.undoImport(id, 'stop') : undefined;
  };
  stop.addEventListener('abort', stopIt, { once: true });
  let part = await client.undoImport(id, act);
  while (part.next && !stop.aborted) {
    const { next, done, total } = part;
    progress.update(done, total, texts.undoing[act]);
    part = await client.undoImport(id, act, next);
    if (part.next && part.done === done) await wait(POLL_INTERVAL_MS);
  }
  progress.clear();
  stop.removeEventListener('abort', stopIt);
  await stopping;
  return part;
}
