import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { listLostActs, parseLostActs, replayLostActs } from '../../application/people/erasure-list.ts';
import { DomainError } from '../../domain/errors.ts';
import { isLocalDate } from '../../domain/time/calendar.ts';
import { instantInParis } from '../../domain/time/paris-clock.ts';
import { type NodeContext, openNodeContext } from '../../node.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError, unreadableFile } from '../errors.ts';
import { CLI_ACTOR } from '../local-client.ts';
import { OWNER_ONLY } from '../output.ts';

/** `erasures export --since DAY FILE` · `erasures replay FILE`: lists who was erased and which badges were revoked
 *  since a day, by their ids alone, and does the same again in a database that was put back. */
export const erasuresCommand: Command = {
  options: { since: { type: 'string' } },
  words: { min: 2, max: 2 },
  async run(call) {
    const [act, file = ''] = call.words;
    const context = await openNodeContext(call.environment);
    try {
      if (act === 'export') return await exportActs(call, context, file);
      if (act === 'replay') return await replayActs(call, context, file);
      throw new UsageError(call.texts.wrongWords('erasures'));
    } finally {
      await context.close();
    }
  },
};

async function exportActs(call: CommandCall, { ports }: NodeContext, file: string): Promise<ExitCode> {
  const { output, texts } = call;
  if (existsSync(file)) throw new UsageError(texts.fileExists(file));
  const day = textOption(call, 'since') ?? '';
  if (!isLocalDate(day)) throw new UsageError(texts.sinceNeeded);
  const acts = await Array.fromAsync(listLostActs(ports)(instantInParis(day, '00:00')));
  const text = acts.map((act) => `${JSON.stringify(act)}\n`).join('');
  await writeFile(file, text, { flag: 'wx', mode: OWNER_ONLY.file });
  const erased = acts.filter(({ kind }) => kind === 'erased').length;
  const sums = { erased, revoked: acts.length - erased };
  output.line({ kind: 'erasures-listed', file, ...sums }, texts.erasuresListed(file, sums));
  return 0;
}

async function replayActs(call: CommandCall, context: NodeContext, file: string): Promise<ExitCode> {
  const { output, texts } = call;
  const acts = readActs(call, await readFile(file, 'utf8').catch(unreadableFile(file)));
  const replay = replayLostActs(context.ports, context.services);
  const sums = { done: 0, already: 0, unknown: 0, failed: 0 };
  for await (const act of replay({ acts, reason: texts.revokedAgain, actor: CLI_ACTOR })) {
    sums[act.outcome] += 1;
    output.line({ ...act, kind: `${act.kind}-again` }, texts.replayed(act));
  }
  output.line({ kind: 'summary', ...sums }, texts.replaySummary(sums));
  return sums.failed > 0 ? 1 : 0;
}

function readActs({ texts }: CommandCall, text: string) {
  try {
    return parseLostActs(text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new UsageError(texts.notErasures(Number(error.params['line'])));
  }
}
