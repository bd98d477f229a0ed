import type { TrustedIssuer } from '../../domain/trusted-list.ts';
import { isJsonObject, type JsonObject, textOf } from '../../openbadges/json-value.ts';
import { parseDateTime } from '../../openbadges/rfc3339.ts';
import { shownText } from '../../openbadges/shown-text.ts';
import { readJson } from '../verification/read-json.ts';

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
