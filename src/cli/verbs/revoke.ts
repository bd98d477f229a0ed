import { parseCredentialAddress } from '../credential-address.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, textOption, type Verb } from '../verb.ts';
import { withClient } from '../with-client.ts';

/** `revoke CREDENTIAL_ID --reason TEXT`; the reason is public. */
export const revokeVerb: Verb = {
  options: { reason: { type: 'string' }, remote: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: (call) => {
    const reason = textOption(call, 'reason')?.trim();
    if (!reason) throw new UsageError(call.texts.revokeUsage);
    return withClient<ExitCode>(call, async (client) => {
      const line = await client.revoke(parseCredentialAddress(call.words[0] ?? ''), reason);
      call.output.line({ ...line }, call.texts.revokeLine(line));
      if (!line.published) call.output.note(call.texts.revokeUnpublished);
      return 0;
    });
  },
};
