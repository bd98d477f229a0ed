import { openNodeContext } from '../../node.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../errors.ts';

/** `mails send-old [--dry-run]`: lets the mails leave that are older than seven days and were written without a mail
 *  server. */
export const mailsCommand: Command = {
  options: { 'dry-run': { type: 'boolean' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const { options, output, texts, environment } = call;
    if (call.words[0] !== 'send-old') throw new UsageError(texts.wrongWords('mails'));
    const dryRun = options['dry-run'] === true;
    const context = await openNodeContext(environment);
    try {
      const total = await context.services.sendOldMails({ dryRun });
      output.line({ kind: 'summary', total, dryRun }, texts.oldMailsSummary(total, dryRun));
      return 0;
    } finally {
      await context.close();
    }
  },
};
