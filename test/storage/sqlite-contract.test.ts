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
