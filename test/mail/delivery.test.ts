import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSmtpMailer } from '../../src/adapters/mail/smtp.ts';
import type { MailMessage } from '../../src/application/mail/mailer.ts';
import { queueMail } from '../../src/application/mail/queue.ts';
import { runMaintenance } from '../../src/application/maintenance/run.ts';
import type { Log } from '../../src/application/ports.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { issueToClaire, type MailService, readFigures, readPersonId, startMailService } from './fixture.ts';
import { type SmtpCatcher, startSmtpCatcher } from './smtp-catcher.ts';

const NO_ONE_NAMED = /dupont|claire|@ac-test/i;

describe('a mail that the server does not take', () => {
  let fixture: MailService;
  beforeEach(async () => {
    fixture = await startMailService();
    await issueToClaire(fixture);
  });
  afterEach(() => fixture.stop());

  it('now is sent again after the pauses of the outbox, and arrives once', async () => {
    fixture.smtp.answer(451);
    expect(await fixture.sendAt(0)).toBe(0);
    expect(fixture.logged()).toContain('smtp-451');
    expect(fixture.logged()).not.toMatch(NO_ONE_NAMED);
    fixture.smtp.answer(250);
    expect(await fixture.sendAt(4)).toBe(0);
    expect(await fixture.sendAt(6)).toBe(1);
    expect(await fixture.sendAt(60)).toBe(0);
    expect(fixture.smtp.mails).toHaveLength(1);
  });

  it('ever is given up, and reported in the log and the figures without any name', async () => {
    fixture.smtp.answer(550);
    expect(await fixture.sendAt(0)).toBe(1);
    expect(fixture.logged()).toContain('"event":"mail-refused"');
    expect(fixture.logged()).toContain('"code":"smtp-550"');
    expect(fixture.logged()).not.toMatch(NO_ONE_NAMED);
    fixture.smtp.answer(250);
    expect(await fixture.sendAt(3600)).toBe(0);
    expect(fixture.smtp.mails).toEqual([]);
    expect(await readFigures(fixture)).toMatchObject({ mail_refused: 1, mail_waiting: 0, outbox_waiting: 0 });
  });

  it('because the server is absent waits, and is reported as overdue', async () => {
    const { ports } = fixture.service;
    await fixture.smtp.stop();
    expect(await fixture.sendAt(0)).toBe(0);
    expect(fixture.logged()).toContain('ECONNREFUSED');
    expect(await readFigures(fixture)).toMatchObject({
      mail_waiting: 1,
      outbox_waiting: 1,
      outbox_overdue: 0,
    });
    const now = secondsAfter(ports.clock.now(), 300);
    const logged: string[] = [];
    const log: Log = { info: () => {}, error: (event) => void logged.push(event) };
    await runMaintenance(
      { ...ports, clock: { now: () => now }, log },
      {
        days: { count: async () => {}, sureTime: async () => undefined },
        reSignAhead: async () => 0,
        emptyOutbox: () => fixture.sendAt(300),
        publishStatusLists: async () => 0,
        appendBadgeLog: async () => {},
        sealAudit: async () => {},
        campaignMaintenance: async () => {},
        remindEndings: async () => 0,
        remindPendingAcceptances: async () => 0,
        beginNightlyCheck: async () => {},
        advanceJobs: async () => false,
      },
    )();
    expect(logged).toEqual(['outbox-overdue']);
    expect(fixture.logged()).toContain('"attempts":2');
    expect(fixture.logged()).not.toMatch(NO_ONE_NAMED);
  });

  it('for one person does not stop the others, and an absent server is asked once a run', async () => {
    const { ports } = fixture.service;
    const others = ['luc.petit@ac-test.example', 'zoe.roy@ac-test.example'];
    const lines = others.map((email) => `${email};Luc;Petit`);
    await fixture.service.importText({ 'personnes.csv': `email;prenom;nom\n${lines.join('\n')}\n` });
    const [badge] = await ports.store.readCredentials({ limit: 1 });
    const subjectIds = [badge?.credential?.id ?? ''];
    for (const email of others) {
      const mail = {
        id: email,
        kind: 'award',
        personId: await readPersonId(fixture, email),
        subjectIds,
      } as const;
      await ports.store.commit(queueMail(mail, { at: ports.clock.now(), origin: ports.origin }));
    }
    fixture.smtp.answer(451);
    await fixture.sendAt(60);
    expect(fixture.logged().match(/smtp-451/g)).toHaveLength(3);
    await fixture.smtp.stop();
    await fixture.sendAt(120);
    expect(fixture.logged().match(/ECONNREFUSED/g)).toHaveLength(1);
  });

  it('does not delay a revocation', async () => {
    await fixture.smtp.stop();
    const [badge] = await fixture.service.ports.store.readCredentials({ limit: 1 });
    if (!badge?.credential) throw new Error('no badge');
    await fixture.service.services.revokeCredential({
      id: badge.credential.id,
      reason: 'Erreur',
      actor: 'test',
    });
    const [list] = await fixture.service.ports.store.readStatusLists();
    expect(list).toMatchObject({ revision: 1, published: { publishedRevision: 1 } });
    // The mail about the revocation waits, too.
    expect(await readFigures(fixture)).toMatchObject({ outbox_waiting: 2 });
  });
});

describe('the SMTP adapter', () => {
  let smtp: SmtpCatcher | undefined;
  afterEach(() => smtp?.stop());

  const sender = { name: 'Région académique', address: 'badges@ac-test.example' };
  const message: MailMessage = {
    to: 'ada@ac-test.example',
    subject: 'Été',
    text: 'Été',
    messageId: '<1@jalon.test>',
  };
  const mailerTo = (port: number, account = '', requireTls = false) =>
    makeSmtpMailer({ url: `smtp://${account}127.0.0.1:${port}`, sender, requireTls });

  it('signs in with the account of the settings, special characters included', async () => {
    smtp = await startSmtpCatcher({ account: { user: 'jalon@test', password: 'p@ss/é' } });
    const account = `${encodeURIComponent('jalon@test')}:${encodeURIComponent('p@ss/é')}@`;
    expect(await mailerTo(smtp.port, account).send(message)).toEqual({ kind: 'accepted' });
    expect(smtp.mails[0]?.headers.get('subject')).toBe('Été');
    expect(smtp.mails[0]?.headers.get('from')).toBe('Région académique <badges@ac-test.example>');
  });

  it('keeps mail for later where the account is refused, because the mail is not at fault', async () => {
    smtp = await startSmtpCatcher({ account: { user: 'jalon', password: 'right' } });
    expect(await mailerTo(smtp.port, 'jalon:wrong@').send(message)).toEqual({
      kind: 'unreachable',
      code: 'smtp-535',
      server: `127.0.0.1:${smtp.port}`,
    });
  });

  it('sends nothing to a server without encryption where that is required', async () => {
    smtp = await startSmtpCatcher();
    expect(await mailerTo(smtp.port, '', true).send(message)).toMatchObject({ kind: 'unreachable' });
    expect(smtp.mails).toEqual([]);
  });

  it('reports that the server is absent', async () => {
    const port = await findFreePort();
    expect(await mailerTo(port).send(message)).toEqual({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
      server: `127.0.0.1:${port}`,
    });
  });

  it.each([
    ['a subject', 'accepted', { subject: 'Bonjour\r\nBcc: eve@evil.example\r\n\r\nCorps' }],
    ['an address', 'refused', { to: 'ada@ac-test.example\r\nRCPT TO:<eve@evil.example>' }],
    ['an address that is a list', 'refused', { to: 'ada@ac-test.example, eve@evil.example' }],
    ['a Message-ID', 'accepted', { messageId: '<1@jalon.test>\r\nBcc: eve@evil.example' }],
  ])('adds no header or recipient through %s', async (_what, outcome, over) => {
    smtp = await startSmtpCatcher();
    const delivery = await mailerTo(smtp.port).send({ ...message, ...over });
    expect(delivery.kind).toBe(outcome);
    expect(smtp.mails).toHaveLength(outcome === 'accepted' ? 1 : 0);
    for (const mail of smtp.mails) {
      expect(mail.recipients).toEqual([message.to]);
      expect(mail.headers.has('bcc')).toBe(false);
      expect(mail.text.trim()).toBe('Été');
    }
  });
});
