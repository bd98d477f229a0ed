import { openNodeContext } from '../node.ts';
import type { Client } from './client.ts';
import { openLocalClient } from './local-client.ts';
import { openRemoteClient } from './remote-client.ts';
import { isSafeRemote } from './send.ts';
import { UsageError } from './usage-error.ts';
import { textOption, type VerbCall } from './verb.ts';

/** Runs a verb that writes, on the local database or, with `--remote URL`, through the API. */
export async function withClient<T>(call: VerbCall, use: (client: Client) => Promise<T>): Promise<T> {
  const client = await openClient(call);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function openClient(call: VerbCall): Promise<Client> {
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
