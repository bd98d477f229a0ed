import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/domain/time/calendar.ts';
import { instantInParis } from '../../src/domain/time/paris-clock.ts';
import { jalon } from '../support/command-line.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { todayInParis } from '../support/now.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import type { TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';

const DAY = fromDayNumber(toDayNumber(todayInParis()) + 30);
const HOUR = `${DAY}T09:00`;
const AT = instantInParis(DAY, '09:00');

let service: TestService;
let agent: SignedInBrowser;
let dane: string;
let server: RunningServer | undefined;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  await service.importText({
    'points-etape.csv': `email;uai;date;nature\n${CLAIRE};0210001M;2024-05-02;point-etape\n`,
  });
  dane = await tokenOf(service, 'dane');
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await service.stop();
});

const run = (...texts: readonly string[]) =>
  jalon([...texts, '--json'], { environment: service.environment });
const idIn = (lines: readonly Readonly<Record<string, unknown>>[]) =>
  String(lines.find(({ kind }) => kind === 'decision')?.['id']);

describe('a grant of the command line that is dated', () => {
  it('says what it would come to today, is held and released, and tells who got what', async () => {
    const { lines, code } = await run('grant', '--all-met', '--at', HOUR);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { kind: 'grantable', email: CLAIRE, badge: 'RUPN-ENG' },
      { kind: 'decision', decision: 'grant', by: 'cli', at: AT, startsAt: AT, decided: 0 },
      { kind: 'summary', grantable: 1, toLookAt: 0, skipped: 0 },
    ]);
    const id = idIn(lines);
    expect((await run('decisions', 'hold', id)).lines).toMatchObject([{ id, heldBy: 'cli' }]);
    expect((await agent.post(`/dane/jobs/${id}/release`)).status).toBe(303);
    const [listed] = (await run('decisions', 'list')).lines;
    expect(listed).toMatchObject({ id, at: AT });
    expect(listed).not.toHaveProperty('heldBy');
    expect((await run('decisions', 'start', id)).lines).toMatchObject([
      {
        ...{ id, decided: 1, counts: { granted: 1, issued: 1 }, finishedAt: expect.any(String) },
        told: [{ badge: 'RUPN-ENG', email: CLAIRE, outcome: 'granted' }],
      },
    ]);
  });

  it('refuses what is no hour to come, and what it would have to judge otherwise', async () => {
    const wrong = [
      ['--at', '2024-07-01T09:00'],
      ['--at', '2099-07-01T09:00'],
      ['--at', DAY],
      ['--at', `${DAY}T24:00`],
      ['--at', HOUR, '--in', '10m'],
      ['--at', HOUR, '--also-to-look-at'],
      ['--at', HOUR, '--on', '2024-09-01'],
    ];
    for (const texts of wrong) expect((await run('grant', '--all-met', ...texts)).code).toBe(2);
    const one = ['--person', CLAIRE, '--badge', 'RUPN-ENG', '--at', HOUR];
    expect((await run('grant', ...one)).code).toBe(2);
    const ask = async (more: object) =>
      (await service.post('/api/v1/awards', { at: HOUR, ...more }, dane)).status;
    expect(await ask({ allMet: true, waitSeconds: 600 })).toBe(400);
    expect(await ask({ person: CLAIRE, badge: 'RUPN-ENG' })).toBe(400);
    expect(await ask({ allMet: true, at: '2024-07-01T09:00' })).toBe(400);
    expect(await service.ports.store.readUnfinishedJobs('grant-due')).toEqual([]);
  });

  it('only looks with --dry-run, and goes through the API with --remote', async () => {
    expect((await run('grant', '--all-met', '--at', HOUR, '--dry-run')).lines).toHaveLength(2);
    expect(await service.ports.store.readUnfinishedJobs('grant-due')).toEqual([]);
    server = await startServer(service.environment);
    const remote = (...texts: readonly string[]) =>
      jalon([...texts, '--remote', server?.url ?? '', '--json'], {
        environment: { DATABASE_URL: 'sqlite:none/none.db', JALON_TOKEN: dane },
      });
    const id = idIn((await remote('grant', '--all-met', '--badge', 'RUPN-ENG', '--at', HOUR)).lines);
    expect((await remote('decisions', 'hold', id)).lines).toMatchObject([
      { id, at: AT, heldBy: 'token:essai dane' },
    ]);
    expect((await remote('decisions', 'stop', id)).lines).toMatchObject([{ finishedAt: expect.any(String) }]);
  });
});
