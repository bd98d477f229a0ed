import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Tables } from '../tables.ts';
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
