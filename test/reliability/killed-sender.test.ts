import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { mailAbout } from '../../src/application/mail/queue.ts';
import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import {
  issueToClaire,
  type MailService,
  readFigures,
  readPersonId,
  startMailService,
} from '../mail/fixture.ts';
import { ROOT } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';

let fixture: MailService;
let cleanUp: () => Promise<void> = async () => {};
afterEach(async () => {
  await fixture.stop();
  await cleanUp();
});

function start(script: string, ...texts: readonly string[]) {
  return spawn(process.execPath, [script, ...texts], {
    env: { PATH: process.env['PATH'] ?? '', ...fixture.service.environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const DATABASES = [
  ['SQLite', async () => ({})],
  [
    'PostgreSQL',
    async () => {
      const { url, drop } = await makeMigratedDatabase();
      cleanUp = drop;
      return { DATABASE_URL: url };
    },
  ],
] as const;

describe.each(DATABASES)('a process killed between sending a mail and recording it, on %s', (_name, open) => {
  it('leaves the mail to another, and both sendings have the same Message-ID', async () => {
    fixture = await startMailService(await open());
    await issueToClaire(fixture);
    const child = start(join(import.meta.dirname, 'send-and-die.child.ts'));
    expect(await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))).toBe(
      'SIGKILL',
    );
    expect(fixture.smtp.mails).toHaveLength(1);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 1, outbox_waiting: 1 });
    await fixture.sendAt(0);
    expect(await fixture.sendAt(60)).toBe(1);
    expect(await fixture.sendAt(600)).toBe(0);
    const ids = fixture.smtp.mails.map(({ headers }) => headers.get('message-id'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 0, outbox_waiting: 0 });
    expect(await contradictionsOf(fixture.service)).toEqual([]);
  });
});

describe.each(DATABASES)('processes that gather the mails of one person at once, on %s', (_name, open) => {
  it('send one letter, with each mail once', async () => {
    fixture = await startMailService(await open());
    const { id } = await issueToClaire(fixture);
    const { ports } = fixture.service;
    const personId = await readPersonId(fixture);
    for (let more = 0; more < 5; more += 1) {
      const mail = { kind: 'award' as const, personId, subjectIds: [id], at: ports.clock.now() };
      await ports.store.commit(mailAbout(ports, mail));
    }
    await Promise.all([1, 2, 3, 4].map(() => emptyOutbox(ports)()));
    await fixture.sendAt(0);
    expect(fixture.smtp.mails).toHaveLength(1);
    const text = fixture.smtp.mails[0]?.text.replace(/[ \r\n]+/g, ' ') ?? '';
    expect(text.split(fr.mail.award.ofPerson('RUPN engagé·e', 'DANE de Dijon'))).toHaveLength(7);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 0, outbox_waiting: 0 });
    expect(await contradictionsOf(fixture.service)).toEqual([]);
  });
});

describe('a server that runs', () => {
  it('sends by itself, and logs neither name nor address', async () => {
    fixture = await startMailService();
    await issueToClaire(fixture);
    const child = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'serve', '--json'], {
      env: { PATH: process.env['PATH'] ?? '', ...fixture.service.environment, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let logged = '';
    child.stderr.on('data', (bytes: Buffer) => {
      logged += bytes.toString();
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (fixture.smtp.mails.length === 0) await wait(100);
    while ((await readFigures(fixture))['mail_waiting'] !== 0) await wait(100);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(fixture.smtp.mails).toHaveLength(1);
    expect(logged).not.toMatch(/dupont|claire|127\.0\.0\.1:\d+/i);
  });
});
