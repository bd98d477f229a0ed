import { storeContract } from '../contracts/store.contract.ts';
import { openFolder } from './sqlite-folder.ts';

storeContract('a SQLite file', async () => {
  const folder = openFolder();
  const store = await folder.openCopy();
  const close = async () => {
    await store.close();
    folder.remove();
  };
  return { store, close };
});

storeContract('a dry run of a SQLite file', async () => {
  const folder = openFolder();
  const origin = await folder.openCopy();
  const store = await origin.openDryRun();
  const close = async () => {
    await store.close();
    await origin.close();
    folder.remove();
  };
  return { store, close };
});
