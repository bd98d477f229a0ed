import { type CompiledQuery, sql } from 'kysely';
import type { Store } from '../../../application/ports.ts';
import type { CheckedPage } from '../../../application/store/invariant-reader.ts';
import type { DataVersionReader } from '../../../application/store/service-readers.ts';
import type { Change } from '../../../domain/change/union.ts';
import type { EngineInvariant } from '../../../domain/integrity/invariant.ts';
import { makeDataVersionReader } from '../engines/data-version.ts';
import { openImportRehearsal } from '../imports/dry-run.ts';
import { makeLeases } from '../jobs/leases.ts';
import type { Database } from '../mapping/database.ts';
import { areRepeatable, makeWriter } from './changes-to-sql.ts';
import { makeReaders } from './registry.ts';

/** How a commit is sent. */
export interface Sent {
  /** Whether it may be sent again after another one overtook it. */
  readonly repeatable: boolean;
  /** Whether other processes are told that there is work for the timer. */
  readonly beginsWork: boolean;
}

/** Kinds of change after which a task of the outbox, or a job, can be done at once. */
const BEGINS_WORK: ReadonlySet<Change['kind']> = new Set(['outbox-added', 'job-begun', 'job-started']);

/** The operations that each engine's own file must implement. */
export interface Engine {
  /** Runs all of the statements or none; a broken constraint throws `store-conflict`. An engine that refuses a
   *  commit because another one overtook it sends the statements again only if they are repeatable. */
  commit(queries: readonly CompiledQuery[], sent: Sent): Promise<void>;
  /** Called after a person was erased: removes copies of their data that are left outside the tables. */
  forget?(): Promise<void>;
  /** Reads moments faster than by a query; where absent, a query is made. `changed` is told of each commit of
   *  this process, also of one whose end is unknown. */
  readonly moments?: DataVersionReader & { changed?(): void };
  /** Has the function called when another process has committed work for the timer. */
  onWork?(reported: () => void): void;
  /** Throws where nothing could be written now. Where absent, one query that succeeds is enough. */
  probe?(): Promise<void>;
  /** What the engine says of its files and of its references. */
  check(of: EngineInvariant): Promise<CheckedPage>;
  /** Where the database lies. A copy of its content that is put back elsewhere lies elsewhere; an engine that
   *  cannot tell has none. */
  readHome?(): Promise<string>;
  /** A text kept next to the database, which a copy of its content does not bring back. */
  readonly mark?: {
    /** Empty if there is none yet. */
    read(): Promise<string>;
    keep(mark: string): Promise<void>;
  };
  /** Called once, after the last query. */
  close(): Promise<void>;
}

/** The store on any engine: readers, and commits as compiled statements. */
export function makeStore(database: Database, engine: Engine): Store {
  const toQueries = makeWriter(database);
  const reported = new Set<() => void>();
  const reportWork = () => {
    for (const report of reported) report();
  };
  engine.onWork?.(reportWork);
  const send = async (changes: readonly Change[]) => {
    const beginsWork = changes.some(({ kind }) => BEGINS_WORK.has(kind));
    try {
      await engine.commit(toQueries(changes), { repeatable: areRepeatable(changes), beginsWork });
    } finally {
      engine.moments?.changed?.();
    }
    if (beginsWork) reportWork();
  };
  const { readDataVersion } = engine.moments ?? makeDataVersionReader(database);
  const store: Store = {
    ...makeReaders(database),
    readDataVersion,
    ...makeLeases(database),
    commit: async (changes) => {
      if (changes.length > 0) await send(changes);
      if (changes.some(({ kind }) => kind === 'person-erased')) await engine.forget?.();
    },
    onWork: (report) => void reported.add(report),
    checkEngine: (of) => engine.check(of),
    readHome: async () => (await engine.readHome?.()) ?? '',
    readMark: async () => engine.mark?.read(),
    keepMark: async (mark) => engine.mark?.keep(mark),
    openDryRun: async () => openImportRehearsal(store),
    ping: async () => {
      await (engine.probe?.() ?? sql`select 1`.execute(database.db));
    },
    close: async () => {
      await database.db.destroy();
      await engine.close();
    },
  };
  return store;
}
