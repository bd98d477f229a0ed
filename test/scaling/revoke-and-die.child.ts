import { openStore } from '../../src/adapters/storage/engines/open-store.node.ts';
import { revokeCredential } from '../../src/application/credentials/revoke.ts';
import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import { makeLeases } from '../../src/application/store/leases.ts';
import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import type { CredentialId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { somePorts } from '../support/servers/some-ports.ts';

/** Revokes a badge and is killed before the task that follows: before it begins the task, or during it. */
const [database = '', id = '', dataVersion = '', now = ''] = process.argv.slice(2);
const store = await openStore(
  database.startsWith('postgres:') ? { postgresUrl: database } : { file: database },
  { migrationsFolder: MIGRATIONS },
);
const die = async (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};
const clock = { now: () => now as Instant };
const ids = { uuid: () => crypto.randomUUID() };
const begin = emptyOutbox(
  somePorts({
    store,
    leases: makeLeases({ store, monotonic: () => 0 }),
    clock,
    ids: ids as never,
    log: { info: () => {}, error: () => {} },
    keys: { list: () => [], missing: () => [] },
    catalogue: publishedCatalogue,
    settings: { words: () => ({}), office: () => 'DANE' },
    checkKeys: async () => {},
    waitUntilAfter: die,
    signer: {
      signStatusList: die,
      signDocument: die,
      signEndorsement: die,
      signForms: die,
      signCheckpoint: die,
    },
    issuer: { name: 'DANE', code: 'DANE', url: 'https://example.org', email: 'dane@example.org' },
    origin: 'https://jalon.test',
  }),
);
const revoke = revokeCredential(somePorts({ store, clock, ids, origin: 'https://jalon.test' }), async () => {
  await (dataVersion === 'before' ? die : begin)();
  return { hasFailed: false };
});
await revoke({ id: id as CredentialId, reason: 'Erreur', actor: 'test' });
