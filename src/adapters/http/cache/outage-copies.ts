import { MEDIA_TYPES } from '#open-badges/credential';
import type { Clock, KeyDirectory, Store } from '../../../application/ports.ts';
import type { Refresh } from '../../../application/settings/refresh.ts';
import type { DataVersion } from '../../../application/store/service-readers.ts';
import { type Instant, isWithin } from '../../../domain/time/calendar.ts';
import type { ResponseStore, Shelved } from './response-store.ts';

/** How long an answer may be given while the database is away:
 *  - `page`: a day, unless settings, criteria, endorsements or keys have changed since it was made;
 *  - `keys`: a day, unless the keys have changed;
 *  - `list`: until its own end, unless the keys have changed. */
export type DuringOutage = 'page' | 'keys' | 'list';

/** The longest time for which keys and pages are given after the database last answered. */
const OUTAGE_SECONDS = 86_400;

/** What decides whether and to whom a copy is given. */
interface Copied extends Shelved {
  readonly outage?: DuringOutage | undefined;
  readonly madeAt: Instant;
  /** Instants at which the answer may change. */
  readonly changesAt: readonly Instant[];
  readonly dataVersion: DataVersion;
  readonly keys: ReturnType<KeyDirectory['list']>;
  readonly headers: readonly (readonly [string, string])[];
}

interface OutageCopyDeps {
  readonly store: Pick<Store, 'readDataVersion'>;
  readonly refresh: Refresh;
  readonly clock: Clock;
  readonly keys: Pick<KeyDirectory, 'list'>;
}

/** Copies of the latest public answers for the time in which the database is away, and the time at which it last answered.
 *  None names a person: no badge, no profile, no picture of either. Each representation of an address has one copy,
 *  so that a caller can't make others with many `Accept` headers. */
export function makeOutageCopies<Copy extends Copied>(
  saved: ResponseStore<Copy>,
  { store, refresh, clock, keys }: OutageCopyDeps,
) {
  let answeredAt = clock.now();
  let lastCommon: string | undefined;

  const isWithinADay = () => isWithin(clock.now(), answeredAt, OUTAGE_SECONDS);
  const isUsable = ({ outage, madeAt, changesAt, dataVersion, keys: known }: Copy): boolean => {
    const now = clock.now();
    const end = endOf(madeAt, changesAt);
    if (
      outage === undefined ||
      now < madeAt ||
      (end !== undefined && now >= end) ||
      !isSame(known, keys.list())
    )
      return false;
    if (outage === 'list') return end !== undefined;
    return isWithinADay() && (outage === 'keys' || dataVersion.common === lastCommon);
  };

  const noted = ({ common }: DataVersion) => {
    answeredAt = clock.now();
    lastCommon = common;
  };

  return {
    /** The database answered with this version of its data. */
    noted,
    isWithinADay,
    save: (copy: Copy) => saved.put({ ...copy, key: nameOf(copy) }),
    find: (key: string): Copy | undefined =>
      namesFor(key)
        .map((name) => saved.get(name))
        .find((copy) => copy && isAcceptable(copy, key) && isUsable(copy)),
    grew: saved.grew,
    /** Drops what may not be given any more. As long as the database answers, it reads what other processes changed. */
    async sweep(): Promise<void> {
      try {
        const dataVersion = await store.readDataVersion({ kind: 'service' });
        await refresh(dataVersion);
        noted(dataVersion);
      } catch {
        // The requests report it.
      }
      saved.sort(isUsable);
    },
  };
}

/** Keys are read again after any change; only their content counts here. */
function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function endOf(madeAt: Instant, changesAt: readonly Instant[]): Instant | undefined {
  return changesAt.filter((at) => at > madeAt).toSorted()[0];
}

/** Address, language unless the answer is the same in each, and media type; no type if it is the answer to a caller who
 *  names none that is offered. */
function nameOf(made: Copied): string {
  const { target, language, types } = partsOf(made.key);
  const isOfLanguage = /\baccept-language\b/i.test(headerOf(made, 'vary'));
  const type = typeOf(made);
  return `${isOfLanguage ? `${target} ${language}` : target} ${types.includes(type) ? type : ''}`;
}

/** The names under which an answer for this request may stand, the preferred one first. */
function namesFor(key: string): readonly string[] {
  const { target, language, types } = partsOf(key);
  const wanted = types.length > 0 ? [...types, ''] : ['', 'text/html', MEDIA_TYPES.vcLdJson];
  return wanted.flatMap((type) => [`${target} ${language} ${type}`, `${target} ${type}`]);
}

/** A program that names other types gets a document of any type, as always, but no page. */
function isAcceptable(made: Copied, key: string): boolean {
  const { types } = partsOf(key);
  return types.length === 0 || types.includes(typeOf(made)) || typeOf(made) !== 'text/html';
}

function typeOf(made: Copied): string {
  return headerOf(made, 'content-type').split(';')[0] ?? '';
}

function headerOf({ headers }: Copied, name: string): string {
  return headers.find(([one]) => one === name)?.[1] ?? '';
}

/** The parts of what `keyOf` makes; none of them contains a space. */
function partsOf(key: string) {
  const [target = '', language = '', types = ''] = key.split(' ');
  return { target, language, types: types.split(',').filter((type) => type !== '') };
}
