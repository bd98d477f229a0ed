import { SUSPENSION_CAUSES } from '../../domain/award/types.ts';
import { type Command, type ExitCode, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { parseCredentialAddress, withClient } from '../with-client.ts';

/** `suspend CREDENTIAL_ID --reason TEXT [--cause check|contest|error|request] [--note TEXT]`; cause and reason are
 *  public, the note is not. */
export const suspendCommand: Command = {
  options: {
    reason: { type: 'string' },
    cause: { type: 'string' },
    note: { type: 'string' },
    remote: { type: 'string' },
  },
  words: { min: 1, max: 1 },
  run: (call) => {
    const { texts, output } = call;
    const reason = textOption(call, 'reason')?.trim();
    if (!reason) throw new UsageError(texts.revokeUsage);
    const stated = textOption(call, 'cause') ?? 'check';
    const cause = SUSPENSION_CAUSES.find((one) => one === stated);
    if (!cause) throw new UsageError(texts.notAllowedValue('cause', stated, SUSPENSION_CAUSES));
    const note = textOption(call, 'note')?.trim();
    return withClient<ExitCode>(call, async (client) => {
      const id = parseCredentialAddress(call.words[0] ?? '');
      const line = await client.suspend(id, { cause, reason, ...(note && { note }) });
      output.line({ ...line }, texts.suspendLine(line));
      if (!line.published) output.note(texts.revokeUnpublished(line.signingFailed));
      return 0;
    });
  },
};

/** `resume CREDENTIAL_ID [--reason TEXT]`; the reason stays in the audit. */
export const resumeCommand: Command = {
  options: { reason: { type: 'string' }, remote: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: (call) =>
    withClient<ExitCode>(call, async (client) => {
      const reason = textOption(call, 'reason')?.trim();
      const line = await client.resume(parseCredentialAddress(call.words[0] ?? ''), reason || undefined);
      call.output.line({ ...line }, call.texts.resumeLine(line));
      if (!line.published) call.output.note(call.texts.revokeUnpublished(line.signingFailed));
      return 0;
    }),
};
