import type { Verb } from '../verb.ts';
import { withClient } from '../with-client.ts';

/** `import FOLDER|FILE… [--dry-run]` */
export const importVerb: Verb = {
  options: { 'dry-run': { type: 'boolean' }, remote: { type: 'string' } },
  words: { min: 1, max: Number.POSITIVE_INFINITY },
  run: (call) =>
    withClient(call, async (client) => {
      const { output, texts } = call;
      const dryRun = call.options['dry-run'] === true;
      const summary = await client.importFiles({
        paths: call.words,
        dryRun,
        locale: call.locale,
        onEntry: (entry) => output.line({ ...entry }, texts.importEntry(entry)),
        onProgress: (done, total, file) => output.progress.update(done, total, file),
      });
      const { kind, created, updated, unchanged, refused } = summary;
      output.line({ kind, created, updated, unchanged, refused }, texts.importSummary(summary, dryRun));
      return summary.refused > 0 ? 1 : 0;
    }),
};
