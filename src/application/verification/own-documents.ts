import { MEDIA_TYPES } from '#open-badges/credential';
import { type Instant, isWithin } from '../../domain/time/calendar.ts';
import { didDocument } from '../../issuing/did-document.ts';
import type { readStatusListDocument } from '../credentials/status-lists.ts';
import type { Clock, KeyDirectory } from '../ports.ts';
import type { Refresh } from '../settings/refresh.ts';
import type { DataVersion, DataVersionReader } from '../store/service-readers.ts';

/** One of our documents, as served at its address. */
export interface OwnDocument {
  readonly contentType: string;
  readonly text: string;
  /** Whether it lacks what was decided since, because nothing could be signed: it is then no evidence here. */
  readonly isBehind?: boolean;
}

/** Reads those of our documents that every verification of our badges needs: the keys and the status list.
 *  Returns the same object as long as nothing has changed. Undefined for any other path, and where there is
 *  no such list. */
export type ReadOwnDocument = (path: string) => Promise<OwnDocument | undefined>;

/** What our documents are made of. */
interface Making {
  readonly origin: string;
  readonly keys: KeyDirectory;
  readonly clock: Clock;
  readonly store: DataVersionReader;
  readonly refresh: Refresh;
  readonly readStatusList: ReturnType<typeof readStatusListDocument>;
}

/** A status list and its list of suspensions. */
interface ListDocuments {
  readonly all: OwnDocument;
  readonly suspensions?: OwnDocument;
}

/** A list, and the state of the database on which it rests. */
interface Held {
  readonly moment: DataVersion;
  readonly madeAt: Instant;
  readonly documents: ListDocuments;
}

/** Seconds after which a list is read again in any case, because it is signed again before its validity
 *  ends. */
const HELD_SECONDS = 60;
const MOST_HELD = 64;

/** Makes the reader. At the beginning of every request the keys of all processes are known (refresh.ts). For
 *  a list, the state of the database is read each time, so that a revocation by any process counts from the
 *  next verification on. */
export function makeReadOwnDocument(needs: Making): ReadOwnDocument {
  const readKeys = makeReadKeys(needs);
  const readList = makeReadList(needs);
  return async (path) => {
    if (path === '/.well-known/did.json') return readKeys();
    const [, listId, suspension] = /^\/status\/([\w-]{1,64})(\.suspension)?$/.exec(path) ?? [];
    if (listId === undefined) return undefined;
    const list = await readList(listId);
    return suspension === undefined ? list?.all : list?.suspensions;
  };
}

/** Reads the keys. The directory returns another list whenever a key changes. */
function makeReadKeys({ origin, keys }: Making): () => OwnDocument {
  let known: ReturnType<KeyDirectory['list']> | undefined;
  let document: OwnDocument | undefined;
  return () => {
    const records = keys.list();
    if (document && records === known) return document;
    known = records;
    document = { contentType: MEDIA_TYPES.did, text: JSON.stringify(didDocument(origin, records)) };
    return document;
  };
}

function makeReadList({ clock, store, refresh, readStatusList }: Making) {
  const held = new Map<string, Held>();
  return async (listId: string): Promise<ListDocuments | undefined> => {
    const moment = await store.readDataVersion({ kind: 'status-list', id: listId });
    await refresh(moment);
    const madeAt = clock.now();
    const known = held.get(listId);
    if (known && isStill(known, moment, madeAt)) return known.documents;
    held.delete(listId);
    const list = await readStatusList(listId);
    if (!list) return undefined;
    const { suspensionDocument, isBehind = false } = list;
    const toDocument = (text: string) => ({ contentType: MEDIA_TYPES.vcLdJson, text, isBehind });
    const documents = {
      all: toDocument(list.document),
      ...(suspensionDocument !== undefined && { suspensions: toDocument(suspensionDocument) }),
    };
    if (held.size < MOST_HELD) held.set(listId, { moment, madeAt, documents });
    return documents;
  };
}

/** Whether the list is still the current one. Where the clock was set back, its age is unknown. */
function isStill({ moment, madeAt }: Held, { common, own }: DataVersion, now: Instant): boolean {
  const isSame = moment.common === common && moment.own === own;
  return isSame && isWithin(now, madeAt, HELD_SECONDS);
}
