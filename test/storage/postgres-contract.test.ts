import { storeContract } from '../contracts/store.contract.ts';
import { makeMigratedDatabase } from '../support/postgres.ts';

storeContract('PostgreSQL', async () => {
  const database = await makeMigratedDatabase();
  const store = await database.open();
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return { store, close };
});

storeContract('a dry run of PostgreSQL', async () => {
  const database = await makeMigratedDatabase();
  const origin = await database.open();
  const store = await origin.openDryRun();
  const close = async () => {
    await store.close();
    await origin.close();
    await database.drop();
  };
  return { store, close };
});
