import type { PersonId } from '../../domain/ids.ts';
import { openNodeContext } from '../../node.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';
import { CLI_ACTOR } from '../local-client.ts';

/** `clock clear [--dry-run]`: clears what the service wrote by itself while its clock was ahead. It works on the
 *  database itself. */
export const clockCommand: Command = {
  options: { 'dry-run': { type: 'boolean' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const { options, output, texts, environment } = call;
    if (call.words[0] !== 'clear') throw new UsageError(texts.wrongWords('clock'));
    const dryRun = options['dry-run'] === true;
    const context = await openNodeContext(environment);
    try {
      if (!dryRun) await context.keys.open();
      const actor = CLI_ACTOR as PersonId;
      const leftovers = await context.services.clearClockLeftovers({ actor, dryRun });
      for (const one of leftovers) output.line({ kind: 'leftovers', ...one }, `${one.table}: ${one.rows}`);
      const total = leftovers.reduce((sum, { rows }) => sum + rows, 0);
      output.line({ kind: 'summary', total, dryRun }, texts.clockSummary(total, dryRun));
      return 0;
    } finally {
      await context.close();
    }
  },
};
