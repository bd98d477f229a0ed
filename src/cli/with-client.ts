import { DomainError } from '../domain/errors.ts';
import { type CredentialId, parseCredentialId } from '../domain/ids.ts';
import { openNodeContext } from '../node.ts';
import type { Client } from './client.ts';
import { type CommandCall, textOption } from './command.ts';
import { UsageError } from './errors.ts';
import { isSafeRemote } from './http-client.ts';
import { openLocalClient } from './local-client.ts';
import { openRemoteClient } from './remote-client.ts';

/** A credential's id as people paste it: its 22 characters, or the whole address. Throws
 *  `unknown-credential`. */
export function parseCredentialAddress(text: string): CredentialId {
  const last = text.trim().split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  const id = parseCredentialId(last);
  if (!id) throw new DomainError('unknown-credential', { id: text });
  return id;
}

/** Runs a verb that writes, on the local database or, with `--remote URL`, through the API. */
export async function withClient<T>(call: CommandCall, use: (client: Client) => Promise<T>): Promise<T> {
  const client = await openClient(call);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function openClient(call: CommandCall): Promise<Client> {
  const url = textOption(call, 'remote');
  if (!url) return openLocalClient(await openNodeContext(call.environment));
  // A program is known by its token.
  if (call.environment['JALON_AS']) throw new UsageError(call.texts.actorRemote);
  const token = call.environment['JALON_TOKEN'];
  if (!token) throw new UsageError(call.texts.tokenMissing);
  if (!URL.canParse(url)) throw new UsageError(call.texts.badUrl(url));
  if (!isSafeRemote(url)) throw new UsageError(call.texts.unsafeRemote(url));
  return openRemoteClient({ url, token });
}
