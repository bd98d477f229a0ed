import { chmodSync, cpSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compromiseKey, generateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { AT, kidsOf } from '../support/key-folder.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
let folder: string;
let path: string;
beforeEach(async () => {
  service = await startTestService();
  folder = service.environment['KEYS_DIR'] ?? '';
  await service.importText(ONE_RUPN);
  const [badge] = await issueEverything(service);
  if (!badge) throw new Error('no badge was issued');
  await service.services.acceptCredential({ id: badge.id, actor: 'test', visibility: 'public' });
  // The timer of a running service does this.
  await service.services.publishStatusLists();
  path = badge.path;
});
afterEach(() => service.stop());

/** The service after a new start. */
async function afterStart<Result>(use: (context: NodeContext) => Promise<Result>): Promise<Result> {
  const context = await openNodeContext(service.environment);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

async function expectGenuine({ app, ports }: NodeContext): Promise<void> {
  const page = await (await app.request(`${ports.origin}${path}`)).text();
  expect(page).toContain(fr.verification.innerVerdict.valid);
}

describe('a folder of keys that is lost', () => {
  it('leaves every earlier badge genuine, and every key at its address', async () => {
    const kids = service.ports.keys.list().map(({ kid }) => kid);
    rmSync(folder, { recursive: true });
    await afterStart(async (context) => {
      await expectGenuine(context);
      for (const kid of kids) {
        const answer = await context.app.request(`${context.ports.origin}/keys/${kid}`);
        expect(answer.status).toBe(200);
      }
      expect(
        context.ports.keys
          .missing()
          .map(({ kid }) => kid)
          .toSorted(),
      ).toEqual(kids.toSorted());
      await expect(context.keys.open()).rejects.toMatchObject({ code: 'keys-lost' });
      const ready = await context.app.request(`${context.ports.origin}/health/ready`);
      expect([ready.status, await ready.json()]).toMatchObject([
        200,
        { warnings: ['signing-unavailable'], missingKeys: expect.arrayContaining(kids) },
      ]);
      const writing = await context.app.request(`${context.ports.origin}/health/ready?for=writing`);
      expect([writing.status, await writing.json()]).toMatchObject([503, { reason: 'keys' }]);
    });
  });

  it('is reported by readiness while the service still runs with the keys in memory', async () => {
    rmSync(folder, { recursive: true });
    await service.keys.refresh();
    const ready = await service.get('/health/ready');
    expect(ready.status).toBe(200);
    const reported = (await ready.json()) as { missingKeys: string[]; meanings: object };
    expect(reported.missingKeys).toHaveLength(2);
    expect(reported.meanings).toHaveProperty('keys-missing');
  });

  it('is not replaced by mistake: the command names the lost keys, and requires an option', async () => {
    const { environment } = service;
    const former = service.ports.keys.list().map(({ kid }) => kid);
    rmSync(folder, { recursive: true });
    for (const action of ['generate', 'rotate']) {
      const refused = await jalon(['keys', action, '--json'], { environment });
      expect([refused.code, refused.lines.at(-1)?.['code']]).toEqual([3, 'keys-lost']);
      for (const kid of former) expect(refused.stderr).toContain(kid);
    }
    const listed = await jalon(['keys', 'list', '--json'], { environment });
    expect(listed.lines.map(({ place }) => place)).toEqual(['missing', 'missing']);
    const made = await jalon(['keys', 'generate', '--new-after-loss'], { environment });
    expect(made.code).toBe(0);
    await afterStart(async (context) => {
      await context.keys.open();
      await expectGenuine(context);
      expect(context.ports.keys.missing()).toEqual([]);
      expect(kidsOf(context.ports.keys.list(), 'retired')).toEqual(former.toSorted());
      expect(kidsOf(context.ports.keys.list(), 'active')).toHaveLength(2);
    });
  });

  it('may have been stolen, so its keys can still be declared compromised', async () => {
    const [kid = ''] = kidsOf(service.ports.keys.list(), 'active');
    rmSync(folder, { recursive: true });
    const texts = ['keys', 'compromise', kid, '--reason', 'Serveur volé', '--yes', '--json'];
    const done = await jalon(texts, { environment: service.environment });
    expect(done.lines.map(({ kind }) => kind)).toEqual([
      'compromised-badge',
      'compromise',
      'compromised',
      'generated',
    ]);
    await afterStart(async ({ app, ports }) => {
      expect((await app.request(`${ports.origin}/keys/${kid}`)).status).toBe(410);
    });
  });
});

describe('a folder of keys of another service', () => {
  it('becomes no issuer: it is not published, not stored, and no command takes it for ours', async () => {
    const { environment } = service;
    const saved = await service.ports.store.readPublicKeys();
    rmSync(folder, { recursive: true });
    const thirdParty = await generateKeys({ folder, at: AT });
    await afterStart(async ({ app, ports, keys, services }) => {
      await services.runMaintenance();
      await expect(keys.open()).rejects.toMatchObject({ code: 'keys-foreign' });
      const did = await (await app.request(`${ports.origin}/.well-known/did.json`)).text();
      for (const { kid } of thirdParty) {
        expect(did).not.toContain(kid);
        expect((await app.request(`${ports.origin}/keys/${kid}`)).status).toBe(404);
      }
    });
    const [ours = ''] = saved.map(({ kid }) => kid);
    for (const texts of [
      ['generate', '--new-after-loss'],
      ['rotate'],
      ['retire', thirdParty[0]?.kid ?? ''],
      ['compromise', ours, '--reason', 'Serveur volé', '--yes'],
    ]) {
      const refused = await jalon(['keys', ...texts, '--json'], { environment });
      expect([texts[0], refused.code, refused.lines.at(-1)?.['code']]).toEqual([texts[0], 3, 'keys-foreign']);
    }
    const listed = await jalon(['keys', 'list', '--json'], { environment });
    expect(listed.lines.map(({ place }) => place).toSorted()).toEqual([
      'foreign',
      'foreign',
      'missing',
      'missing',
    ]);
    expect(await service.ports.store.readPublicKeys()).toEqual(saved);
  }, 60_000);
});

describe('an old copy of the folder', () => {
  /** Puts back the copy of the day before a key was said to be compromised. Returns the id of the key. */
  async function bringOldCopyBack(): Promise<string> {
    const kid = service.ports.keys.list().find(({ algorithm }) => algorithm === 'Ed25519')?.kid ?? '';
    cpSync(folder, `${folder}.old`, { recursive: true });
    await compromiseKey({ folder, kid, reason: 'Copie', at: AT });
    await afterStart(async ({ keys }) => keys.open());
    rmSync(folder, { recursive: true });
    cpSync(`${folder}.old`, folder, { recursive: true });
    return kid;
  }

  it('brings no compromised key back: it neither signs nor is published', async () => {
    const kid = await bringOldCopyBack();
    chmodSync(folder, 0o700);
    await afterStart(async ({ app, ports, keys }) => {
      const did = await (await app.request(`${ports.origin}/.well-known/did.json`)).text();
      expect(did).not.toContain(kid);
      expect((await app.request(`${ports.origin}/keys/${kid}`)).status).toBe(410);
      await expect(keys.open()).rejects.toMatchObject({ code: 'keys-lost' });
    });
  });

  it('is repaired by new keys where there is no better copy', async () => {
    await bringOldCopyBack();
    const kept = await service.ports.store.readPublicKeys();
    const made = await generateKeys({ folder, at: AT, kept, newAfterLoss: true });
    expect(made.map(({ algorithm }) => algorithm)).toEqual(['Ed25519']);
    await afterStart(async ({ keys }) => {
      expect((await keys.open()).current().ed25519.kid).toBe(made[0]?.kid);
    });
  });
});
