import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type MailService, startMailService } from '../mail/fixture.ts';
import { ROOT } from '../support/command-line.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { findFreePort } from '../support/servers/free-port.ts';

const PEOPLE = 450;
const LIMIT_MS = 240_000;
const AGENT = 'agent@ac-test.example';
const addressOf = (one: number) => `p${String(one).padStart(4, '0')}@ac-test.example`;
const NUMBERS = Array.from({ length: PEOPLE }, (_, one) => one);

let fixture: MailService;
let database: Sqlite.Database;
beforeEach(async () => {
  fixture = await startMailService();
  await fixture.service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv': [
      'email;prenom;nom;profil',
      `${AGENT};Odile;Richardot;dane`,
      ...NUMBERS.map((one) => `${addressOf(one)};Camille;Martin${one};rupn`),
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...NUMBERS.map((one) => `SEG-${one};${addressOf(one)};0210001M;01/09/2026;;B1;;confirmee`),
    ].join('\n'),
  });
  database = new Sqlite(fixture.service.environment['DATABASE_URL']?.replace('sqlite:', ''), {
    readonly: true,
  });
}, LIMIT_MS);
afterEach(async () => {
  database.close();
  await fixture.stop();
});

const count = (sql: string) => database.prepare(sql).pluck().get() as number;
const reached = () => count('select count(*) from message_recipient');

/** A server that takes up the message as it starts, and is killed once so many people are reached. It finds no
 *  server of mails. */
async function killAt(people: number): Promise<void> {
  const port = String(await findFreePort());
  const server = spawn(process.execPath, [`${ROOT}dist/cli.js`, 'serve'], {
    env: {
      ...fixture.service.environment,
      PATH: process.env['PATH'],
      PORT: port,
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', (_code, signal) => resolve(signal)));
  while (reached() < people && server.exitCode === null) await wait(1);
  server.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

it(
  'reaches each person of the network once where the server is killed in the middle of a message',
  async () => {
    const { services, ports } = fixture.service;
    const [agent] = await ports.store.readPeopleByEmail([AGENT]);
    if (!agent) throw new Error(AGENT);
    const id = await services.writeMessage({
      ...{ title: 'La rencontre annuelle', body: 'Le programme est prêt.' },
      ...{ filter: { mission: 'B1' as never }, actor: agent.id },
    });
    await killAt(1);
    expect(reached()).toBeGreaterThan(0);
    expect(reached()).toBeLessThan(PEOPLE);
    const { jobId = '' } = await services.readMessageState(id);
    // The claim of the killed process ends only after a lease.
    while (!(await services.advanceJob(jobId))?.finishedAt) await wait(200);
    expect(reached()).toBe(PEOPLE);
    expect(count("select count(*) from mail where kind = 'message'")).toBe(PEOPLE);
    expect(count("select count(distinct person_id) from mail where kind = 'message'")).toBe(PEOPLE);
    for (let seconds = 0; count("select count(*) from mail where state = 'waiting'") > 0; seconds += 600) {
      await fixture.sendAt(seconds);
    }
    const sent = fixture.smtp.mails.flatMap(({ recipients }) => recipients).toSorted();
    expect(sent).toEqual(NUMBERS.map(addressOf));
    expect(await contradictionsOf(fixture.service)).toEqual([]);
  },
  LIMIT_MS,
);
