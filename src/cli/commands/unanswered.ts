import type { Command, ExitCode } from '../command.ts';
import { UsageError } from '../errors.ts';
import { parseCredentialAddress, withClient } from '../with-client.ts';

/** `unanswered list`: the badges that wait for their holders. `unanswered remind CREDENTIAL_ID`: reminds one. */
export const unansweredCommand: Command = {
  options: { remote: { type: 'string' } },
  words: { min: 1, max: 2 },
  run: (call) => {
    const { words, output, texts } = call;
    const [action, id] = words;
    if (!(action === 'list' && !id) && !(action === 'remind' && id)) {
      throw new UsageError(texts.wrongWords('unanswered'));
    }
    return withClient<ExitCode>(call, async (client) => {
      if (id) {
        const line = await client.remind(parseCredentialAddress(id));
        output.line({ ...line }, texts.remindedLine(line));
        return 0;
      }
      let total = 0;
      for await (const line of client.listPendingAcceptances()) {
        total += 1;
        output.line({ ...line }, texts.unansweredLine(line));
        await output.taken();
      }
      output.line({ kind: 'summary', total }, texts.unansweredSummary(total));
      return 0;
    });
  },
};
