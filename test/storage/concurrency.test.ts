import { concurrencyContract } from '../contracts/store-concurrency.contract.ts';
import { makePostgresDatabase } from '../support/servers/postgres.ts';
import { openFolder } from './sqlite-folder.ts';

concurrencyContract('a SQLite file', async () => {
  const { file, open, remove } = openFolder();
  return { address: file, open, remove: async () => remove() };
});

concurrencyContract('PostgreSQL', async () => {
  const { url, open, drop } = await makePostgresDatabase();
  return { address: url, open, remove: drop };
});
