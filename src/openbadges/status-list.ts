import type { Instant } from '../domain/time/time.ts';
import { didOf, statusListUrl } from './addresses.ts';
import { decodeBitstring, MINIMUM_BITS, readBit } from './bitstring.ts';
import { CREDENTIALS_V2 } from './contexts.ts';
import { hasType, isJsonObject, type JsonObject, listOf, textOf } from './json-value.ts';
import type { BitstringStatusListEntry, UnsignedStatusList } from './types.ts';

/** The place of an award in a status list. */
export interface StatusPlace {
  readonly listId: string;
  readonly index: number;
}

/** The single `credentialStatus` of a badge (Bitstring Status List §2.1). */
export function statusListEntry(origin: string, { listId, index }: StatusPlace): BitstringStatusListEntry {
  const list = statusListUrl(origin, listId);
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
  };
}

export interface StatusListInput {
  readonly origin: string;
  readonly listId: string;
  readonly issuer: { readonly name: string };
  /** The result of `encodeBitstring`. */
  readonly encodedList: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly ttlMilliseconds: number;
}

/** The list as a credential, still unsigned (Bitstring Status List §2.2). It is not a badge, so it has no
 *  Open Badges context. */
export function statusListCredential(input: StatusListInput): UnsignedStatusList {
  const id = statusListUrl(input.origin, input.listId);
  return {
    '@context': [CREDENTIALS_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: didOf(input.origin), name: input.issuer.name },
    validFrom: input.validFrom,
    validUntil: input.validUntil,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: input.encodedList,
      ttl: input.ttlMilliseconds,
    },
  };
}

/** The status that a list gives to one entry. A list that cannot be trusted gives the reason instead, in
 *  English. */
export type StatusReading =
  | { readonly kind: 'read'; readonly set: boolean }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Reads the bit of an entry (Bitstring Status List §3.2, "Validate Algorithm", steps 5–13). The caller must
 *  verify the proof, issuer and dates of the list. Every check is strict: an index with other characters than
 *  digits, a short list or another purpose never reads as "not revoked". `decode` may remember the bits. */
export async function readStatusBit(
  list: unknown,
  entry: unknown,
  decode: (encoded: string) => Promise<Uint8Array> = decodeBitstring,
): Promise<StatusReading> {
  const fault = shapeFault(list, entry);
  if (fault !== undefined) return { kind: 'invalid', reason: fault };
  const encoded = textOf((list as JsonObject)['credentialSubject'], 'encodedList') ?? '';
  const bits = await decode(encoded).catch(() => undefined);
  if (bits === undefined) return { kind: 'invalid', reason: 'encodedList cannot be decoded' };
  if (bits.length * 8 < MINIMUM_BITS)
    return { kind: 'invalid', reason: `fewer than ${MINIMUM_BITS} entries` };
  const set = readBit(bits, Number(textOf(entry, 'statusListIndex')));
  return set === undefined ? { kind: 'invalid', reason: 'index beyond the list' } : { kind: 'read', set };
}

function shapeFault(list: unknown, entry: unknown): string | undefined {
  if (!isJsonObject(entry) || !hasType(entry, 'BitstringStatusListEntry')) {
    return 'entry is not a BitstringStatusListEntry';
  }
  if (!/^(0|[1-9]\d{0,9})$/.test(textOf(entry, 'statusListIndex') ?? '')) {
    return 'statusListIndex is not a decimal string';
  }
  if (entry['statusSize'] !== undefined && entry['statusSize'] !== 1) return 'statusSize is not 1';
  if (!isJsonObject(list) || !hasType(list, 'BitstringStatusListCredential')) {
    return 'list is not a BitstringStatusListCredential';
  }
  if (list['id'] !== undefined && list['id'] !== entry['statusListCredential']) {
    return 'list is not the one that the entry names';
  }
  const subject = list['credentialSubject'];
  if (!hasType(subject, 'BitstringStatusList')) return 'subject is not a BitstringStatusList';
  const purpose = textOf(entry, 'statusPurpose');
  const purposes = isJsonObject(subject) ? listOf(subject['statusPurpose']) : [];
  if (purpose === undefined || !purposes.includes(purpose)) return 'list has another statusPurpose';
  return undefined;
}
