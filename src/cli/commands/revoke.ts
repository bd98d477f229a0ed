import { readFile } from 'node:fs/promises';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Client } from '../client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError, unreadableFile } from '../errors.ts';
import { RemoteError } from '../remote-error.ts';
import { parseCredentialAddress, withClient } from '../with-client.ts';

/** The most badges that one command names. */
const MAX_BADGES = 10_000;

/** `revoke CREDENTIAL_ID… --reason TEXT [--from FILE]`; the reason is public. A file has one badge a line, at the
 *  beginning of the line: its id or its address. */
export const revokeCommand: Command = {
  options: { reason: { type: 'string' }, from: { type: 'string' }, remote: { type: 'string' } },
  words: { min: 0, max: MAX_BADGES },
  run: async (call) => {
    const reason = textOption(call, 'reason')?.trim();
    const file = textOption(call, 'from');
    if (!reason || (call.words.length === 0 && !file)) throw new UsageError(call.texts.revokeUsage);
    const named = [...call.words, ...(file ? await namedIn(file) : [])];
    // Nothing is revoked where one of the words cannot be a badge.
    const ids = [...new Set(named.map(parseCredentialAddress))];
    return withClient<ExitCode>(call, (client) =>
      ids.length === 1 && !file
        ? revokeOne(call, client, { id: ids[0] as CredentialId, reason })
        : revokeMany(call, client, { ids, reason }),
    );
  },
};

async function namedIn(file: string): Promise<readonly string[]> {
  const lines = (await readFile(file, 'utf8').catch(unreadableFile(file)))
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return lines.flatMap((line) => {
    const [first = ''] = line.split(/[;,\t]/);
    const text = first.trim().replaceAll('"', '');
    return text === '' || text.startsWith('#') ? [] : [text];
  });
}

async function revokeOne(
  call: CommandCall,
  client: Client,
  { id, reason }: { readonly id: CredentialId; readonly reason: string },
): Promise<ExitCode> {
  const line = await client.revoke(id, reason);
  call.output.line({ ...line }, call.texts.revokeLine(line));
  if (!line.published) call.output.note(call.texts.revokeUnpublished(line.signingFailed));
  return 0;
}

/** Revokes the badges one after the other. Badges that were revoked before are counted separately, so that an
 *  interrupted run can be started again. */
async function revokeMany(
  { output, texts }: CommandCall,
  client: Client,
  { ids, reason }: { readonly ids: readonly CredentialId[]; readonly reason: string },
): Promise<ExitCode> {
  const counts = { revoked: 0, already: 0, failed: 0 };
  for (const [at, id] of ids.entries()) {
    try {
      const line = await client.revoke(id, reason);
      counts.revoked += 1;
      output.line({ ...line }, texts.revokeLine(line));
    } catch (error) {
      const code = rejectionOf(error);
      if (code === 'already-revoked') counts.already += 1;
      else counts.failed += 1;
      output.line({ kind: 'failed', credential: id, code }, texts.revokeFailed(id, code));
    }
    output.progress.update(at + 1, ids.length, '');
  }
  const { revoked, already, failed } = counts;
  output.line({ kind: 'summary', ...counts }, texts.revokeSummary(revoked, already, failed));
  return failed > 0 ? 1 : 0;
}

/** The code of a refusal that concerns only this badge. Any other error ends the command. */
function rejectionOf(error: unknown): string {
  const code = error instanceof DomainError || error instanceof RemoteError ? error.code : undefined;
  if (code === 'already-revoked' || code === 'unknown-credential' || code === 'store-conflict') return code;
  throw error;
}
