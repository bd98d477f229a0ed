import { afterAll, beforeAll } from 'vitest';
import { contractSentTwice } from '../support/sent-twice.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';

let database: PostgresDatabase;
beforeAll(async () => {
  database = await makeMigratedDatabase();
});
afterAll(() => database.drop());

contractSentTwice('PostgreSQL', async () => {
  const store = await database.open();
  const close = async () => {
    await store.close();
    await database.clear();
  };
  return { store, close };
});
