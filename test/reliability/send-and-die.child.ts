import { makeSmtpMailer } from '../../src/adapters/mail/smtp.ts';
import { openStore } from '../../src/adapters/storage/engines/open-store.node.ts';
import type { Mailer } from '../../src/application/mail/mailer.ts';
import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import { makeLeases } from '../../src/application/store/leases.ts';
import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import { type Instant, toInstant } from '../../src/domain/time/calendar.ts';
import { parseConfig } from '../../src/settings/config.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { somePorts } from '../support/servers/some-ports.ts';

/** Begins to send the waiting mails, and is killed when the server has accepted the first one, before this is
 *  recorded. */
const { config, secrets } = parseConfig(process.env);
const { postgresUrl, smtpUrl = '' } = secrets;
const database = config.database.kind === 'sqlite' ? { file: config.database.file } : { postgresUrl };
const smtp = makeSmtpMailer({
  url: smtpUrl,
  sender: { name: 'DANE', address: 'badges@ac-test.example' },
  requireTls: false,
});
const deadly: Mailer = {
  send: async (message) => {
    await smtp.send(message);
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => {});
  },
};
const store = await openStore(database as Parameters<typeof openStore>[0], { migrationsFolder: MIGRATIONS });
const send = emptyOutbox(
  somePorts({
    store,
    leases: makeLeases({ store, monotonic: () => performance.now() / 1000 }),
    clock: { now: () => toInstant(new Date()) },
    ids: { uuid: () => crypto.randomUUID() },
    log: { info: () => {}, error: () => {} },
    keys: { list: () => [], missing: () => [] },
    checkKeys: async () => {},
    signer: undefined as never,
    catalogue: publishedCatalogue,
    settings: { words: () => ({}), office: () => 'DANE' },
    waitUntilAfter: async (instant: Instant) => instant,
    issuer: { ...config.issuer, name: 'DANE de Dijon' },
    origin: config.publicUrl,
    drawBadge: async () => new Uint8Array(),
    mailer: deadly,
  }),
);
await send('send-mail');
