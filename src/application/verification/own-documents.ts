import { type Instant, secondsAfter } from '../../domain/time/time.ts';
import { didDocument } from '../../openbadges/did-document.ts';
import { MEDIA_TYPES } from '../../openbadges/media-types.ts';
import type { readStatusListDocument } from '../credentials/publish-status-list.ts';
import type { Clock, KeyDirectory } from '../ports.ts';
import type { Freshen } from '../settings/freshen.ts';
import type { Moment, MomentOf, MomentReader } from '../store/moment-reader.ts';

/** One of our documents, as its address gives it. */
export interface OwnDocument {
  readonly contentType: string;
  readonly text: string;
}

/** Reads the documents of ours that every verification of a badge of ours asks for: the keys and the status
 *  list. Gives the same object while nothing changed. Undefined for any other path, and where there is no such
 *  list. */
export type ReadOwnDocument = (path: string) => Promise<OwnDocument | undefined>;

interface Needs {
  readonly origin: string;
  readonly keys: KeyDirectory;
  readonly clock: Clock;
  readonly store: MomentReader;
  readonly freshen: Freshen;
  readonly readStatusList: ReturnType<typeof readStatusListDocument>;
}

/** A document, and what it rests on. */
interface Held {
  readonly moment: Moment;
  readonly keys: ReturnType<KeyDirectory['list']>;
  readonly madeAt: Instant;
  readonly document: OwnDocument;
}

/** A list is looked at whole this often, because it is signed again before its validity ends. */
const HELD_SECONDS = 60;
const MOST_HELD = 64;

/** The state of the database is read each time, so that a revocation or a compromise counts from the next
 *  verification on, whichever process made it. */
export function makeReadOwnDocument(needs: Needs): ReadOwnDocument {
  const { origin, keys, clock, store, freshen, readStatusList } = needs;
  const held = new Map<string, Held>();
  const isStill = (known: Held, moment: Moment, now: Instant) =>
    known.keys === keys.list() &&
    known.moment.common === moment.common &&
    known.moment.own === moment.own &&
    known.madeAt <= now &&
    now < secondsAfter(known.madeAt, HELD_SECONDS);
  return async (path) => {
    const of = momentOf(path);
    if (of === undefined) return undefined;
    const moment = await store.readMoment(of);
    await freshen(moment);
    const known = held.get(path);
    const madeAt = clock.now();
    if (known && isStill(known, moment, madeAt)) return known.document;
    held.delete(path);
    const keysNow = keys.list();
    const document =
      of.kind === 'status-list'
        ? await toListDocument(readStatusList(of.id))
        : { contentType: MEDIA_TYPES.did, text: JSON.stringify(didDocument(origin, keysNow)) };
    if (document && held.size < MOST_HELD) held.set(path, { moment, keys: keysNow, madeAt, document });
    return document;
  };
}

function momentOf(path: string): Extract<MomentOf, { kind: 'service' | 'status-list' }> | undefined {
  if (path === '/.well-known/did.json') return { kind: 'service' };
  const id = /^\/status\/([\w-]{1,64})$/.exec(path)?.[1];
  return id === undefined ? undefined : { kind: 'status-list', id };
}

async function toListDocument(
  reading: ReturnType<Needs['readStatusList']>,
): Promise<OwnDocument | undefined> {
  const list = await reading;
  return list && { contentType: MEDIA_TYPES.vcLdJson, text: list.document };
}
