import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';

let service: TestService;
beforeAll(async () => {
  ({ service } = await startDaneService());
  await service.importText({
    'points-etape.csv': `email;uai;date;nature\n${CLAIRE};0210001M;2024-05-02;point-etape\n`,
    'contributions.csv': `reference;email;nature;date;validee\nC-1;${CLAIRE};projet;2026-01-10;non\n`,
  });
  await issueEverything(service);
});
afterAll(() => service.stop());

const run = (...texts: readonly string[]) => jalon(texts, { environment: service.environment });

describe('the last line of a command', () => {
  it('counts what an erasure would take away as the screen does', async () => {
    const [person] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    if (!person) throw new Error('there is no such person');
    const { facts, badges } = await service.services.previewErasure(person);
    const onScreen = { facts, badges };
    expect(onScreen.facts).toBeGreaterThan(2);
    const { lines } = await run('erase-person', CLAIRE, '--dry-run', '--json');
    expect(lines).toMatchObject([{ kind: 'to-erase', ...onScreen }]);
  });

  it('says how many badges were reissued', async () => {
    for (const { kid } of service.ports.keys.list()) {
      const declared = await run('keys', 'compromise', kid, '--reason', 'Serveur volé', '--yes');
      expect(declared.code).toBe(0);
    }
    const french = await run('issue');
    expect(french.stdout.trim().split('\n').at(-1)).toBe('1 badge signé de nouveau, 0 à signer.');
  });
});
