import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { issueEverything, ONE_RUPN, TEST_ORIGIN, toSource } from '../support/servers/service.ts';

const PASSPHRASE = 'une phrase de passe assez longue';

let folder: string;
let environment: Readonly<Record<string, string>>;
let badgeId: string;
let context: NodeContext;

/** A badge that was issued, and a service that was then given another passphrase. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-unopened-'));
  environment = {
    PUBLIC_URL: TEST_ORIGIN,
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
    KEYS_PASSPHRASE: PASSPHRASE,
    DEMO: '0',
  };
  await jalon(['keys', 'generate'], { environment });
  const before = await openNodeContext(environment);
  await before.services.importFiles(Object.entries(ONE_RUPN).map(toSource), {
    dryRun: false,
    actor: 'test',
  });
  const [badge] = await issueEverything(before);
  badgeId = badge?.id ?? '';
  await before.services.publishStatusLists();
  await before.close();
  environment = { ...environment, KEYS_PASSPHRASE: 'une tout autre phrase de passe' };
  context = await openNodeContext(environment);
});
afterEach(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a service whose keys do not open', () => {
  it('is ready for reading only, and says so at every check', async () => {
    for (let look = 0; look < 3; look += 1) {
      const ready = await context.app.request(`${TEST_ORIGIN}/health/ready`);
      expect([ready.status, await ready.json()]).toEqual([
        200,
        expect.objectContaining({ status: 'ok', warnings: ['signing-unavailable'] }),
      ]);
      const answer = await context.app.request(`${TEST_ORIGIN}/health/ready?for=writing`);
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        status: 'unavailable',
        reason: 'keys',
        warnings: ['signing-unavailable'],
        meanings: { 'signing-unavailable': expect.any(String) },
      });
    }
  });

  it('records a revocation, and reports that the public list does not show it yet', async () => {
    const texts = ['revoke', badgeId, '--reason', 'Erreur de saisie', '--json', '--lang', 'en'];
    const { code, lines, stderr } = await jalon(texts, { environment });
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ kind: 'revoked', published: false });
    expect(stderr).toContain('The revocation is recorded, but the public list does not show it yet');
    const found = await context.ports.store.readCredential(badgeId as never);
    expect(found?.credential?.revocation?.reason).toBe('Erreur de saisie');
    expect(await context.services.readOutboxState()).toMatchObject({ waiting: 1 });
  });

  it('still does all maintenance that needs no key', async () => {
    const { services, ports } = context;
    await services.runMaintenance();
    expect(await ports.store.readLatestJob('measure-coverage')).toBeDefined();
  });
});
