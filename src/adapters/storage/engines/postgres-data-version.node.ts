import type { Moment, MomentOf, MomentReader } from '../../../application/store/service-readers.ts';
import type { PostgresListener } from './postgres-listener.node.ts';

/** The number of badges, profiles and lists whose moments are kept. */
const MAX_KNOWN = 5000;

/** Keeps moments in memory for as long as the listener is current and tells of no commit; otherwise each is read
 *  by a query. So what another process commits counts a second later at the latest, and mostly at once. */
export function makePostgresMoments(asking: MomentReader, listener: Pick<PostgresListener, 'isCurrent'>) {
  let known = new Map<string, Moment | Promise<Moment>>();
  let lastCommon = '';

  /** All moments of one state share one text, which may be long. */
  const shared = ({ common, own }: Moment): Moment => {
    if (common !== lastCommon) lastCommon = common;
    return { common: lastCommon, own };
  };

  const read = (of: MomentOf, key: string): Promise<Moment> => {
    // A reading that a commit overtakes is filed in a map that is no longer used.
    const mine = known;
    const reading = Promise.resolve(asking.readMoment(of)).then(
      (found) => {
        const moment = shared(found);
        mine.set(key, moment);
        return moment;
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
    readMoment: (of: MomentOf): Moment | Promise<Moment> => {
      if (!listener.isCurrent()) return asking.readMoment(of);
      const key = of.kind === 'service' ? of.kind : `${of.kind} ${of.id}`;
      return known.get(key) ?? read(of, key);
    },
  };
}
