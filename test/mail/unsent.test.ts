import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scheduleUnsentMails } from '../../src/application/mail/unsent.ts';
import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import { forgetOld } from '../../src/application/retention.ts';
import type { Ports } from '../../src/application/service-ports.ts';
import { makeServices } from '../../src/application/services.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { jalon } from '../support/command-line.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SmtpCatcher, startSmtpCatcher } from './smtp-catcher.ts';

const DAY = 86_400;
let without: TestService;
let smtp: SmtpCatcher;
let withServer: TestService;
beforeEach(async () => {
  without = await startTestService();
  smtp = await startSmtpCatcher();
  withServer = await startTestService({
    ...smtp.settings,
    DATABASE_URL: `sqlite:${without.folder}/jalon.db`,
    KEYS_DIR: `${without.folder}/keys`,
  });
});
afterEach(async () => {
  await withServer.stop();
  await without.stop();
  await smtp.stop();
});

/** Issues one badge, as a service in production without a mail server does. */
async function issueBefore({ writesUnsentMail = true } = {}) {
  await without.importText(ONE_RUPN);
  const services = makeServices({ ...without.ports, writesUnsentMail });
  const scope = { kind: 'all-met', cautions: 'included' } as const;
  for await (const outcome of services.grantAwards({ scope, actor: 'test' })) void outcome;
  for await (const outcome of services.issueCredentials({ actor: 'test' })) {
    if (outcome.kind === 'failed') throw outcome.error;
    return outcome.id;
  }
  throw new Error('no badge was issued');
}

/** The timer's work on mail, this many days later, once there is a mail server. */
async function workAfter(days: number, service = withServer) {
  const ports: Ports = { ...service.ports, clock: clockAfter(service, days) };
  const scheduled = await scheduleUnsentMails(ports)();
  return [scheduled, await emptyOutbox(ports)()];
}
function clockAfter({ ports }: TestService, days: number) {
  const now = secondsAfter(ports.clock.now(), days * DAY);
  return { now: () => now };
}
const figures = async () => ({
  ...(await without.ports.store.countMail(without.ports.clock.now())),
  tasks: await without.ports.store.countOutbox(secondsAfter(without.ports.clock.now(), 300 * DAY)),
});

describe('a mail about a badge that was issued without a mail server', () => {
  it('waits without a task that would be overdue, and leaves once there is a server', async () => {
    await issueBefore();
    const tasks = await without.ports.store.countOutbox(without.ports.clock.now());
    expect(await workAfter(1, without)).toEqual([0, expect.any(Number)]);
    expect(await figures()).toMatchObject({ waiting: 1, tasks: { overdue: 0 } });
    expect(tasks.waiting).toBeLessThanOrEqual(1);
    expect((await workAfter(3))[0]).toBe(1);
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ recipients: ['claire.dupont@ac-test.example'] });
    expect(await workAfter(4)).toEqual([0, 0]);
    expect(await figures()).toMatchObject({ waiting: 0 });
  });

  it('does not leave if the badge was answered or revoked since', async () => {
    const id = await issueBefore();
    await without.services.acceptCredential({ id, actor: 'test' });
    await workAfter(2);
    expect(smtp.mails).toEqual([]);
    expect(await figures()).toMatchObject({ waiting: 0 });
  });

  it('leaves after seven days only by the command, which counts them first', async () => {
    await issueBefore();
    expect((await workAfter(8))[0]).toBe(0);
    expect(smtp.mails).toEqual([]);
    const later = { ...withServer.ports, clock: clockAfter(withServer, 8) };
    const { sendOldMails } = makeServices(later);
    expect(await sendOldMails({ dryRun: true })).toBe(1);
    expect((await workAfter(8))[0]).toBe(0);
    expect(await sendOldMails({ dryRun: false })).toBe(1);
    expect(await emptyOutbox(later)()).toBeGreaterThan(0);
    expect(smtp.mails).toHaveLength(1);
    const { stdout, code } = await jalon(['mails', 'send-old', '--dry-run'], {
      environment: withServer.environment,
    });
    expect([code, stdout.trim()]).toEqual([
      0,
      '0 courriel attend depuis plus de sept jours, sans serveur de courriel.',
    ]);
  });

  it('does not leave with a newer mail of the same person once it is old', async () => {
    const id = await issueBefore();
    const later = { ...withServer.ports, clock: clockAfter(withServer, 8) };
    await makeServices(later).remindHolder({ id, actor: 'test' });
    await emptyOutbox(later)();
    expect(smtp.mails).toHaveLength(1);
    expect(await figures()).toMatchObject({ waiting: 1 });
  });

  it('is given up after 90 days, and is not written at all in development', async () => {
    await issueBefore();
    const days = { count: async () => {}, sureTime: async () => undefined };
    await forgetOld({ ...without.ports, clock: clockAfter(without, 89) }, days);
    expect(await figures()).toMatchObject({ waiting: 1 });
    await forgetOld({ ...without.ports, clock: clockAfter(without, 91) }, days);
    expect(await figures()).toMatchObject({ waiting: 0 });
    expect(without.ports.writesUnsentMail).toBe(false);
  });

  it('is not sent by the command while there is no mail server', async () => {
    await issueBefore();
    const { code, stderr } = await jalon(['mails', 'send-old'], { environment: without.environment });
    expect(code).toBe(1);
    expect(stderr).toContain('courriel');
  });
});

it('without a mail server, development writes no mail about a badge', async () => {
  await issueBefore({ writesUnsentMail: false });
  expect(await figures()).toMatchObject({ waiting: 0 });
});
