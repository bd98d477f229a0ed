import type { Command, ExitCode } from '../command.ts';
import { withClient } from '../with-client.ts';

/** `re-sign [--dry-run]`: signs the misstated badges again. */
export const reissueCommand: Command = {
  options: { 'dry-run': { type: 'boolean' }, remote: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: (call) =>
    withClient<ExitCode>(call, async (client) => {
      const { output, texts } = call;
      const dryRun = call.options['dry-run'] === true;
      const counts = { 're-signed': 0, misstated: 0, revoked: 0, 'to-decide': 0 };
      for await (const line of client.reSign({ dryRun })) {
        counts[line.kind] += 1;
        output.line({ ...line }, texts.correctionLine(line));
        output.progress.update(counts['re-signed'], undefined, line.badge);
      }
      const summary = {
        reSigned: counts['re-signed'],
        misstated: counts.misstated,
        revoked: counts.revoked,
        toDecide: counts['to-decide'],
      };
      output.line({ kind: 'summary', ...summary }, texts.correctionSummary({ ...summary, dryRun }));
      return 0;
    }),
};
