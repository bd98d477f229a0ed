import type { UndoneKind } from '../../application/files/undo/undo-by-program.ts';
import type { Client } from '../client.ts';
import { UsageError } from '../usage-error.ts';
import type { ExitCode, Verb, VerbCall } from '../verb.ts';
import { withClient } from '../with-client.ts';

/** `imports list` and `imports undo ID [--dry-run]`. What rests on an import stays; exit code 1 where something
 *  does. */
export const importsVerb: Verb = {
  options: { 'dry-run': { type: 'boolean' }, remote: { type: 'string' } },
  words: { min: 1, max: 2 },
  async run(call) {
    const [action, id] = call.words;
    if (action === 'list' && !id) return withClient<ExitCode>(call, (client) => list(call, client));
    if (action === 'undo' && id) return withClient<ExitCode>(call, (client) => undo(call, client, id));
    throw new UsageError(call.texts.wrongWords('imports'));
  },
};

async function list({ output, texts }: VerbCall, client: Client): Promise<ExitCode> {
  for (const run of await client.listImports()) {
    output.line({ kind: 'import', ...run }, texts.pastImport(run.id, run.begunAt, run.undone?.at));
  }
  return 0;
}

/** Looks first, whatever is asked: what rests on the import is known only by looking. */
async function undo(call: VerbCall, client: Client, id: string): Promise<ExitCode> {
  const { output, texts } = call;
  const dryRun = call.options['dry-run'] === true;
  let kinds = await toTheEnd(client, id, 'look');
  if (!dryRun) kinds = await toTheEnd(client, id, 'undo');
  for (const one of kinds) output.line({ kind: 'undo', ...one }, texts.undoneKind(one, dryRun));
  return kinds.some(({ stays }) => stays > 0) ? 1 : 0;
}

async function toTheEnd(client: Client, id: string, act: 'look' | 'undo'): Promise<readonly UndoneKind[]> {
  let after: string | undefined;
  for (;;) {
    const { kinds, next } = await client.undoImport(id, act, after);
    if (!next) return kinds;
    after = next;
  }
}
