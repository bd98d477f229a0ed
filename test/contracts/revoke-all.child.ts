import { openStore } from '../../src/adapters/storage/engines/open-store.node.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { credentialId, LATER, LIST } from './store-values.ts';

/** Revokes every credential of the database, one in each commit, and writes for how many it came first. */
const [database = '', count = '0'] = process.argv.slice(2);
const store = await openStore(
  database.startsWith('postgres:') ? { postgresUrl: database } : { file: database },
  { migrationsFolder: MIGRATIONS },
);
let first = 0;
for (let at = 0; at < Number(count); at += 1) {
  const revocation = { at: LATER, by: String(process.pid), reason: 'x' };
  try {
    await store.commit([
      { kind: 'credential-revoked', credentialId: credentialId(`n${at}`), statusListId: LIST, revocation },
    ]);
    first += 1;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
  }
}
await store.close();
process.stdout.write(String(first));
