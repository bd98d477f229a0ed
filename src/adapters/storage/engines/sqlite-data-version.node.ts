import type {
  DataVersion,
  DataVersionOf,
  DataVersionReader,
  Turn,
} from '../../../application/store/service-readers.ts';
import { COMMON_ROWS, type DataVersionRow, OWN_ROW, toDataVersion } from './data-version.ts';
import { type PatientConnection, patiently } from './sqlite-dialect.node.ts';
import { isBusy, toUnavailable } from './sqlite-errors.node.ts';

/** The number of badges, or of lists, whose rows are kept. */
const MAX_KNOWN = 5000;

/** Reads a moment in a few microseconds. Each call first asks SQLite whether anything was committed since the
 *  last call: `data_version` counts the commits of other connections, in this process and in others
 *  (https://www.sqlite.org/pragma.html#pragma_data_version), and `total_changes()` counts the rows that this
 *  connection wrote. Rows are read again only after a commit. */
export function makeSqliteDataVersions(patient: PatientConnection): DataVersionReader {
  const { connection, file, patienceMilliseconds } = patient;
  let read: ((of: DataVersionOf, turn?: Turn) => DataVersion) | undefined;
  // The statements are prepared at the first call, once the tables exist.
  const attempt = (of: DataVersionOf, turn?: Turn) => {
    read ??= prepareReading(connection);
    return read(of, turn);
  };
  return {
    readDataVersion: (of, turn) => {
      try {
        return attempt(of, turn);
      } catch (error) {
        if (!isBusy(error)) throw toUnavailable(error, file);
        return patiently(patienceMilliseconds, () => attempt(of)).catch((late: unknown) => {
          throw toUnavailable(late, file);
        });
      }
    },
  };
}

function prepareReading(connection: PatientConnection['connection']) {
  const others = connection.prepare('pragma data_version').pluck();
  const ours = connection.prepare('select total_changes()').pluck();
  const common = connection.prepare<[], DataVersionRow>(COMMON_ROWS);
  const own = {
    credential: connection.prepare<[string], DataVersionRow>(`${OWN_ROW.credential} ?`),
    profile: connection.prepare<[string], DataVersionRow>(`${OWN_ROW.profile} ?`),
    'status-list': connection.prepare<[string], DataVersionRow>(`${OWN_ROW['status-list']} ?`),
  };
  const known = {
    credential: new Map<string, DataVersion>(),
    profile: new Map<string, DataVersion>(),
    'status-list': new Map<string, DataVersion>(),
  };
  let seenOthers: unknown;
  let seenOurs: unknown;
  let service: DataVersion = { common: '', own: '' };
  let seenTurn: Turn | undefined;
  return (of: DataVersionOf, turn?: Turn): DataVersion => {
    // The versions are read before the rows: after a commit in between, the next call reads again. The
    // commits of this process count at once, even inside a turn.
    const byUs = ours.get();
    const isShared = turn !== undefined && turn === seenTurn && seenOthers !== undefined;
    const byOthers = isShared ? seenOthers : others.get();
    seenTurn = turn;
    if (byOthers !== seenOthers || byUs !== seenOurs) {
      // A failure of this reading must not leave older rows behind as if they were current.
      seenOthers = undefined;
      for (const moments of Object.values(known)) moments.clear();
      service = toDataVersion(common.all());
      seenOthers = byOthers;
      seenOurs = byUs;
    }
    if (of.kind === 'service') return service;
    const moments = known[of.kind];
    const found = moments.get(of.id);
    if (found) return found;
    const dataVersion = { common: service.common, own: toDataVersion(own[of.kind].all(of.id)).own };
    if (moments.size >= MAX_KNOWN) moments.clear();
    moments.set(of.id, dataVersion);
    return dataVersion;
  };
}
