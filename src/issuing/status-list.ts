import {
  type BitstringStatusListEntry,
  CREDENTIALS_V2,
  MEDIA_TYPES,
  type UnsignedStatusList,
} from '#open-badges/credential';
import { didOf } from '#open-badges/keys';
import type { Instant } from '../domain/time/calendar.ts';
import { statusListUrl, suspensionListUrl } from './addresses.ts';

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

/** The list to build, with its bits. */
export interface StatusListInput {
  readonly origin: string;
  readonly listId: string;
  /** `suspension`: the list that marks the suspensions among the set entries of the list with this id. */
  readonly purpose?: 'revocation' | 'suspension';
  /** SHA-256 of the list of suspensions, in base64, where there is such a list. */
  readonly suspensionsDigest?: string | undefined;
  readonly issuer: { readonly name: string };
  /** The result of `encodeBitstring`. */
  readonly encodedList: string;
  readonly validFrom: Instant;
  /** Absent for the last list of a service that closes, because no other list will be signed. */
  readonly validUntil?: Instant | undefined;
  readonly ttlMilliseconds: number;
}

/** The body of the list (Bitstring Status List §2.2). It is not a badge, so it has no Open Badges context. */
export function statusListCredential(input: StatusListInput): UnsignedStatusList {
  const { origin, listId, purpose = 'revocation', suspensionsDigest } = input;
  const id = purpose === 'revocation' ? statusListUrl(origin, listId) : suspensionListUrl(origin, listId);
  return {
    '@context': [CREDENTIALS_V2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: didOf(origin), name: input.issuer.name },
    validFrom: input.validFrom,
    ...(input.validUntil && { validUntil: input.validUntil }),
    ...(suspensionsDigest !== undefined && {
      relatedResource: {
        id: suspensionListUrl(origin, listId),
        mediaType: MEDIA_TYPES.vc,
        digestSRI: `sha256-${suspensionsDigest}`,
      },
    }),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: input.encodedList,
      ttl: input.ttlMilliseconds,
    },
  };
}
