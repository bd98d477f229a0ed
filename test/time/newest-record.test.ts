import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openNodeContext } from '../../src/node.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const OLD = 'vieux@ac-test.example';

let service: TestService;
let logged: string;

/** Half past midnight in Paris in winter, so many years after this one: the hour of retention. */
const nightAfter = (years: number) => `${new Date().getUTCFullYear() + years}-01-14T23:30:00Z`;

/** Starts the service again at an instant, as `serve` does before it listens. */
async function restart(at: string, trusted: '0' | '1'): Promise<void> {
  await service.close();
  vi.setSystemTime(at);
  const opened = await openNodeContext({ ...service.environment, TRUST_CLOCK: trusted });
  await opened.keys.open();
  Object.assign(service, opened);
  await service.services.runMaintenance();
}
async function readWarnings(): Promise<readonly string[]> {
  const answer = await service.app.request(`${service.ports.origin}/health/ready`);
  return (await answer.json()).warnings ?? [];
}
const readNotices = () => service.ports.store.readRetentionNotices(5);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  service = await startTestService({ TRUST_CLOCK: '0' });
  await service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'gens.csv': `email;prenom;nom\n${OLD};Ancien;Référent\n`,
    'segments.csv': `reference;email;uai;debut;fin;missions;confirmation\nO-1;${OLD};0210001M;01/09/2024;31/08/2025;A1|B1;confirmee\n`,
  });
  await service.services.runMaintenance();
  logged = '';
  const write = process.stderr.write.bind(process.stderr);
  vi.spyOn(process.stderr, 'write').mockImplementation((text, ...rest) => {
    logged += text;
    return write(text, ...(rest as []));
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await service.stop();
  vi.useRealTimers();
});

it('a start many years after the newest record is reported, and announces no deletion until it is trusted', async () => {
  const night = nightAfter(8);
  // The second start finds records of the first one, which the same clock dated.
  for (const _ of ['first', 'second']) {
    await restart(night, '0');
    expect(await readWarnings()).toContain('clock-far-from-record');
    expect(await readNotices()).toEqual([]);
  }
  expect(logged.match(/"event":"clock-far-from-record"/g)).toHaveLength(2);
  await restart(night, '1');
  expect(await readWarnings()).not.toContain('clock-far-from-record');
  expect((await readNotices()).map(({ announcedOn }) => announcedOn)).toEqual([`${night.slice(0, 8)}15`]);
  expect(await service.ports.store.readAuditOf('clock', 1)).toMatchObject([{ action: 'clock-trusted' }]);
}, 120_000);

it('a start within 400 days of the newest record is not reported', async () => {
  await restart(new Date(Date.now() + 399 * 86_400_000).toISOString(), '0');
  expect(await readWarnings()).not.toContain('clock-far-from-record');
  expect(logged).not.toContain('clock-far-from-record');
}, 120_000);
