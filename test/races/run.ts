import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { changesToSql } from '../../src/adapters/storage/commit/changes-to-sql.ts';
import { WRITERS } from '../../src/adapters/storage/commit/registry.ts';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { makeAuditedStore } from '../../src/application/audit/audited-store.ts';
import type { Ids, Store } from '../../src/application/ports.ts';
import { makeServices } from '../../src/application/services.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import type { Handles, RacingFixture } from './fixture.ts';

export type Services = ReturnType<typeof makeServices>;

/** Something that one person, program or timer does. `run` returns what its author is told. */
export interface Action {
  readonly name: string;
  /** Whether it is several commits, each an act by itself: what comes between two of them is no fault. */
  readonly isLong?: boolean;
  readonly run: (services: Services, handles: Handles) => Promise<unknown>;
}

/** What the author of an act was told: that it is done, with what, or that it was refused, with which code. */
interface ActionResult {
  readonly outcome: 'done' | 'refused';
  readonly what: string;
}

/** The end of a race: what both were told, and every row of the register. */
export interface End {
  readonly first: ActionResult | undefined;
  readonly second: ActionResult | undefined;
  readonly rows: readonly string[];
}

/** Columns whose values are drawn at random or signed. */
const DRAWN = new Set([
  ...[
    'document',
    'jws',
    'suspension_document',
    'secret_hash',
    'secret',
    'token_hash',
    'note',
    'hashes',
    'entry',
  ],
  ...[
    'salt',
    'status_index',
    'message_id',
    'subject_id',
    'key_ids',
    'evaluation',
    'claimed_by',
    'claimed_until',
  ],
  ...['published_revision', 'valid_until', 'facts_digest', 'attempts', 'position'],
  // An act that comes between runs inside the first one, and has its channel.
  ...['id', 'digest', 'details_salt', 'details_digest', 'request', 'road'].map((column) => `audit.${column}`),
]);
/** Tables that say how far the maintenance is, not what was decided. */
const MAINTENANCE = new Set([
  ...['premise', 'kysely_migration', 'kysely_migration_lock', 'log_waiting', 'log_entry', 'log_tile'],
  ...[
    'log_checkpoint',
    'audit_tile',
    'audit_checkpoint',
    'outbox',
    'life',
    'lived_day',
    'job',
    'school_key',
    'invariant_answer',
  ],
]);

/** Runs the first act up to its `at`th call of the store, then the whole second act, then the rest of the first.
 *  An act that is left out does not run. */
export async function race(
  fixture: RacingFixture,
  { first, second, at }: { readonly first?: Action; readonly second?: Action; readonly at: number },
): Promise<
  End & {
    readonly calls: readonly string[];
    readonly kinds: ReadonlySet<string>;
    /** The actions that the first act has written into the audit. */
    readonly audited: ReadonlySet<string>;
  }
> {
  const file = await fixture.copy();
  const store = await openSqliteStore({ file, migrationsFolder: MIGRATIONS, migrating: 'never' } as never);
  try {
    let swappedResult: ActionResult | undefined;
    const runSecond = async () => {
      if (second && !swappedResult)
        swappedResult = await resultOf(second, servicesOf(fixture, store, 'b'), fixture.handles);
    };
    const gate = pauseAt(store, at, runSecond);
    const firstReported =
      first && (await resultOf(first, servicesOf(fixture, gate.store, 'a'), fixture.handles));
    await runSecond();
    return {
      first: firstReported,
      second: swappedResult,
      rows: readRows(file),
      calls: gate.calls,
      kinds: gate.kinds,
      audited: gate.audited,
    };
  } finally {
    await store.close();
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}

async function resultOf({ run }: Action, services: Services, handles: Handles): Promise<ActionResult> {
  try {
    return { outcome: 'done', what: withoutIds(JSON.stringify((await run(services, handles)) ?? '')) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: 'refused', what: error.code };
  }
}

/** A store whose `at`th call waits for `meanwhile`. */
function pauseAt(store: Store, at: number, meanwhile: () => Promise<void>) {
  const calls: string[] = [];
  const kinds = new Set<string>();
  const audited = new Set<string>();
  let paused: Promise<void> | undefined;
  const gated = new Proxy(store, {
    get: (target, name) => {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...given: readonly unknown[]) => {
        if (calls.length === at) paused = meanwhile();
        calls.push(nameOf(name, given));
        await paused;
        const result = await Reflect.apply(member, target, given);
        if (name !== 'commit') return result;
        for (const change of given[0] as readonly Change[]) {
          kinds.add(change.kind);
          if (change.kind === 'audited') audited.add(change.entry.action);
        }
        return result;
      };
    },
  });
  return { store: gated, calls, kinds, audited };
}

/** A commit that only begins or ends long work is told apart from one of the register. */
function nameOf(name: string | symbol, [changes]: readonly unknown[]): string {
  if (name !== 'commit') return String(name);
  const kinds = (changes as readonly Change[]).map(({ kind }) => kind);
  return kinds.every((kind) => kind === 'audited' || kind.startsWith('job-')) ? 'commit of a job' : 'commit';
}

function servicesOf({ service, now }: RacingFixture, store: Store, who: 'a' | 'b'): Services {
  const { ports } = service;
  return makeServices({
    ...ports,
    store: makeAuditedStore(checked(store), { ids: idsOf(who), occasions: ports.occasions }),
    ids: idsOf(who),
    clock: { now: () => now },
    waitUntilAfter: async (instant: Instant) => secondsAfter(instant, 1),
  });
}

/** Kinds whose preconditions concern what they insert, and that may insert nothing. */
const MAY_ONLY_DELETE: ReadonlySet<string> = new Set(['proposals-replaced']);

/** A store that refuses a commit whose kinds are not guarded as they say. New records of a file were not read. */
function checked(store: Store): Store {
  return {
    ...store,
    commit: (changes) => {
      const kinds = new Set(changes.map(({ kind }) => kind));
      for (const change of changes) {
        const { guard } = WRITERS[change.kind];
        if (
          guard.kind === 'beside' &&
          !guard.kinds.includes('records-as-read') &&
          !guard.kinds.some((kind) => kinds.has(kind))
        )
          throw new Error(`${change.kind} without ${guard.kinds.join(' or ')}`);
        if (
          (guard.kind === 'premise' || guard.kind === 'named') &&
          !MAY_ONLY_DELETE.has(change.kind) &&
          !changesToSql([change]).includes('"premise"')
        )
          throw new Error(`${change.kind} without its premise`);
      }
      return store.commit(changes);
    },
  };
}

/** Ids that say which of the two made them. */
function idsOf(who: 'a' | 'b'): Ids {
  let count = 0;
  const next = (length: number) => {
    count += 1;
    return String(count).padStart(length, '0');
  };
  return {
    personId: () => `${who.repeat(8)}-0000-4000-8000-${next(12)}` as never,
    awardId: () => `${who.repeat(14)}-${next(16)}` as never,
    credentialId: () => `${who.repeat(6)}${next(16)}` as never,
    uuid: () => `${who.repeat(8)}-0000-4000-8000-${next(12)}`,
    integer: (below) => Math.trunc(((Number(next(1)) * 7919 + (who === 'a' ? 0 : 13)) * 31) % below),
    salt: () => who.repeat(16) + next(16),
    auditEntryId: () => who.repeat(14) + next(16),
  };
}

function withoutIds(text: string): string {
  return text.replace(/([ab])\1{5,13}-?(0000-4000-8000-)?\d{12,16}/g, '⟨$1⟩');
}

function readRows(file: string): readonly string[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all() as string[];
    return (
      tables
        .filter((table) => !MAINTENANCE.has(table) && !table.startsWith('sqlite_'))
        .flatMap((table) =>
          (database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]).map((row) =>
            rowAsText(table, row),
          ),
        )
        .filter((line) => !/"action":"(job-begun-|clock-trusted)/.test(line))
        .sort()
        // An import that is undone twice at once is one job, and one after the other two.
        .filter((line, at, all) => line !== all[at - 1] || !line.includes('"import-undone"'))
    );
  } finally {
    database.close();
  }
}

function rowAsText(table: string, row: Readonly<Record<string, unknown>>): string {
  // Bits of a list are counted at each change.
  const drawn = table === 'status_list' ? new Set(['revision']) : DRAWN;
  const isDrawn = (column: string) =>
    [DRAWN, drawn].some((all) => all.has(column) || all.has(`${table}.${column}`));
  const shown = Object.entries(row).filter(([column]) => !isDrawn(column));
  return withoutIds(`${table} ${JSON.stringify(Object.fromEntries(shown))}`);
}

/** Runs pairs of acts in one world. What an act does alone, and two acts one after the other, is found once. */
export function makeRaces(fixture: RacingFixture) {
  const found = new Map<string, ReturnType<typeof race>>();
  const once = (key: string, run: () => ReturnType<typeof race>) => {
    const known = found.get(key) ?? run();
    found.set(key, known);
    return known;
  };
  const alone = (first: Action) => once(first.name, () => race(fixture, { first, at: -1 }));
  const inOrder = (first: Action, second: Action) =>
    once(`${first.name} ⟶ ${second.name}`, () => race(fixture, { first, second, at: LAST }));
  return {
    /** The kinds of change that the act commits alone. */
    kindsOf: async (action: Action): Promise<ReadonlySet<string>> => (await alone(action)).kinds,
    /** The faults of a pair: each call of the first act, or each of its commits, at which the second one came
     *  between, and both together did what no order of them does. An act may be refused instead, where then
     *  nothing of it is kept. */
    errorsOf: async (
      first: Action,
      second: Action,
      pauses: 'calls' | 'commits',
    ): Promise<readonly string[]> => {
      const [one, other] = [await alone(first), await alone(second)];
      const ordered = await inOrder(first, second);
      const reversed = swap(await inOrder(second, first));
      const errors: string[] = [];
      for (const [at, name] of ordered.calls.entries()) {
        if (at === 0 || (pauses === 'commits' && !name.startsWith('commit'))) continue;
        if (first.isLong && at > ordered.calls.indexOf('commit')) break;
        const end = await race(fixture, { first, second, at });
        const allowed =
          [ordered, reversed].some((order) => isSame(order, end)) ||
          (end.first?.outcome === 'refused' && isSame({ ...swap(other), first: end.first }, end)) ||
          (end.second?.outcome === 'refused' && isSame({ ...one, second: end.second }, end));
        const title = `${first.name}, paused at ${name} (${at} of ${ordered.calls.length}) for: ${second.name}`;
        if (!allowed) errors.push(`${title}\n${differences(end, ordered, reversed)}`);
      }
      return errors;
    },
  };
}

const LAST = Number.POSITIVE_INFINITY;

/** The same end, of the same two acts in the other order. Ids say which of the two made them. */
function swap({ first, second, rows }: End): End {
  const swapped = (text: string) =>
    text.replace(/⟨([ab])⟩/g, (_, who: string) => `⟨${who === 'a' ? 'b' : 'a'}⟩`);
  const swappedResult = (one: ActionResult | undefined) => one && { ...one, what: swapped(one.what) };
  return { first: swappedResult(second), second: swappedResult(first), rows: rows.map(swapped).sort() };
}

function isSame(one: End, other: End): boolean {
  return (
    isSameResult(one.first, other.first) &&
    isSameResult(one.second, other.second) &&
    one.rows.join('\n') === other.rows.join('\n')
  );
}

function isSameResult(one: ActionResult | undefined, other: ActionResult | undefined): boolean {
  return one?.outcome === other?.outcome && (one?.outcome === 'refused' || one?.what === other?.what);
}

/** The most rows that a fault shows of each side. */
const MOST_SHOWN = 3;

function differences(end: End, ...others: readonly End[]): string {
  const endAsText = ({ first, second }: End) =>
    `told ${first?.outcome} ${first?.what.slice(0, 80)} | ${second?.outcome} ${second?.what.slice(0, 80)}`;
  return [
    `  ${endAsText(end)}`,
    ...others.flatMap((other, turn) => {
      return [
        `  ${turn === 0 ? 'in order' : 'reversed'}: ${endAsText(other)}`,
        ...surplus(end.rows, other.rows).map((row) => `    + ${row}`),
        ...surplus(other.rows, end.rows).map((row) => `    - ${row}`),
      ];
    }),
  ].join('\n');
}

/** The first rows that one end has more often than the other. */
function surplus(rows: readonly string[], others: readonly string[]): readonly string[] {
  const left = Map.groupBy(others, (row) => row);
  return rows
    .filter((row) => left.get(row)?.pop() === undefined)
    .slice(0, MOST_SHOWN)
    .map((row) => row.slice(0, 300));
}
