import { decodeText, isJsonObject, type JsonObject, readJson, shownText, textOf } from '#open-badges/parsing';
import { parseDateTime } from '#open-badges/values';
import { reasonOf } from '../../application/observability/counting-logger.ts';
import type { Ports } from '../../application/service-ports.ts';
import { type Instant, isWithin } from '../../domain/time/calendar.ts';
import type { TrustedIssuer, TrustedList } from './feature.ts';

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

/** The most issuers of one list. */
const MOST_ISSUERS = 5000;
const LONGEST_ID = 500;
const LONGEST_NAME = 200;

/** The content of a list, before it is stored. */
export interface ParsedList {
  readonly name?: string;
  readonly validUntil?: string;
  readonly issuers: readonly TrustedIssuer[];
}

/** Reads a list of issuers: our own form, `{ name, validUntil, issuers: [{ id, name, url, logo }] }`, or the
 *  registry of the Digital Credentials Consortium, `{ registry: { did: { name, url } } }`. Throws a plain
 *  Error with the reason. A list with any fault is not read at all, so that half a list is never used. */
export function parseTrustedList(text: string): ParsedList {
  const read = readJson(text.replace(/^\uFEFF/, ''));
  if (read.kind === 'refused') throw new Error(read.fault.reason);
  if (read.kind !== 'object') throw new Error('not a JSON object');
  const { object } = read;
  const issuers = isJsonObject(object['registry'])
    ? ofRegistry(object['registry'])
    : ofList(object['issuers']);
  if (issuers.length > MOST_ISSUERS) throw new Error(`more than ${MOST_ISSUERS} issuers`);
  const ids = new Set(issuers.map(({ id }) => id));
  if (ids.size < issuers.length) throw new Error('an issuer stands twice');
  return { ...headOf(object), issuers };
}

function headOf(object: JsonObject): Omit<ParsedList, 'issuers'> {
  const stated = textOf(object, 'name')?.slice(0, LONGEST_NAME);
  const name = stated && shownText(stated);
  const validUntil = object['validUntil'];
  if (validUntil === undefined) return name === undefined ? {} : { name };
  if (typeof validUntil !== 'string' || parseDateTime(validUntil) === undefined) {
    throw new Error('validUntil is no date-time with a zone');
  }
  return { ...(name !== undefined && { name }), validUntil };
}

function ofRegistry(registry: JsonObject): readonly TrustedIssuer[] {
  return Object.entries(registry).map(([id, entry]) => toIssuer(id, entry));
}

function ofList(list: unknown): readonly TrustedIssuer[] {
  if (!Array.isArray(list)) throw new Error('neither issuers nor registry');
  return list.map((entry) => toIssuer(textOf(entry, 'id') ?? '', entry));
}

function toIssuer(id: string, entry: unknown): TrustedIssuer {
  const name = shownText(textOf(entry, 'name')?.trim() ?? '');
  const isId = /^(?:did:|https?:\/\/)\S+$/.test(id) && id.length <= LONGEST_ID;
  if (!isId) throw new Error(`no DID and no address: ${id.slice(0, LONGEST_ID)}`);
  if (name === '' || name.length > LONGEST_NAME) throw new Error(`the name of ${id} is missing or too long`);
  const url = addressOf(entry, 'url');
  const logo = addressOf(entry, 'logo');
  return { id, name, ...(url && { url }), ...(logo && { logo }) };
}

function addressOf(entry: unknown, member: string): string | undefined {
  const address = textOf(entry, member) ?? '';
  return /^https?:\/\//.test(address) && URL.canParse(address) && address.length <= LONGEST_ID
    ? address
    : undefined;
}
