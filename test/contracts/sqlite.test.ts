import { openFolder } from '../storage/sqlite-folder.ts';
import { contractSentTwice } from '../support/sent-twice.ts';

contractSentTwice('a SQLite file', async () => {
  const folder = openFolder();
  const store = await folder.openCopy();
  const close = async () => {
    await store.close();
    folder.remove();
  };
  return { store, close };
});
