import type { LocalDate } from '../../domain/time/time.ts';
import { logOrigin } from '../../openbadges/log/checkpoint.ts';
import { noteKeyId, parseNote } from '../../openbadges/log/signed-note.ts';
import { rootFromTiles } from '../../openbadges/log/tiles.ts';
import { fromEd25519Multikey } from '../../openbadges/multibase.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import type { Ports } from '../service-ports.ts';
import { readNewestCheckpoint } from './newest-checkpoint.ts';
import { makeTileReader } from './stored-tile.ts';

/** The most queries that signing needs: one for each tile on the right edge, and the two of the commit. */
const QUERIES = 13;

/** Signs the state of the log when it has grown, and once a day in any case. With the checkpoints of each
 *  day, anybody can check later whether a badge was in the log on that day. A checkpoint that is dated ahead of
 *  now, or whose key signs no more, is signed again at once: readers do not follow an ended key. Returns whether
 *  the log was signed. */
export const signCheckpoint =
  (ports: Ports) =>
  async (allowance: Allowance = UNLIMITED): Promise<boolean> => {
    if (!allowance.has(QUERIES)) return false;
    const { store, clock, signer } = ports;
    const last = await readNewestCheckpoint(ports);
    const size = await store.readLogSize();
    const signedAt = clock.now();
    const day = signedAt.slice(0, 10) as LocalDate;
    const isOfToday = last !== undefined && last.day === day && last.signedAt <= signedAt;
    if (isOfToday && last.size >= size && isOfActiveKey(last.note, ports)) return false;
    const root = await rootFromTiles(size, makeTileReader(store));
    const { note, kid } = await signer.signCheckpoint({ size, root });
    await store.commit([
      { kind: 'keys-signed', keyIds: [kid] },
      { kind: 'checkpoint-signed', checkpoint: { day, size, note, signedAt } },
    ]);
    return true;
  };

/** Whether a key that signs now has signed the note. Keys of a note have short names made of their bytes. */
function isOfActiveKey(note: string, { keys, origin }: Ports): boolean {
  const active = keys.list().flatMap(({ state, publicKeyMultibase = '' }) => {
    const publicKey = state === 'active' ? fromEd25519Multikey(publicKeyMultibase) : undefined;
    return publicKey ? [noteKeyId(logOrigin(origin), 'timed', publicKey).join()] : [];
  });
  return (parseNote(note)?.signatures ?? []).some(({ keyId }) => active.includes(keyId.join()));
}
