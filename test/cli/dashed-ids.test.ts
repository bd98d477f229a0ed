import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ids } from '../../src/assembly/system-ports.ts';
import { openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { issueEverything, ONE_RUPN, TEST_ORIGIN, toSource } from '../support/servers/service.ts';

const DASHED = '-bcdefghijklmnopqrstuv';

const folder = mkdtempSync(join(tmpdir(), 'jalon-dashed-'));
const environment = {
  PUBLIC_URL: TEST_ORIGIN,
  DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
  KEYS_DIR: join(folder, 'keys'),
};
const run = (...texts: string[]) => jalon([...texts, '--json'], { environment });

/** Makes a badge with an older id, which may begin with a dash. */
beforeAll(async () => {
  await run('keys', 'generate');
  const context = await openNodeContext({ ...environment, DEMO: '0' });
  const files = Object.entries(ONE_RUPN).map(toSource);
  await context.services.importFiles(files, { dryRun: false, actor: 'test' });
  const drawn = vi.spyOn(ids, 'credentialId').mockReturnValue(DASHED as never);
  await issueEverything(context);
  drawn.mockRestore();
  await context.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an id that begins with a dash', () => {
  it('is never drawn, and the other ids are as long and as random as before', () => {
    const drawn = Array.from({ length: 5000 }, () => ids.credentialId());
    expect(drawn.filter((id) => !/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/.test(id))).toEqual([]);
    expect(new Set(drawn.map((id) => id[0])).size).toBe(63);
    expect(new Set(drawn.map((id) => id[1])).size).toBe(64);
  });

  it('names a badge on the command line, in any position', async () => {
    const address = `${TEST_ORIGIN}/credentials/${DASHED}`;
    const lines = [{ credential: address }, { accepted: 1 }];
    expect(await run('accept', DASHED, '--visibility', 'public')).toMatchObject({ code: 0, lines });
    const last = ['accept', '--visibility', 'unlisted', '--json', '--', DASHED];
    expect(await jalon(last, { environment })).toMatchObject({ code: 0, lines });
    expect(await run('revoke', '--reason', 'Erreur de saisie', DASHED)).toMatchObject({
      code: 0,
      lines: [{ kind: 'revoked', credential: address }],
    });
  });

  it('names the badge to be verified where there is no file of this name', async () => {
    const { code, lines } = await run('verify', `${DASHED}.json`);
    expect({ code, lines }).toMatchObject({ code: 1, lines: [{ verified: false, verdict: 'revoked' }] });
  });

  it('is not an option, and a wrongly written option is not an id', async () => {
    expect((await run('revoke', '--reason', DASHED)).code).toBe(2);
    expect((await run('accept', '--visibilitees')).code).toBe(2);
    expect((await run('accept', '-x')).code).toBe(2);
  });
});
