import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeContext, openNodeContext } from '../../../src/node.ts';
import { copyKeys } from '../fixtures/template.ts';
import { TRUSTED_CLOCK } from '../trusted-clock.ts';
import { makeMigratedDatabase, type PostgresDatabase } from './postgres.ts';
import { TEST_ORIGIN } from './service.ts';

/** A service that several processes share: one PostgreSQL database, one folder of keys. */
export interface SharedService {
  readonly folder: string;
  readonly database: PostgresDatabase;
  /** The environment of each process. */
  readonly environment: Readonly<Record<string, string>>;
  /** The service, opened in the test's own process too. */
  readonly context: NodeContext;
  stop(): Promise<void>;
}

export async function startSharedService(): Promise<SharedService> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-shared-'));
  const database = await makeMigratedDatabase();
  const environment = {
    PUBLIC_URL: TEST_ORIGIN,
    DATABASE_URL: database.url,
    KEYS_DIR: join(folder, 'keys'),
    DEMO: '0',
    ...TRUSTED_CLOCK,
  };
  await copyKeys(environment.KEYS_DIR);
  const context = await openNodeContext(environment);
  await context.keys.open();
  return {
    folder,
    database,
    environment,
    context,
    stop: async () => {
      await context.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
