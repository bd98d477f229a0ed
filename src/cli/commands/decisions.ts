import { setTimeout as wait } from 'node:timers/promises';
import type { DecisionAct, DecisionLine } from '../../application/decisions/read-lines.ts';
import type { Client } from '../client.ts';
import type { Command, CommandCall, ExitCode } from '../command.ts';
import { UsageError } from '../errors.ts';
import { stopAtSignal } from '../stop-signals.ts';
import { withClient } from '../with-client.ts';

/** The time between two looks at a decision that another process carries out. */
const POLL_INTERVAL_MS = 1000;

const ACTS: ReadonlyMap<string, DecisionAct['act']> = new Map([
  ['show', 'look'],
  ['stop', 'stop'],
  ['hold', 'hold'],
  ['release', 'release'],
]);

/** `decisions list`, and `decisions show|start|stop|hold|release ID`. `start` ends the wait, and follows the decision to its
 *  end; a signal to stop leaves the rest to the service. `stop` takes back what is not done. */
export const decisionsCommand: Command = {
  options: { remote: { type: 'string' } },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action, id] = call.words;
    if (action === 'list' && !id) return withClient<ExitCode>(call, (client) => list(call, client));
    if (action === 'start' && id) return withClient<ExitCode>(call, (client) => start(call, client, id));
    const act = ACTS.get(action ?? '');
    if (act && id) {
      return withClient<ExitCode>(call, async (client) =>
        writeDecisionLine(call, await client.decide(id, act)),
      );
    }
    throw new UsageError(call.texts.wrongWords('decisions'));
  },
};

async function list(call: CommandCall, client: Client): Promise<ExitCode> {
  const decisions = await client.listDecisions();
  for (const line of decisions) writeDecisionLine(call, line);
  if (decisions.length === 0) call.output.note(call.texts.noDecisions);
  return 0;
}

async function start(call: CommandCall, client: Client, id: string): Promise<ExitCode> {
  const { output, texts } = call;
  const stop = stopAtSignal();
  let line = await client.decide(id, 'start');
  while (!line.finishedAt && !stop.aborted) {
    const { done, total } = line;
    output.progress.update(done, total, texts.deciding);
    line = await client.decide(id, 'continue');
    if (!line.finishedAt && line.done === done) await wait(POLL_INTERVAL_MS);
  }
  output.progress.clear();
  return writeDecisionLine(call, line);
}

function writeDecisionLine({ output, texts }: CommandCall, line: DecisionLine): ExitCode {
  output.line({ ...line }, texts.decisionLine(line));
  return 0;
}
