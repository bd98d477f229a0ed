import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { tokenOf } from '../support/tokens.ts';

const CLAIRE = 'claire.dupont@ac-test.example';

let service: TestService;
let dane: string;
let server: RunningServer | undefined;
beforeEach(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  dane = await tokenOf(service, 'dane');
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await service.stop();
});

const command = (...texts: readonly string[]) =>
  jalon(['grant', ...texts, '--json'], { environment: service.environment });
const ask = async (body: unknown) => (await service.post('/api/v1/awards', body, dane)).json();
/** The numbers of all rows, and the newest lines of the audit. */
const written = async () => {
  const { store } = service.ports;
  const [person] = await store.readPeopleByEmail([CLAIRE]);
  if (!person) throw new Error('nobody');
  return {
    rows: await store.countRows(),
    unsigned: await store.countUnsignedAwards(),
    awards: await store.readAwardsOf([{ kind: 'person', personId: person.id }]),
    audit: await store.readAuditOf([person.id], 50),
  };
};

describe('a grant that only looks', () => {
  it('says on the command line what a grant would do, and writes nothing', async () => {
    const before = await written();
    const looked = await command('--all-met', '--also-to-look-at', '--dry-run');
    expect(looked).toMatchObject({
      code: 0,
      lines: [
        { kind: 'grantable', email: CLAIRE, badge: 'RUPN-ENG' },
        { kind: 'summary', grantable: 1, toLookAt: 0, skipped: 0 },
      ],
    });
    expect(looked.lines[0]).not.toHaveProperty('award');
    expect(await written()).toEqual(before);
    expect((await command('--all-met', '--also-to-look-at')).lines).toMatchObject([
      { kind: 'granted', email: CLAIRE, badge: 'RUPN-ENG' },
      { kind: 'summary', granted: 1, toLookAt: 0, skipped: 0 },
    ]);
  });

  it('says the same by the API, and by the command line through the API', async () => {
    const before = await written();
    const { outcomes } = await ask({ allMet: true, alsoToLookAt: true, dryRun: true });
    expect(outcomes).toMatchObject([{ kind: 'grantable', email: CLAIRE, badge: 'RUPN-ENG' }]);
    server = await startServer(service.environment);
    const texts = ['grant', '--all-met', '--also-to-look-at', '--dry-run', '--remote', server.url, '--json'];
    const remote = await jalon(texts, {
      environment: { DATABASE_URL: 'sqlite:none/none.db', JALON_TOKEN: dane },
    });
    // The pages stand at the address of the service that answers.
    const lines = outcomes.map((line: object) => ({
      ...line,
      page: expect.stringContaining(server?.url ?? '-'),
    }));
    expect(remote.lines).toEqual([...lines, { kind: 'summary', grantable: 1, toLookAt: 0, skipped: 0 }]);
    expect(await written()).toEqual(before);
  });

  it('refuses and skips what a grant would', async () => {
    const one = { person: CLAIRE, badge: 'RUPN-CONF', dryRun: true };
    expect(await ask(one)).toMatchObject({ code: 'not-met' });
    expect((await ask({ ...one, reason: 'Parcours reconnu' })).outcomes).toMatchObject([
      { kind: 'grantable', badge: 'RUPN-CONF' },
    ]);
    await command('--all-met', '--also-to-look-at');
    const before = await written();
    expect((await ask({ allMet: true, dryRun: true })).outcomes).toMatchObject([
      { kind: 'skipped', badge: 'RUPN-ENG', code: 'award-exists' },
    ]);
    expect(await written()).toEqual(before);
  });
});
