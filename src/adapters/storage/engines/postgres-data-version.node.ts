import type {
  DataVersion,
  DataVersionOf,
  DataVersionReader,
} from '../../../application/store/service-readers.ts';
import type { PostgresListener } from './postgres-listener.node.ts';

/** The number of badges, profiles and lists whose moments are kept. */
const MAX_KNOWN = 5000;

/** Keeps moments in memory for as long as the listener is current and tells of no commit; otherwise each is read
 *  by a query. So what another process commits counts a second later at the latest, and mostly at once. */
export function makePostgresDataVersions(
  asking: DataVersionReader,
  listener: Pick<PostgresListener, 'isCurrent'>,
) {
  let known = new Map<string, DataVersion | Promise<DataVersion>>();
  let lastCommon = '';

  /** All moments of one state share one text, which may be long. */
  const shared = ({ common, own }: DataVersion): DataVersion => {
    if (common !== lastCommon) lastCommon = common;
    return { common: lastCommon, own };
  };

  const read = (of: DataVersionOf, key: string): Promise<DataVersion> => {
    // A reading that a commit overtakes is filed in a map that is no longer used.
    const mine = known;
    const reading = Promise.resolve(asking.readDataVersion(of)).then(
      (found) => {
        const dataVersion = shared(found);
        mine.set(key, dataVersion);
        return dataVersion;
      },
      (error: unknown) => {
        mine.delete(key);
        throw error;
      },
    );
    if (mine.size >= MAX_KNOWN) mine.clear();
    mine.set(key, reading);
    return reading;
  };

  return {
    /** Something was committed, here or elsewhere. */
    changed: (): void => {
      known = new Map();
    },
    readDataVersion: (of: DataVersionOf): DataVersion | Promise<DataVersion> => {
      if (!listener.isCurrent()) return asking.readDataVersion(of);
      const key = of.kind === 'service' ? of.kind : `${of.kind} ${of.id}`;
      return known.get(key) ?? read(of, key);
    },
  };
}
