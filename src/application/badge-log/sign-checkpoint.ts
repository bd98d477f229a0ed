import type { LocalDate } from '../../domain/time/time.ts';
import { rootFromTiles } from '../../openbadges/log/tiles.ts';
import type { Clock, Signer, Store } from '../ports.ts';
import { type Allowance, UNLIMITED } from '../query-allowance.ts';
import { readNewestCheckpoint } from './newest-checkpoint.ts';
import { makeTileReader } from './stored-tile.ts';

/** The most queries that signing needs: one for each tile on the right edge, and the two of the commit. */
const QUERIES = 13;

interface Needs {
  readonly store: Pick<Store, 'readLogSize' | 'readLogTile' | 'readLogCheckpoints' | 'commit'>;
  readonly clock: Clock;
  readonly signer: Pick<Signer, 'signCheckpoint'>;
}

/** Signs the state of the log when it has grown, and once a day in any case. With the checkpoints of each
 *  day, anybody can check later whether a badge was in the log on that day. A checkpoint that is dated ahead of
 *  now is signed again at once. Returns whether the log was signed. */
export const signCheckpoint =
  ({ store, clock, signer }: Needs) =>
  async (allowance: Allowance = UNLIMITED): Promise<boolean> => {
    if (!allowance.has(QUERIES)) return false;
    const last = await readNewestCheckpoint({ store, clock });
    const size = await store.readLogSize();
    const signedAt = clock.now();
    const day = signedAt.slice(0, 10) as LocalDate;
    const isOfToday = last !== undefined && last.day === day && last.signedAt <= signedAt;
    if (isOfToday && last.size >= size) return false;
    const root = await rootFromTiles(size, makeTileReader(store));
    const { note, kid } = await signer.signCheckpoint({ size, root });
    await store.commit([
      { kind: 'keys-signed', keyIds: [kid] },
      { kind: 'checkpoint-signed', checkpoint: { day, size, note, signedAt } },
    ]);
    return true;
  };
