import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Store } from '../../../application/ports.ts';
import { makeStore } from '../store.ts';
import type { Tables } from '../tables/tables.ts';
import { postgresCapabilities } from './capabilities.ts';
import { makeSavepointCommit } from './postgres-commit.node.ts';
import type { ConnectionPool, PostgresConnection } from './postgres-pool.node.ts';

/** Queries on this one connection, which its owner releases. */
export function kyselyOn(client: PostgresConnection): Kysely<Tables> {
  const only: PostgresConnection = {
    query: (text, values) => client.query(text, values),
    release: () => {},
  };
  return kyselyOver({ connect: async () => only });
}

/** Queries on the connections of this pool, which its owner ends. */
export function kyselyOver(pool: ConnectionPool): Kysely<Tables> {
  // Kysely's type also has cursors, which nothing here opens.
  const connect = async () => (await pool.connect()) as unknown as PostgresPoolClient;
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { options: {}, connect, end: async () => {} } }),
  });
}

/** A transaction that is never committed. It keeps its rows locked until it is closed, and another process
 *  that writes the same rows waits until then. Each commit sees the changes that others committed before it
 *  (READ COMMITTED), as a real one would. */
export async function openPostgresDryRun(pool: ConnectionPool): Promise<Store> {
  const client = await pool.connect();
  /** A connection that cannot roll back is closed and not used again; PostgreSQL then rolls back by
   *  itself. */
  const orLeave = (error: unknown) => {
    client.release(true);
    throw error;
  };
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED').catch(orLeave);
  return makeDryRun(client, 1, async () => {
    await client.query('ROLLBACK').catch(orLeave);
    client.release();
  });
}

function makeDryRun(client: PostgresConnection, depth: number, close: () => Promise<void>): Store {
  return makeStore(
    { db: kyselyOn(client), capabilities: postgresCapabilities },
    {
      commit: makeSavepointCommit(client),
      openDryRun: async () => {
        await client.query(`SAVEPOINT dry_run_${depth}`);
        return makeDryRun(client, depth + 1, async () => {
          await client.query(`ROLLBACK TO SAVEPOINT dry_run_${depth}`);
        });
      },
      close,
    },
  );
}
