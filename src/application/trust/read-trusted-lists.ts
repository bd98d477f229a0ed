import { type Instant, isWithin } from '../../domain/time/time.ts';
import type { TrustedList } from '../../domain/trusted-list.ts';
import { reasonOf } from '../reason-of.ts';
import type { Ports } from '../service-ports.ts';
import { decodeText } from '../verification/read-json.ts';
import { parseTrustedList } from './parse-list.ts';

/** A list is read again after a day; after a failure, in ten minutes. */
const READ_EVERY_SECONDS = 86_400;
const TRIED_EVERY_SECONDS = 600;
const LARGEST_BYTES = 1024 * 1024;

/** Reads the lists of trusted issuers that are old or were never read. A list that cannot be read is logged,
 *  and is used in its last version. */
export function readTrustedLists(ports: Ports): () => Promise<void> {
  const tried = new Map<string, Instant>();
  return async () => {
    const { store, clock, trustedSources } = ports;
    if (trustedSources.length === 0) return;
    const known = new Map((await store.readTrustedLists()).map((list) => [list.source, list.readAt]));
    const now = clock.now();
    const isRecent = (at: Instant | undefined, seconds: number) =>
      at !== undefined && isWithin(now, at, seconds);
    for (const source of trustedSources) {
      if (isRecent(known.get(source), READ_EVERY_SECONDS)) continue;
      if (isRecent(tried.get(source), TRIED_EVERY_SECONDS)) continue;
      tried.set(source, now);
      await readOne(source, ports);
    }
  };
}

async function readOne(source: string, ports: Ports): Promise<void> {
  const { store, clock, log } = ports;
  let list: TrustedList;
  try {
    const text = decodeText(await readBytes(source, ports));
    if (text === undefined) throw new Error('not UTF-8');
    const { name = source, ...rest } = parseTrustedList(text);
    list = { source, name, readAt: clock.now(), ...rest };
  } catch (error) {
    log.error('trusted-list-unread', { source, reason: reasonOf(error) });
    return;
  }
  await store.commit([{ kind: 'trusted-list-read', list }]);
  log.info('trusted-list-read', { source, issuers: list.issuers.length });
}

async function readBytes(source: string, { fetcher, readFile, time }: Ports): Promise<Uint8Array> {
  if (!source.startsWith('https://')) {
    if (!readFile) throw new Error('this runtime reads no files');
    const bytes = await readFile(source);
    if (bytes.length > LARGEST_BYTES) throw new Error('too large');
    return bytes;
  }
  // The operator named this server, so its clock is evidence; those of strangers are not.
  const fetched = await fetcher.fetch(source, 'application/json', (at) => time.hear('fetched', at));
  if (fetched.kind === 'ok') return fetched.body;
  throw new Error(fetched.kind === 'status' ? `answers ${fetched.status}` : fetched.reason);
}
