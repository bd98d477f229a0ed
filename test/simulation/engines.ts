import { type PostgresServer, startPostgres } from '../support/servers/start-postgres.ts';
import { makePostgresPlace } from './postgres-instance.ts';
import { makeSqlitePlace } from './sqlite-instance.ts';

let server: Promise<PostgresServer> | undefined;

/** Where a life may be lived. */
export const ENGINES = {
  sqlite: () => makeSqlitePlace('memory'),
  file: () => makeSqlitePlace('disk'),
  postgres: async () => {
    server ??= startPostgres();
    return makePostgresPlace((await server).url);
  },
} as const;
export type Engine = keyof typeof ENGINES;

export async function stopEngines(): Promise<void> {
  await (await server)?.stop();
}
