import { encodeBitstring } from '#open-badges/files';
import { base64Sha256Of } from '#open-badges/keys';
import type { PublishedStatusList } from '../../domain/award/status-list.ts';
import { isSigningAway } from '../../domain/errors.ts';
import { type Instant, isWithin, secondsAfter } from '../../domain/time/calendar.ts';
import { firstAhead } from '../../domain/time/clock-skew.ts';
import { type StatusListInput, statusListCredential } from '../../issuing/status-list.ts';
import { type Allowance, UNLIMITED } from '../concurrency/query-budget.ts';
import { doEachItem } from '../maintenance/one-by-one.ts';
import { asDomainError } from '../open-badges-errors.ts';
import type { Ports } from '../service-ports.ts';
import type { StatusList } from '../store/badge-readers.ts';
import { useCases } from '../use-cases.ts';
import { findProofError, readOwnKeys } from '../verification/own-signatures.ts';

/** Seconds for which a reader may cache the list: the `ttl` of the credential and the `max-age` of its
 *  response. */
export const STATUS_TTL_SECONDS = 300;
/** A list is valid for a week and a day, so that badges can be verified for a week while the service or its
 *  keys are away. */
export const STATUS_VALIDITY_SECONDS = 8 * 86_400;
/** A list is signed again after this time, although nothing has changed. */
const RENEWAL_SECONDS = 12 * 3600;

type ListDocuments = Pick<PublishedStatusList, 'document' | 'suspensionDocument'>;
type ReadList = ListDocuments & {
  /** The end of its validity; absent if it has none. */
  readonly validUntil?: Instant;
  /** Whether a bit was set since it was signed. */
  readonly isBehind?: boolean;
};
type ReadListDocument = (listId: string) => Promise<ReadList | undefined>;

/** The published list. It is signed again where a bit was set since, or where its validity is about to end.
 *  While the keys are away, the last one is given until its end, so that badges still verify. Undefined if no
 *  such list exists. Throws `signing-unavailable` once it has ended. */
export const readStatusListDocument = (ports: Ports): ReadListDocument => {
  if (ports.copiedAt !== undefined) return readLastList(ports);
  const underway = new Map<string, Promise<PublishedStatusList>>();
  return async (listId) => {
    const list = await ports.store.readStatusList(listId);
    if (!list) return undefined;
    if (list.published && isFresh(list, ports)) return list.published;
    // Readers that ask at the same time share one signature.
    const publishing = underway.get(listId) ?? publish(ports, list).finally(() => underway.delete(listId));
    underway.set(listId, publishing);
    return publishing.catch((error: unknown) => {
      const { published, revision } = list;
      const isUsable =
        published && published.validUntil > ports.clock.now() && !isWorthless(published, ports);
      if (!isSigningAway(error) || !isUsable) throw error;
      return { ...published, isBehind: published.publishedRevision < revision };
    });
  };
};

/** Signs each list once for the copy of a service that closes. The list has no end, because no other list
 *  will be signed. It is not stored: a service that continues must never publish it. */
function readLastList(ports: Ports): ReadListDocument {
  const signed = new Map<string, ReturnType<ReadListDocument>>();
  return async (listId) => {
    const list = await ports.store.readStatusList(listId);
    if (!list) return undefined;
    // A bit that is set while the copy is made is not left out.
    const state = `${listId} ${list.revision}`;
    const last =
      signed.get(state) ?? signDocuments(ports, list, { validFrom: beginningOf(list, ports.clock.now()) });
    signed.set(state, last);
    return last;
  };
}

/** The most queries needed to look at a list and to publish it. */
const LIST_QUERIES = 6;

/** Signs and publishes every list that is not fresh or whose signature does not hold, and returns their number.
 *  The timer calls it. */
export const publishStatusLists = (ports: Ports) => {
  const isSound = makeSoundness(ports);
  return async (allowance: Allowance = UNLIMITED): Promise<number> => {
    let published = 0;
    const action = async (list: StatusList) => {
      if (!allowance.has(LIST_QUERIES) || (isFresh(list, ports) && (await isSound(list)))) return;
      await publish(ports, list);
      published += 1;
    };
    const lists = await ports.store.readStatusLists();
    await doEachItem(
      ports.log,
      'publish-status-lists',
      lists.map((list) => ({ id: list.id, action: () => action(list) })),
    );
    return published;
  };
};

/** Whether the signatures of a published list hold. A list that someone changed in the database would make
 *  every badge unverifiable until it is renewed. Each document is verified once. */
function makeSoundness(ports: Ports) {
  const verified = new Map<string, string>();
  const reported = new Map<string, string>();
  return async ({ id, published }: StatusList): Promise<boolean> => {
    const documents = [published?.document, published?.suspensionDocument].filter((one) => one !== undefined);
    const text = documents.join('\n');
    if (verified.get(id) === text) return true;
    const keys = await readOwnKeys(ports);
    for (const document of documents) {
      const reason = await findProofError(ports, keys, document);
      if (reason === undefined) continue;
      // While the keys are away, the list stays as it is.
      if (reported.get(id) !== text) ports.log.error('status-list-unsound', { id, reason });
      reported.set(id, text);
      return false;
    }
    verified.set(id, text);
    return true;
  };
}

function isFresh({ published, revision }: StatusList, ports: Ports): boolean {
  if (!published || published.publishedRevision < revision || isWorthless(published, ports)) return false;
  return isDatedWell(published.validUntil, ports.clock.now());
}

/** Whether a compromised key signed it. It would make every badge unverifiable. */
function isWorthless(published: ListDocuments, { keys }: Ports): boolean {
  const compromised = keys.list().filter((key) => key.state === 'compromised');
  const documents = [published.document, published.suspensionDocument ?? '{"proof":[]}'];
  return compromised.some(({ kid }) => documents.some((one) => isSignedWith(one, kid)));
}

/** Whether the list was signed in the last twelve hours. A list that was signed ahead of now, by a clock that
 *  was ahead, is not: it is signed again at once, whatever its date, because readers with a right clock may
 *  refuse it. Each list is dated by its end, which is eight days after its signature. */
function isDatedWell(validUntil: Instant, now: Instant): boolean {
  return isWithin(now, signedAt(validUntil), RENEWAL_SECONDS);
}

function signedAt(validUntil: Instant): Instant {
  return secondsAfter(validUntil, -STATUS_VALIDITY_SECONDS);
}

/** When a list with this end was signed, and when it is due to be signed again. */
export function listDates(validUntil: Instant): { readonly signedAt: Instant; readonly renewedAt: Instant } {
  const at = signedAt(validUntil);
  return { signedAt: at, renewedAt: secondsAfter(at, RENEWAL_SECONDS) };
}

/** Whether a list with this end was signed by a clock that was ahead. */
export function isListAhead(validUntil: Instant, now: Instant): boolean {
  return signedAt(validUntil) > firstAhead(now);
}

/** Whether a list with this end was not signed again for two days. */
export function isListOld(validUntil: Instant, now: Instant): boolean {
  return secondsAfter(signedAt(validUntil), 2 * 86_400) < now;
}

function isSignedWith(document: string, kid: string): boolean {
  const { proof } = JSON.parse(document) as {
    readonly proof: readonly { readonly verificationMethod: string }[];
  };
  return proof.some(({ verificationMethod }) => verificationMethod.endsWith(`#${kid}`));
}

async function publish(ports: Ports, list: StatusList): Promise<PublishedStatusList> {
  const published = await sign(ports, list);
  await ports.store.commit([{ kind: 'status-list-published', list: published }]);
  return published;
}

/** The list signed again, for the caller to commit; undefined if the published one is fresh or where there
 *  is none. */
export async function signIfStale(ports: Ports, listId: string): Promise<PublishedStatusList | undefined> {
  const list = await ports.store.readStatusList(listId);
  return list && !isFresh(list, ports) ? sign(ports, list) : undefined;
}

async function sign(ports: Ports, list: StatusList): Promise<PublishedStatusList> {
  const now = ports.clock.now();
  const validUntil = secondsAfter(now, STATUS_VALIDITY_SECONDS);
  const validFrom = beginningOf(list, now);
  const documents = await signDocuments(ports, list, { validFrom, validUntil });
  return { id: list.id, publishedRevision: list.revision, ...documents, validFrom, validUntil };
}

/** The instant at which the list was opened, "the earliest point in time at which the status list is valid"
 *  (Bitstring Status List §2.2). It never moves, except back from the future where the clock was ahead at the
 *  opening; the earlier instant is then stored. */
function beginningOf({ openedAt }: StatusList, now: Instant): Instant {
  return openedAt < now ? openedAt : now;
}

/** Signs the list, and the list of suspensions. The bits are read after the revision, so that they include at
 *  least its changes. The bit of a suspended entry is set in both: a reader who knows only the first list
 *  refuses the badge. The second list, made once an entry was suspended, distinguishes suspensions from
 *  revocations (docs/adr/0024). */
async function signDocuments(
  ports: Ports,
  list: StatusList,
  period: Pick<StatusListInput, 'validFrom' | 'validUntil'>,
): Promise<ListDocuments> {
  const { set, suspended } = await ports.store.readSetIndexes(list.id);
  const signBits = async (indexes: readonly number[], of: Partial<StatusListInput>) => {
    const unsigned = statusListCredential({
      origin: ports.origin,
      listId: list.id,
      issuer: ports.issuer,
      encodedList: await asDomainError(() => encodeBitstring(indexes, list.size, ports.gzip)),
      ...period,
      ttlMilliseconds: STATUS_TTL_SECONDS * 1000,
      ...of,
    });
    return JSON.stringify((await ports.signer.signStatusList(unsigned)).document);
  };
  const hadSuspensions = list.published?.suspensionDocument !== undefined;
  if (suspended.length === 0 && !hadSuspensions) return { document: await signBits(set, {}) };
  const suspensionDocument = await signBits(suspended, { purpose: 'suspension' });
  const suspensionsDigest = await base64Sha256Of(suspensionDocument);
  return { document: await signBits(set, { suspensionsDigest }), suspensionDocument };
}

export const statusListServices = useCases({ publishStatusLists, readStatusListDocument });
