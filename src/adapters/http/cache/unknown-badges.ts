import { BADGE_JSON_TYPES, BADGE_JWS_TYPES, MEDIA_TYPES } from '#open-badges/credential';
import type { Clock, KeyDirectory, Store } from '../../../application/ports.ts';
import type { DataVersion, DataVersionOf, Turn } from '../../../application/store/service-readers.ts';
import { type CredentialId, parseCredentialId } from '../../../domain/ids.ts';
import { secondsAfter } from '../../../domain/time/calendar.ts';
import { type Encoding, preferredType } from '../responses/content-negotiation.ts';
import type { Made } from './cached-response.ts';
import { type CacheKeyFields, encodingOf, languageOf } from './key.ts';
import { memoize } from './memoize.ts';
import { withKnownParameters } from './query-parameters.ts';
import type { Compress, Ready } from './representation.ts';

/** The forms of the page of a badge, in the order in which a client's preferences choose among them. */
export const BADGE_PAGE_OFFERS: readonly string[] = [
  'text/html',
  ...BADGE_JSON_TYPES,
  ...BADGE_JWS_TYPES,
  MEDIA_TYPES.pdf,
];

/** How long an answer is used before it is made again, in seconds. */
const MAX_CACHE_SECONDS = 60;

/** Badges that exist and are not shown, of which the state is remembered. No one can invent such an id. */
const MAX_HIDDEN = 5000;

/** An address of a badge in a form that has an answer for badges that are unknown or not shown. An id with a
 *  percent-encoded letter goes to the handlers. */
const ADDRESS =
  /^\/credentials\/([\w-]+)((?:\.(?:json|jws|pdf|png|svg)|\/(?:card-square\.png|easy|embed|image\.png|image\.svg|ob2|preview\.png|qr\.png|qr\.svg))?)(\?[^#]*)?$/;

interface AbsentAddress {
  /** The data that decide whether the badge is shown. */
  readonly of: DataVersionOf;
  /** One name for all badges: it depends on the form and the language only. */
  readonly key: string;
}

/** The part of a request that the answer about an absent badge depends on; undefined if the address has no such
 *  answer. */
export function absentAddressOf(requested: CacheKeyFields): AbsentAddress | undefined {
  const found = ADDRESS.exec(withKnownParameters(requested.target));
  if (!found) return undefined;
  const [, name = '', form = '', query = ''] = found;
  const id = parseCredentialId(name);
  const type = form === '' ? typeOf(requested.accept ?? '') : '';
  const language = languageOf(requested.acceptLanguage ?? '');
  return {
    of: id ? { kind: 'credential', id } : { kind: 'service' },
    key: `${form} ${query} ${language} ${type}`,
  };
}

const typeOf = memoize((accept) =>
  (preferredType(accept, BADGE_PAGE_OFFERS) ?? 'text/html') === 'text/html' ? 'page' : 'problem',
);

/** The answers for badges that are unknown, not accepted, declined or hidden: one prepared body for each language and
 *  form for all badges. Before one is given, the state of the requested badge is read. */
export interface AbsentBadges {
  find(requested: CacheKeyFields, turn?: Turn): Ready | undefined | Promise<Ready | undefined>;
  /** Saves an answer that does not depend on its address, unless its data changed while it was made. Returns it in
   *  this client's encoding. */
  save(made: Made, requested: CacheKeyFields): Promise<Ready>;
}

interface AbsentBadgesDeps {
  readonly store: Pick<Store, 'readDataVersion'>;
  readonly clock: Clock;
  readonly keys: Pick<KeyDirectory, 'list'>;
  readonly compress?: Compress | undefined;
}

interface Prepared extends Made {
  readonly encoded: Map<Encoding, Ready>;
}

export function makeAbsentBadges({ store, clock, keys, compress }: AbsentBadgesDeps): AbsentBadges {
  // The forms and languages bound their number.
  const answers = new Map<string, Prepared>();
  const hidden = new Map<CredentialId, string>();

  const isInTime = ({ madeAt }: Prepared) => {
    const now = clock.now();
    return madeAt <= now && now < secondsAfter(madeAt, MAX_CACHE_SECONDS);
  };
  const isAbsent = (of: DataVersionOf, { own }: DataVersion) =>
    own === '' || (of.kind === 'credential' && hidden.get(of.id) === own);
  const remember = (id: CredentialId, own: string) => {
    if (hidden.size >= MAX_HIDDEN) hidden.clear();
    hidden.set(id, own);
  };
  const isStill = ({ dataVersion, keys: known }: Prepared, { common }: DataVersion) =>
    dataVersion.common === common && known === keys.list();

  const give = (prepared: Prepared, requested: CacheKeyFields): Ready => {
    const encoding = prepared.isCompressible && compress ? encodingOf(requested) : 'identity';
    const found = prepared.encoded.get(encoding);
    if (found) return found;
    const { body, headers } = prepared;
    const bytes = encoding === 'identity' || !compress ? body : compress(body, encoding);
    const made = { status: 404, headers: headersOf(headers, bytes, encoding), body: bytes } as const;
    prepared.encoded.set(encoding, made);
    return made;
  };

  return {
    find(requested, turn) {
      const address = absentAddressOf(requested);
      const prepared = address && answers.get(address.key);
      if (!prepared || !isInTime(prepared)) return undefined;
      const take = (read: DataVersion) =>
        isAbsent(address.of, read) && isStill(prepared, read) ? give(prepared, requested) : undefined;
      const read = store.readDataVersion(address.of, turn);
      return read instanceof Promise ? read.then(take) : take(read);
    },
    async save(made, requested) {
      const { of, dataVersion } = made;
      const prepared = { ...made, encoded: new Map<Encoding, Ready>() };
      const read = await store.readDataVersion(of);
      if (isStill(prepared, read) && read.own === dataVersion.own) {
        if (of.kind === 'credential' && dataVersion.own !== '') remember(of.id, dataVersion.own);
        answers.set(made.key, prepared);
      }
      return give(prepared, requested);
    },
  };
}

/** The headers of one encoding, names and values one after the other. A 404 has no validator: a reader who has the
 *  badge from before must learn that it is gone. */
function headersOf(headers: Made['headers'], bytes: Uint8Array, encoding: Encoding): readonly string[] {
  const length = ['Content-Length', String(bytes.length)];
  return [...headers.flat(), ...length, ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding])];
}
