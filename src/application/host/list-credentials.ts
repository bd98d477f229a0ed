import type { PersonId } from '../../domain/ids.ts';
import type { Ports } from '../service-ports.ts';
import { readOwnShown } from './own-shown.ts';

export interface ListCredentials {
  readonly personId: PersonId;
  readonly limit: number;
  readonly offset: number;
  /** Keeps only badges valid from a later moment, in milliseconds since 1970. */
  readonly sinceMs?: number;
}

/** A page of a person's badges: their texts by form, as signed or as received. */
export interface CredentialsPage {
  readonly documents: readonly string[];
  readonly jws: readonly string[];
  readonly total: number;
}

/** The most characters of one answer. A longer badge is still returned if it is the first of its page. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

type Entry =
  | { readonly kind: 'own'; readonly from: number; readonly id: string; readonly document: string }
  | { readonly kind: 'held'; readonly from: number; readonly id: string; readonly characters: number };

/** The badges that a client may read for a person, oldest first: the person's badges of this service that are
 *  shown, and held badges whose last verification succeeded. A held badge that has ended in the meantime is
 *  left out. */
export const listCredentials =
  ({ store, clock }: Ports) =>
  async ({ personId, limit, offset, sinceMs }: ListCredentials): Promise<CredentialsPage> => {
    const now = Date.parse(clock.now());
    const isOver = (end: string | undefined) => end !== undefined && Date.parse(end) <= now;
    const [own, held] = await Promise.all([readOwnShown(store, personId), store.readHeldBadges(personId)]);
    const entries: readonly Entry[] = [
      ...own
        .filter(({ award: { validUntil } }) => !isOver(validUntil))
        .map(({ credential: { id, validFrom, document } }) => ({
          kind: 'own' as const,
          from: Date.parse(validFrom),
          id,
          document,
        })),
      ...held
        .filter(({ check, validUntil }) => check.verified && !isOver(validUntil))
        .map(({ id, validFrom, characters }) => ({
          kind: 'held' as const,
          from: Date.parse(validFrom),
          id,
          characters,
        })),
    ];
    const wanted = entries
      .filter(({ from }) => sinceMs === undefined || from > sinceMs)
      .toSorted((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1));
    const page = fitting(wanted.slice(offset, offset + limit));
    const ids = page.flatMap(({ kind, id }) => (kind === 'held' ? [id] : []));
    const whole = ids.length === 0 ? [] : await store.readWholeBadges(personId, ids);
    const texts = page.flatMap((entry) => {
      if (entry.kind === 'own') return [{ form: 'json', content: entry.document }];
      return whole.filter(({ id }) => id === entry.id);
    });
    return {
      documents: texts.filter(({ form }) => form === 'json').map(({ content }) => content),
      jws: texts.filter(({ form }) => form === 'jws').map(({ content }) => content.trim()),
      total: wanted.length,
    };
  };

function fitting(entries: readonly Entry[]): readonly Entry[] {
  let sum = 0;
  const end = entries.findIndex((entry, index) => {
    sum += entry.kind === 'own' ? entry.document.length : entry.characters;
    return index > 0 && sum > MOST_CHARACTERS;
  });
  return end < 0 ? entries : entries.slice(0, end);
}
