import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { sealPrivateKey } from '../../src/adapters/signing/key-material.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { startServer } from '../support/servers/running.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';
import { ENGINES } from '../support/servers/two-engines.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const LUC = 'luc.petit@ac-test.example';
const ODILE = 'odile.richardot@ac-test.example';
const SENTENCE = fr.refusals['signing-unavailable']({});

const filesOf = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'));

/** What may happen to a folder of keys. Each leaves the database as it was. */
const STATES: Readonly<Record<string, (folder: string) => unknown>> = {
  lost: (folder) => rmSync(folder, { recursive: true }),
  empty: (folder) => filesOf(folder).map((name) => rmSync(join(folder, name))),
  'in the place of which stands a file': (folder) => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
  },
  'with a damaged file': (folder) => writeFileSync(join(folder, filesOf(folder)[0] ?? ''), '{"kid":'),
  'whose passphrase is wrong': async (folder) => {
    for (const name of filesOf(folder)) {
      const file = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const privateKey = await sealPrivateKey(file.privateKey.jwk, 'une autre phrase', 1000);
      writeFileSync(join(folder, name), JSON.stringify({ ...file, privateKey }));
    }
  },
  'of which half is lost': (folder) =>
    rmSync(join(folder, filesOf(folder).find((name) => name.startsWith('rs-')) ?? '')),
  'of another service': (folder) => {
    rmSync(folder, { recursive: true });
    cpSync(thirdParty, folder, { recursive: true });
    chmodSync(folder, 0o700);
  },
};

let thirdParty: string;

describe('a process', () => {
  let service: TestService;
  let badge: IssuedBadge;
  let folder: string;
  beforeAll(async () => {
    service = await startTestService();
    folder = service.environment['KEYS_DIR'] ?? '';
    await service.importText(ONE_RUPN);
    badge = (await issueEverything(service))[0] as IssuedBadge;
    await service.services.runMaintenance();
  });
  afterAll(() => service.stop());

  it('starts without its keys, and signs again by itself once they are back', async () => {
    const { environment } = service;
    renameSync(folder, `${folder}.away`);
    const server = await startServer(environment, environment['PUBLIC_URL']);
    try {
      const writing = async () => (await fetch(`${server.url}/health/ready?for=writing`)).status;
      expect([(await fetch(`${server.url}/.well-known/did.json`)).status, await writing()]).toEqual([
        200, 503,
      ]);
      for (const texts of [
        ['evaluate'],
        ['keys', 'list'],
        ['verify', `${environment['PUBLIC_URL']}${badge.path}`],
      ])
        expect([texts[0], (await jalon(texts, { environment })).code]).not.toEqual([texts[0], 3]);
      const refused = await jalon(['accept', badge.id, '--name', 'full', '--json'], { environment });
      expect([refused.code, refused.lines.at(-1)?.['code']]).toEqual([3, 'keys-lost']);
      renameSync(`${folder}.away`, folder);
      for (let tries = 0; tries < 100 && (await writing()) !== 200; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await writing()).toBe(200);
    } finally {
      await server.stop();
    }
  }, 60_000);

  it('of a new database does not start without keys, or with keys that it cannot open', async () => {
    const environment = {
      ...service.environment,
      DATABASE_URL: `sqlite:${join(service.folder, 'new.db')}`,
      KEYS_DIR: join(service.folder, 'none'),
    };
    const none = await jalon(['serve'], { environment });
    expect([none.code, none.stderr]).toEqual([3, expect.stringContaining('jalon keys generate')]);
    await STATES['whose passphrase is wrong']?.(folder);
    const locked = await jalon(['serve'], { environment: { ...environment, KEYS_DIR: folder } });
    expect([locked.code, locked.stderr]).toEqual([3, expect.stringContaining('KEYS_PASSPHRASE')]);
  }, 60_000);
});

describe.each(ENGINES)('on %s, a folder of keys', (_engine, makeDatabase) => {
  let database: Awaited<ReturnType<typeof makeDatabase>>;
  let service: TestService;
  let badge: IssuedBadge;
  let waiting: IssuedBadge;
  let folder: string;
  let list: string;
  let did: string;

  beforeAll(async () => {
    database = await makeDatabase();
    service = await startTestService({ DATABASE_URL: database.url });
    folder = service.environment['KEYS_DIR'] ?? '';
    await service.importText({
      ...ONE_RUPN,
      'personnes.csv': `email;prenom;nom;profil\nclaire.dupont@ac-test.example;Claire;Dupont;\n${LUC};Luc;Petit;\n${ODILE};Odile;Richardot;dane\n`,
      'autres.csv': `reference;email;uai;debut;fin;missions;roles;confirmation\nSEG-2;${LUC};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee\n`,
    });
    const issued = await issueEverything(service);
    const ofLuc = (await service.ports.store.readPeopleByEmail([LUC]))[0]?.id;
    for (const one of issued) {
      const found = await service.ports.store.readCredential(one.id);
      if (found?.award.recipient.kind !== 'person') continue;
      if (found.award.recipient.personId === ofLuc) waiting = one;
      else badge = one;
    }
    await service.services.acceptCredential({ id: badge.id, visibility: 'public', actor: 'test' });
    await service.services.runMaintenance();
    const found = await service.ports.store.readCredential(badge.id);
    list = `/status/${found?.credential?.statusListId}`;
    did = await (await service.get('/.well-known/did.json')).text();
    cpSync(folder, `${folder}.safe`, { recursive: true });
    thirdParty = `${folder}.foreign`;
    await generateKeys({ folder: thirdParty, at: service.ports.clock.now() });
  });
  afterAll(async () => {
    await service.stop();
    await database.drop();
  });

  function putBack(): void {
    rmSync(folder, { recursive: true, force: true });
    cpSync(`${folder}.safe`, folder, { recursive: true });
    chmodSync(folder, 0o700);
  }

  /** The service after a new start, in this state of the folder. */
  async function inState<Result>(
    damage: (folder: string) => unknown,
    use: (context: NodeContext, lines: readonly string[]) => Promise<Result>,
  ): Promise<Result> {
    putBack();
    await damage(folder);
    const lines: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = ((text: string) => lines.push(text) > 0) as typeof process.stderr.write;
    const context = await openNodeContext(service.environment);
    try {
      return await use(context, lines);
    } finally {
      process.stderr.write = write;
      await context.close();
    }
  }

  const asker =
    ({ app, ports }: NodeContext) =>
    async (path: string, headers: Readonly<Record<string, string>> = {}) =>
      app.request(`${ports.origin}${path}`, { headers });

  describe.each(Object.entries(STATES))('%s', (_state, damage) => {
    it('leaves all that is public as it was', () =>
      inState(damage, async (context) => {
        const ask = asker(context);
        expect(await (await ask('/.well-known/did.json')).text()).toBe(did);
        const page = await (await ask(badge.path)).text();
        expect(page).toContain(fr.verification.innerVerdict.valid);
        const bits = await ask(list);
        expect([bits.status, (await bits.json()).type]).toEqual([
          200,
          expect.arrayContaining(['BitstringStatusListCredential']),
        ]);
        for (const path of ['/', '/verify', '/issuer', '/.well-known/jwks.json', '/log/checkpoint'])
          expect([path, (await ask(path)).status]).toEqual([path, 200]);
        const found = await context.ports.store.readCredential(badge.id);
        const value = JSON.parse(found?.credential?.document ?? '');
        const report = await context.ports.verifyCredential({ kind: 'parsed', value });
        expect(report.verdict).toBe('valid');
      }));

    it('lets people sign in and read, and refuses in words what signs, with nothing half-written', () =>
      inState(damage, async (context) => {
        const [luc, odile] = [await signInAs(context, LUC), await signInAs(context, ODILE)];
        expect((await luc.get('/my/badges')).status).toBe(200);
        const counts = await context.ports.store.countRows();
        const choice = { name: 'full', form: 'inclusive', schools: 'no', visibility: 'public', email: 'no' };
        for (const more of [{}, { isNew: 'yes' }])
          await expectRefused(luc, `/my/badges/${waiting.id}/accept`, { ...choice, ...more });
        await expectRefused(odile, `/dane/people/${luc.personId}/award`, {
          badge: 'RUPN-CONF',
          reason: 'Sur décision',
        });
        const found = await context.ports.store.readCredential(waiting.id);
        expect(found?.credential?.choice.acceptance).toBe('private');
        expect(await context.ports.store.countRows()).toEqual(counts);
        expect(await context.ports.store.countUnsignedAwards()).toBe(0);
      }));

    it('is told once, is a warning of readiness, and lets the timer and its tasks wait', () =>
      inState(damage, async (context, lines) => {
        const { services, ports } = context;
        await ports.store.commit([
          {
            kind: 'outbox-added',
            id: ports.ids.uuid(),
            task: { kind: 're-sign-credential', credentialId: waiting.id },
            at: ports.clock.now(),
          },
        ]);
        for (let round = 0; round < 3; round += 1) await services.runMaintenance();
        expect(await services.readOutboxState()).toMatchObject({ waiting: 1 });
        const events = lines.map((line) => JSON.parse(line).event);
        expect(events.filter((event) => event === 'signing-unavailable')).toHaveLength(1);
        expect(events).not.toContain('upkeep-failed');
        expect(events).not.toContain('outbox-task-failed');
        const ready = await asker(context)('/health/ready');
        expect([ready.status, (await ready.json()).warnings]).toEqual([
          200,
          expect.arrayContaining(['signing-unavailable']),
        ]);
        expect((await asker(context)('/health/ready?for=writing')).status).toBe(503);
        // The folder comes back, and the same process does what waited.
        putBack();
        await context.keys.reload();
        await services.runMaintenance();
        expect(await services.readOutboxState()).toMatchObject({ waiting: 0 });
        expect(lines.map((line) => JSON.parse(line).event)).toContain('signing-again');
        expect((await asker(context)('/health/ready?for=writing')).status).toBe(200);
      }));
  });

  async function expectRefused(
    browser: SignedInBrowser,
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<void> {
    const answer = await browser.post(path, fields);
    expect([path, answer.status]).toEqual([path, 503]);
    expect(await answer.text()).toContain(SENTENCE);
  }
});
