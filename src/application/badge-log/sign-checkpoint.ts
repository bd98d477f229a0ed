import type { LocalDate } from '../../domain/time/time.ts';
import { rootFromTiles } from '../../openbadges/log/tiles.ts';
import type { Clock, Signer, Store } from '../ports.ts';
import { type Allowance, UNLIMITED } from '../verification/allowance.ts';
import { makeTileReader } from './stored-tile.ts';

/** The most queries that signing needs: one a tile on the right edge, and the commit. */
const QUERIES = 12;

interface Needs {
  readonly store: Pick<Store, 'readLogSize' | 'readLogTile' | 'readLogCheckpoints' | 'commit'>;
  readonly clock: Clock;
  readonly signer: Pick<Signer, 'signCheckpoint'>;
}

/** Signs the state of the log where it has grown since the last time, and once a day in any case: who keeps the
 *  checkpoints of each day can later tell whether a badge was there. Returns whether it was signed. */
export const signCheckpoint =
  ({ store, clock, signer }: Needs) =>
  async (allowance: Allowance = UNLIMITED): Promise<boolean> => {
    if (!allowance.has(QUERIES)) return false;
    const [last] = await store.readLogCheckpoints(1);
    const size = await store.readLogSize();
    const signedAt = clock.now();
    const day = signedAt.slice(0, 10) as LocalDate;
    if (last !== undefined && last.size >= size && last.day >= day) return false;
    const root = await rootFromTiles(size, makeTileReader(store));
    const { note } = await signer.signCheckpoint({ size, root });
    await store.commit([{ kind: 'checkpoint-signed', checkpoint: { day, size, note, signedAt } }]);
    return true;
  };
