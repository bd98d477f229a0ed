import type { Command } from '../command.ts';
import { spareMemory } from '../process-limits.ts';
import { stopAtSignal } from '../stop-signals.ts';
import { withClient } from '../with-client.ts';

/** `issue`: signs every granted award that is not signed yet. It may be killed at any point and run again; a
 *  signal to stop ends it after the badges in progress. */
export const issueCommand: Command = {
  options: { remote: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: (call) => {
    spareMemory();
    return withClient(call, async (client) => {
      const { output, texts } = call;
      const total = await client.countUnsigned();
      const counts = { issued: 0, reissued: 0, failed: 0 };
      for await (const line of client.issue({ stop: stopAtSignal() })) {
        counts[line.kind] += 1;
        output.line({ ...line }, texts.issueLine(line));
        await output.taken();
        output.progress.update(counts.issued, total, line.badge);
      }
      const { issued, reissued, failed } = counts;
      const remaining = await client.countUnsigned();
      const summary = {
        kind: 'summary',
        issued,
        ...(reissued > 0 && { reissued }),
        ...(failed > 0 && { failed }),
        remaining,
      };
      output.line(summary, texts.issueSummary(summary));
      return summary.remaining > 0 ? 1 : 0;
    });
  },
};
