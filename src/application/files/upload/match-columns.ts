import type { PersonId } from '../../../domain/ids.ts';
import type { ColumnMatch } from '../../../domain/upload/column-match.ts';
import type { Ports } from '../../service-ports.ts';
import { headerKey } from '../import/matched-columns.ts';

/** Remembers the columns of a header, for later tables of this sender with the same header. */
export const matchColumns =
  ({ store, clock }: Ports) =>
  async ({ personId, kind, titles, columns }: Omit<ColumnMatch, 'fingerprint' | 'madeAt'>): Promise<void> => {
    const fingerprint = await fingerprintOf(titles);
    const match = { personId, fingerprint, kind, titles, columns, madeAt: clock.now() };
    await store.commit([{ kind: 'column-match-saved', match }]);
  };

/** Forgets remembered columns. Senders can forget only their own. */
export const forgetColumns =
  ({ store }: Ports) =>
  (personId: PersonId, fingerprint: string): Promise<void> =>
    store.commit([{ kind: 'column-match-forgotten', personId, fingerprint }]);

async function fingerprintOf(titles: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(headerKey(titles)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
