import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailAbout } from '../../src/application/mail/queue.ts';
import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import { makeLeases } from '../../src/application/store/leases.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import { LONGEST_WAIT_SECONDS } from '../../src/domain/job/outbox.ts';
import { letterKey, nextMorning } from '../../src/domain/mail/digest.ts';
import { type BadgeEvent, formatSubject } from '../../src/domain/mail/subject.ts';
import type { MailKind } from '../../src/domain/mail/types.ts';
import { type Instant, secondsAfter, toInstant } from '../../src/domain/time/calendar.ts';
import { fr } from '../support/fr.ts';
import { contradictionsOf } from '../support/invariants.ts';
import {
  CLAIRE,
  issueToClaire,
  type MailService,
  readFigures,
  readPersonId,
  startMailService,
} from './fixture.ts';

const HOUR = 3600;
/** 10 o'clock in Paris. */
const BEGIN = Date.parse('2027-02-01T09:00:00Z');
const MORNING = 21 * HOUR;

let fixture: MailService;
let badge: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEGIN });
  fixture = await startMailService();
  badge = (await issueToClaire(fixture)).id;
  await fixture.sendAt(0);
});
afterEach(async () => {
  vi.useRealTimers();
  await fixture.stop();
});

/** Queues a mail to Claire about her badge. */
async function queueMail(event: BadgeEvent | 'award' = 'award', kind: MailKind = 'award'): Promise<void> {
  const { ports } = fixture.service;
  const about = event === 'award' ? [] : [formatSubject({ kind: 'event', id: event })];
  const personId = await readPersonId(fixture);
  const mail = { kind, personId, subjectIds: [badge, ...about], at: ports.clock.now() };
  await ports.store.commit(mailAbout(ports, mail));
}
const subjects = () => fixture.smtp.mails.map(({ headers }) => headers.get('subject'));
const { unanswered: UNANSWERED, resumed: RESUMED } = fr.mail.life.subjects;

describe('a person’s mails of one day', () => {
  it('leave as one where they wait together, each told once under its own heading', async () => {
    await queueMail('unanswered');
    await queueMail('resumed');
    await fixture.sendAt(26 * HOUR);
    expect(subjects()).toEqual([fr.mail.subjects.award, fr.mail.letter.subject(2)]);
    const { text = '', html = '' } = fixture.smtp.mails[1] ?? {};
    for (const subject of [UNANSWERED, RESUMED]) expect(text.split(`* ${subject}`)).toHaveLength(2);
    expect(html).toMatch(new RegExp(`<h2[^>]*>${RESUMED}</h2>`));
    // What happened is said before the button.
    const ofResumed = text.slice(text.indexOf(`* ${RESUMED}`));
    expect(ofResumed.indexOf('est levée')).toBeLessThan(ofResumed.indexOf(fr.mail.life.open));
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 0, outbox_waiting: 0 });
  });

  it('say once what they all say, and what each says of its own', async () => {
    await queueMail();
    await queueMail();
    await fixture.sendAt(26 * HOUR);
    expect(subjects()).toEqual([fr.mail.subjects.award, fr.mail.subjects.award]);
    const text = fixture.smtp.mails[1]?.text.replace(/[ \r\n]+/g, ' ') ?? '';
    expect(text.split(fr.mail.award.ofPerson('RUPN engagé·e', 'DANE de Dijon'))).toHaveLength(3);
    expect(text.split(fr.mail.award.share)).toHaveLength(2);
    expect(text.split('https://jalon.test/my/badges/new')).toHaveLength(2);
  });

  it('wait for the next morning where one has left, and are neither overdue nor failed in the meantime', async () => {
    await queueMail('unanswered');
    expect(await fixture.sendAt(HOUR)).toBe(0);
    await queueMail('resumed');
    expect(await fixture.sendAt(2 * HOUR)).toBe(0);
    expect(await fixture.sendAt(MORNING - 60)).toBe(0);
    expect(fixture.smtp.mails).toHaveLength(1);
    vi.setSystemTime(BEGIN + 20 * HOUR * 1000);
    expect(await readFigures(fixture)).toMatchObject({
      ...{ mail_waiting: 2, mail_gathered: 2 },
      ...{ outbox_waiting: 2, outbox_overdue: 0 },
    });
    expect(fixture.logged()).not.toContain('outbox-task-failed');
    await fixture.sendAt(MORNING);
    expect(subjects()).toEqual([fr.mail.subjects.award, fr.mail.letter.subject(2)]);
    expect(await fixture.sendAt(MORNING + HOUR)).toBe(0);
    expect(fixture.smtp.mails).toHaveLength(2);
  });

  it('are not dated ahead for the doctor while they wait for the morning, nor is a scheduled decision', async () => {
    const { service } = fixture;
    const tomorrow = secondsAfter(service.ports.clock.now(), 24 * HOUR);
    await service.services.beginJob({ kind: 'grant-due', at: tomorrow }, 'test' as PersonId);
    await queueMail('unanswered');
    expect(await fixture.sendAt(HOUR)).toBe(0);
    await service.services.runMaintenance();
    expect(await contradictionsOf(service)).toEqual([]);
  });

  it('do not hold up those of others', async () => {
    const email = 'luc.petit@ac-test.example';
    await fixture.service.importText({ 'personnes.csv': `email;prenom;nom\n${email};Luc;Petit\n` });
    const { ports } = fixture.service;
    const personId = await readPersonId(fixture, email);
    const mail = { kind: 'award' as const, personId, subjectIds: [badge], at: ports.clock.now() };
    await ports.store.commit(mailAbout(ports, mail));
    await queueMail();
    await fixture.sendAt(60);
    expect(fixture.smtp.mails.map(({ recipients }) => recipients[0])).toEqual([CLAIRE, email]);
  });

  it('leave out one that is not wanted any more, and count it as skipped', async () => {
    await queueMail('unanswered');
    await queueMail('resumed', 'decision');
    const { services, ports } = fixture.service;
    const personId = await readPersonId(fixture);
    await services.chooseMail({ personId, wanted: ['award'], language: 'fr', actor: 'test' });
    await fixture.sendAt(26 * HOUR);
    expect(subjects().slice(1)).toEqual([UNANSWERED]);
    expect(await ports.store.countMail(ports.clock.now())).toEqual({ waiting: 0, gathered: 0, refused: 0 });
  });
});

/** A second process on the same database, whose mail server is what is given. */
const process = (send = fixture.service.ports.mailer?.send, seconds = 26 * HOUR) => {
  const { ports } = fixture.service;
  const now = toInstant(new Date(BEGIN + seconds * 1000));
  const leases = makeLeases({ store: ports.store, monotonic: () => seconds });
  const mailer = { send: send ?? (async () => ({ kind: 'accepted' as const })) };
  return emptyOutbox({ ...ports, leases, mailer, clock: { now: () => now } });
};

describe('a letter', () => {
  it('is one, with each mail once, where several processes gather at once', async () => {
    for (const event of ['unanswered', 'resumed', 'unanswered', 'resumed'] as const) await queueMail(event);
    await Promise.all([process()(), process()(), process()(), process()()]);
    await process()();
    expect(subjects()).toEqual([fr.mail.subjects.award, fr.mail.letter.subject(4)]);
    expect(fixture.smtp.mails[1]?.text.split(`* ${RESUMED}`)).toHaveLength(2);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 0, outbox_waiting: 0 });
  });

  it('that a process left half way is sent whole by another, under the same Message-ID, without what came since', async () => {
    await queueMail('unanswered');
    await queueMail('resumed');
    const tried: string[] = [];
    const killed = async ({ messageId }: { readonly messageId: string }): Promise<never> => {
      tried.push(messageId);
      throw new Error('killed');
    };
    await process(killed)();
    await queueMail();
    await process(undefined, 27 * HOUR)();
    expect(subjects()).toEqual([fr.mail.subjects.award, fr.mail.letter.subject(2)]);
    expect(tried).toEqual([fixture.smtp.mails[1]?.headers.get('message-id')]);
    await process(undefined, MORNING + 24 * HOUR)();
    expect(subjects().slice(2)).toEqual([fr.mail.subjects.award]);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 0, outbox_waiting: 0 });
  });

  it('takes along nothing that another one took, also around midnight', async () => {
    const { store } = fixture.service.ports;
    await queueMail('unanswered');
    await queueMail('resumed');
    const personId = await readPersonId(fixture);
    const [one, two] = await store.readMailsToGather(personId, 9);
    const opened = (id = '', gathered: readonly string[], day: number): Change => ({
      kind: 'letter-opened',
      id,
      gathered,
      letterKey: letterKey(personId, toInstant(new Date(BEGIN + day * 24 * HOUR * 1000))),
    });
    await store.commit([opened(one?.id, [two?.id ?? ''], 1)]);
    for (const change of [
      opened(two?.id, [], 2),
      opened(two?.id, [one?.id ?? ''], 2),
      opened('nobody', [], 3),
    ])
      await expect(store.commit([change])).rejects.toMatchObject({ code: 'store-conflict' });
    await queueMail();
    const [third] = await store.readMailsToGather(personId, 9);
    await expect(store.commit([opened(third?.id, [], 1)])).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await store.readMailsOfLetter(one?.id ?? '')).toHaveLength(2);
  });
});

/** An engagement that the school contests. */
const CONTESTED = [
  'reference;email;uai;debut;missions;confirmation',
  `SEG-9;${CLAIRE};0210001M;01/09/2026;A1;contestee`,
  '',
].join('\n');

describe('bad news', () => {
  it.each(['suspended', 'revoked', 'signed-anew', 'contested'] as const)(
    'that a badge or an engagement is %s leaves at any hour, though the letter of the day has left',
    async (event) => {
      const { services } = fixture.service;
      const command = { id: badge as CredentialId, actor: 'test', reason: 'Erreur' };
      if (event === 'suspended') await services.suspendCredential({ ...command, cause: 'check' });
      if (event === 'revoked') await services.revokeCredential(command);
      if (event === 'signed-anew') await queueMail('signed-anew');
      if (event === 'contested') await fixture.service.importText({ 'engagements.csv': CONTESTED });
      const before = fixture.smtp.mails.length;
      await fixture.sendAt(13 * HOUR);
      expect(subjects().slice(before)).toEqual([
        event === 'contested' ? fr.mail.subjects.contest : fr.mail.life.subjects[event],
      ]);
    },
  );

  it('leaves without the good news, which waits for the morning', async () => {
    await queueMail('unanswered');
    await fixture.service.importText({ 'engagements.csv': CONTESTED });
    await queueMail();
    await queueMail('signed-anew');
    await fixture.sendAt(HOUR);
    expect(subjects()).toEqual([fr.mail.subjects.award, fr.mail.letter.subject(2)]);
    expect(fixture.smtp.mails[1]?.text).not.toContain(UNANSWERED);
    expect(await readFigures(fixture)).toMatchObject({ mail_gathered: 2 });
  });

  it.each([
    ['maintained', [fr.mail.subjects.decision]],
    ['lifted', []],
  ] as const)('that a contest is %s: the evening brings %j', async (outcome, evening) => {
    await fixture.service.importText({ 'engagements.csv': CONTESTED });
    const { ports, services } = fixture.service;
    const [contest] = await ports.store.readContestsOfPerson(await readPersonId(fixture));
    if (!contest) throw new Error('no contest');
    await fixture.sendAt(HOUR);
    const before = fixture.smtp.mails.length;
    const by = { personId: 'agent' as PersonId, address: 'agent@ac-test.example' };
    await services.settleContest({ id: contest.id, verdict: { outcome }, reason: 'Les comptes rendus.', by });
    await fixture.sendAt(13 * HOUR);
    expect(subjects().slice(before)).toEqual(evening);
    await fixture.sendAt(MORNING);
    expect(subjects().slice(before)).toEqual([fr.mail.subjects.decision]);
  });

  it('leaves the first letter of the day to good news', async () => {
    await queueMail('signed-anew');
    await fixture.sendAt(26 * HOUR);
    await queueMail('resumed');
    await fixture.sendAt(27 * HOUR);
    expect(subjects().slice(1)).toEqual([fr.mail.life.subjects['signed-anew'], RESUMED]);
  });

  it('leaves once under one Message-ID, whichever process was killed and however many send', async () => {
    await queueMail('signed-anew');
    await queueMail('signed-anew');
    const tried: string[] = [];
    const killed = async ({ messageId }: { readonly messageId: string }): Promise<never> => {
      tried.push(messageId);
      throw new Error('killed');
    };
    await process(killed, HOUR)();
    await Promise.all([1, 2, 3].map(() => process(undefined, 3 * HOUR)()));
    await process(undefined, 4 * HOUR)();
    expect(subjects().slice(1)).toEqual([fr.mail.life.subjects['signed-anew']]);
    expect(tried).toEqual([fixture.smtp.mails[1]?.headers.get('message-id')]);
  });
});

describe('the morning', () => {
  const at = (text: string) => nextMorning(text as Instant);

  it('is seven o’clock in Paris of the next day there, also where the clocks change', () => {
    expect(at('2026-11-02T09:00:00Z')).toBe('2026-11-03T06:00:00Z');
    expect(at('2026-07-02T22:30:00Z')).toBe('2026-07-04T05:00:00Z');
    expect(at('2026-10-24T22:30:00Z')).toBe('2026-10-26T06:00:00Z');
    expect(at('2026-10-24T20:00:00Z')).toBe('2026-10-25T06:00:00Z');
    expect(at('2027-03-27T20:00:00Z')).toBe('2027-03-28T05:00:00Z');
    expect(at('2027-03-27T23:30:00Z')).toBe('2027-03-29T05:00:00Z');
  });

  it('is never further away than a task may wait', () => {
    for (const day of ['2026-10-24T22:00:00Z', '2026-11-01T23:00:00Z', '2027-03-27T23:00:00Z'] as Instant[])
      expect(at(day) <= secondsAfter(day, LONGEST_WAIT_SECONDS)).toBe(true);
  });
});
