import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Store } from '../../../application/ports.ts';
import { makeStore } from '../store.ts';
import type { Tables } from '../tables/tables.ts';
import { postgresCapabilities } from './capabilities.ts';
import { makeSavepointCommit } from './postgres-commit.node.ts';

/** Queries on this one connection, which its owner releases. */
export function kyselyOn(client: PoolClient): Kysely<Tables> {
  const only = { query: client.query.bind(client), release: () => {} };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { options: {}, connect: async () => only as unknown as PoolClient, end: async () => {} },
    }),
  });
}

/** A transaction that is never committed. It keeps its rows locked until it is closed, and another process
 *  that writes the same rows waits until then. Each commit sees the changes that others committed before it
 *  (READ COMMITTED), as a real one would. */
export async function openPostgresDryRun(pool: Pick<Pool, 'connect'>): Promise<Store> {
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

function makeDryRun(client: PoolClient, depth: number, close: () => Promise<void>): Store {
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
