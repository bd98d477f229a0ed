import type { Verb } from '../verb.ts';
import { withClient } from '../with-client.ts';

/** `issue`: signs every granted award not yet signed; may be killed anywhere and run again. */
export const issueVerb: Verb = {
  options: { remote: { type: 'string' } },
  words: { min: 0, max: 0 },
  run: (call) =>
    withClient(call, async (client) => {
      const { output, texts } = call;
      const total = await client.countUnsigned();
      let issued = 0;
      for await (const line of client.issue()) {
        if (line.kind === 'issued') issued += 1;
        output.line(line, texts.issueLine(line));
        output.progress.update(issued, total, line.badge);
      }
      const summary = { kind: 'summary', issued, remaining: await client.countUnsigned() };
      output.line(summary, texts.issueSummary(summary));
      return summary.remaining > 0 ? 1 : 0;
    }),
};
