import { suspensionsBeside } from '#open-badges/credential';
import { decodeBitstring, readBit } from '#open-badges/files';
import { base64Sha256Of } from '#open-badges/keys';
import { textOf } from '#open-badges/parsing';
import type { Finding } from '../../domain/integrity/invariant.ts';
import { statusListUrl, suspensionListUrl } from '../../issuing/addresses.ts';
import { isListAhead, isListOld } from '../credentials/status-lists.ts';
import type { Ports } from '../service-ports.ts';
import type { StatusList } from '../store/badge-readers.ts';
import { findProofError, parseObject, readOwnKeys } from '../verification/own-signatures.ts';
import { type CheckInvariantPage, toCheckedPage } from './check-page.ts';

type Published = StatusList & Required<Pick<StatusList, 'published'>>;
type Detail = NonNullable<Finding['detail']>;

/** Looks at each published list. There are few of them: one for each 65,000 badges. */
function overLists(
  judge: (ports: Ports, list: Published) => Promise<Detail | undefined>,
): CheckInvariantPage {
  return async (ports) => {
    const lists = await ports.store.readStatusLists();
    const found: Finding[] = [];
    for (const list of lists) {
      if (!list.published) continue;
      const detail = await judge(ports, { ...list, published: list.published });
      if (detail) found.push({ subject: `status_list ${list.id}`, detail });
    }
    return toCheckedPage(lists.length, found);
  };
}

/** The bits of each published list are those of the revocations and suspensions that it was made of. A list that
 *  has changed since waits to be published again. */
export const checkBits: CheckInvariantPage = overLists(
  async ({ store, origin }, { id, size, revision, published }) => {
    if (published.publishedRevision > revision) return { revision: published.publishedRevision };
    const { set, suspended } = await store.readSetIndexes(id);
    const other = await findOtherBits(published.document, {
      id: statusListUrl(origin, id),
      validUntil: published.validUntil,
    });
    if (typeof other === 'string') return { member: other };
    const isCurrent = published.publishedRevision === revision;
    const wrong = isCurrent ? findWrongBit(other, set, size) : undefined;
    if (wrong !== undefined) return { index: wrong };
    return judgeSuspensions({ id, size, published, suspended, isCurrent, origin });
  },
);

interface Suspensions extends Pick<Published, 'id' | 'size' | 'published'> {
  readonly suspended: readonly number[];
  readonly isCurrent: boolean;
  readonly origin: string;
}

async function judgeSuspensions(of: Suspensions): Promise<Detail | undefined> {
  const { id, size, published, suspended, isCurrent, origin } = of;
  const named = suspensionsBeside(parseObject(published.document) ?? {});
  const { suspensionDocument: document } = published;
  if (document === undefined)
    return named || suspended.length > 0 ? { member: 'relatedResource' } : undefined;
  if (named?.digest !== `sha256-${await base64Sha256Of(document)}`) return { member: 'relatedResource' };
  const expected = { id: suspensionListUrl(origin, id), validUntil: published.validUntil };
  const bits = await findOtherBits(document, expected);
  if (typeof bits === 'string') return { member: `suspensions.${bits}` };
  const wrong = isCurrent ? findWrongBit(bits, suspended, size) : undefined;
  return wrong === undefined ? undefined : { suspension: wrong };
}

/** The bits of a list's document, or the member in which it differs from its row. */
async function findOtherBits(
  text: string,
  expected: { readonly id: string; readonly validUntil: string },
): Promise<Uint8Array | string> {
  const document = parseObject(text);
  if (!document) return 'unreadable';
  if (document['id'] !== expected.id) return 'id';
  if (document['validUntil'] !== expected.validUntil) return 'validUntil';
  const encoded = textOf(document['credentialSubject'], 'encodedList') ?? '';
  return decodeBitstring(encoded).catch(() => 'encodedList');
}

/** The first index whose bit is not as it should be. */
function findWrongBit(bits: Uint8Array, set: readonly number[], size: number): number | undefined {
  const expected = new Set(set);
  for (let index = 0; index < size; index += 1) {
    // A whole byte of free places is the most frequent.
    if (index % 8 === 0 && bits[index / 8] === 0 && !hasAny(expected, index)) index += 7;
    else if (readBit(bits, index) !== expected.has(index)) return index;
  }
  return undefined;
}

function hasAny(expected: ReadonlySet<number>, from: number): boolean {
  for (let index = from; index < from + 8; index += 1) if (expected.has(index)) return true;
  return false;
}

/** Each published list was signed in the last two days, and none is dated ahead. */
export const checkListDates: CheckInvariantPage = overLists(
  async ({ clock }, { published: { validUntil } }) => {
    const now = clock.now();
    const isWrong = isListAhead(validUntil, now) || isListOld(validUntil, now);
    return isWrong ? { validUntil } : undefined;
  },
);

/** Each published list, and its list of suspensions, verifies by its proof. */
export const checkListProofs: CheckInvariantPage = overLists(async (ports, { published }) => {
  const keys = await readOwnKeys(ports);
  for (const document of [published.document, published.suspensionDocument]) {
    const fault = document === undefined ? undefined : await findProofError(ports, keys, document);
    if (fault) return { fault };
  }
  return undefined;
});
