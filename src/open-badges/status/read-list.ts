import { hasErrorCode } from '../errors.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from '../parsing/json-value.ts';
import { decodeBitstring, MINIMUM_BITS, readBit } from './bitstring.ts';

/** The suffix of the address of a list of suspensions. */
export const SUSPENSION = '.suspension';

/** The list of suspensions that a status list names, with the digest of its bytes if one is stated; undefined
 *  if it names none. */
export function suspensionsBeside(
  list: JsonObject,
): { readonly url: string; readonly digest: string | undefined } | undefined {
  const own = textOf(list, 'id');
  const url = own === undefined ? undefined : `${own}${SUSPENSION}`;
  const named = listOf(list['relatedResource']).find((one) => textOf(one, 'id') === url);
  return url === undefined || named === undefined ? undefined : { url, digest: textOf(named, 'digestSRI') };
}

/** The status that a list gives to one entry. For a list that cannot be trusted, the reason in English. */
export type StatusReading =
  | {
      readonly kind: 'read';
      readonly set: boolean;
      /** The entry's own words for the value; only with the purpose `message`. */
      readonly message?: string;
    }
  | { readonly kind: 'invalid'; readonly reason: string };

/** The types of entry that are read, each with its type of list and the prefix of its bits. Status List 2021
 *  was the draft of Bitstring Status List; its bits have no multibase letter. */
const KINDS = [
  {
    entry: 'BitstringStatusListEntry',
    list: 'BitstringStatusListCredential',
    subject: 'BitstringStatusList',
    toMultibase: (encoded: string) => encoded,
  },
  {
    entry: 'StatusList2021Entry',
    list: 'StatusList2021Credential',
    subject: 'StatusList2021',
    // Base64 has at most two characters of padding (RFC 4648 §4). With more, the text is refused.
    toMultibase: (encoded: string) => `u${encoded.replace(/={1,2}$/, '')}`,
  },
] as const;

/** The types of status entry that are read. */
export const STATUS_LIST_ENTRIES: readonly string[] = KINDS.map(({ entry }) => entry);
type Kind = (typeof KINDS)[number];
/** Largest number of bits of one entry. */
const MAXIMUM_STATUS_SIZE = 8;

/** Reads the bit of an entry (Bitstring Status List §3.2, "Validate Algorithm", steps 5–13). The caller must
 *  verify the proof, issuer and dates of the list. Every check is strict: an index with characters other than
 *  digits, a short list or another purpose never reads as "not revoked". `decode` may cache the bits. */
export async function readStatusBit(
  list: unknown,
  entry: unknown,
  decode: (encoded: string) => Promise<Uint8Array> = decodeBitstring,
): Promise<StatusReading> {
  const kind = KINDS.find((one) => hasType(entry, one.entry));
  if (kind === undefined || !isJsonObject(entry)) return invalid('entry is of no known type');
  const fault = shapeError(list, entry, kind);
  if (fault !== undefined) return invalid(fault);
  const encoded = textOf((list as JsonObject)['credentialSubject'], 'encodedList') ?? '';
  const bits = await decode(kind.toMultibase(encoded)).catch(ifUnreadable);
  if (bits === undefined) return invalid('encodedList cannot be decoded');
  const size = sizeOf(entry);
  if (bits.length * 8 < MINIMUM_BITS * size) return invalid(`fewer than ${MINIMUM_BITS} entries`);
  const value = readValue(bits, Number(textOf(entry, 'statusListIndex')), size);
  if (value === undefined) return invalid('index beyond the list');
  return { kind: 'read', set: value > 0, ...messageOf(entry, value) };
}

/** Any other error is not about the list, so the caller may ask again. */
function ifUnreadable(error: unknown): undefined {
  if (!hasErrorCode(error, 'unreadable-file')) throw error;
}

/** The reason for a list that states another address than its own. It may be a copy of another list, in which
 *  no bit is set. */
/** The reason of a badge whose place in the list is no text, as the standard wants it. */
export const OWN_INDEX = 'statusListIndex is not a decimal string';
export const OTHER_LIST = 'list is not the one that the entry names';

function invalid(reason: string): StatusReading {
  return { kind: 'invalid', reason };
}

function sizeOf(entry: JsonObject): number {
  const size = entry['statusSize'];
  return typeof size === 'number' ? size : 1;
}

/** The bits of an entry as a number, leftmost bit first; undefined outside the list. */
function readValue(bits: Uint8Array, index: number, size: number): number | undefined {
  let value = 0;
  for (let at = index * size; at < (index + 1) * size; at += 1) {
    const bit = readBit(bits, at);
    if (bit === undefined) return undefined;
    value = value * 2 + Number(bit);
  }
  return value;
}

/** Characters of an entry's message that a report repeats. */
const SHOWN = 200;

/** The message for a value (§2.2, `statusMessage`). `status` is the value in hexadecimal. */
function messageOf(entry: JsonObject, value: number): { readonly message?: string } {
  if (textOf(entry, 'statusPurpose') !== 'message') return {};
  const found = listOf(entry['statusMessage']).find(
    (one) => Number.parseInt((textOf(one, 'status') ?? '').replace(/^0x/i, ''), 16) === value,
  );
  const message = textOf(found, 'message')?.slice(0, SHOWN);
  return message === undefined ? {} : { message };
}

function shapeError(list: unknown, entry: JsonObject, kind: Kind): string | undefined {
  if (!/^(0|[1-9]\d{0,9})$/.test(textOf(entry, 'statusListIndex') ?? '')) {
    return OWN_INDEX;
  }
  const size = entry['statusSize'] ?? 1;
  // Only a message may have more than two values (§2.1, "statusSize").
  const isMessage = textOf(entry, 'statusPurpose') === 'message';
  if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > (isMessage ? MAXIMUM_STATUS_SIZE : 1)) {
    return 'statusSize does not fit the purpose';
  }
  if (!isJsonObject(list) || !hasType(list, kind.list)) return `list is not a ${kind.list}`;
  if (list['id'] !== undefined && list['id'] !== entry['statusListCredential']) {
    return OTHER_LIST;
  }
  const subject = list['credentialSubject'];
  if (!hasType(subject, kind.subject)) return `subject is not a ${kind.subject}`;
  const purpose = textOf(entry, 'statusPurpose');
  const purposes = isJsonObject(subject) ? listOf(subject['statusPurpose']) : [];
  if (purpose === undefined || !purposes.includes(purpose)) return 'list has another statusPurpose';
  return undefined;
}
