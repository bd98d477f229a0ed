import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueAwardMail } from '../../src/application/mail/queue.ts';
import { MAIL_KINDS } from '../../src/domain/mail/types.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { openNodeContext } from '../../src/node.ts';
import { award } from '../contracts/store-values.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, ONE_RUPN, toSource } from '../support/servers/service.ts';
import {
  CLAIRE,
  issueToClaire,
  type MailService,
  readFigures,
  readPersonId,
  startMailService,
} from './fixture.ts';

let fixture: MailService;
beforeEach(async () => {
  fixture = await startMailService();
});
afterEach(() => fixture.stop());

const GUYOT = '0210001M' as Uai;

describe('the mail about a badge', () => {
  it('arrives once, when the badge is first issued', async () => {
    const badge = await issueToClaire(fixture);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 1, outbox_waiting: 1 });
    expect(await fixture.sendAt(0)).toBe(1);
    expect(fixture.smtp.mails.map(({ recipients }) => recipients)).toEqual([[CLAIRE]]);
    await fixture.service.services.acceptCredential({ id: badge.id, name: 'full', actor: 'test' });
    expect(await fixture.sendAt(60)).toBe(0);
    expect(fixture.smtp.mails).toHaveLength(1);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 0, mail_refused: 0, outbox_waiting: 0 });
  });

  it('names the badge and its criteria, explains the choice, and gives the address to answer', async () => {
    await issueToClaire(fixture);
    await fixture.sendAt(0);
    const [mail] = fixture.smtp.mails;
    const text = mail?.text.replace(/[ \r\n]+/g, ' ') ?? '';
    expect(text).toContain(fr.mail.award.ofPerson('RUPN engagé·e', 'DANE de Dijon'));
    expect(text).toMatch(/- .*1.année scolaire/);
    expect(text).toContain(fr.mail.award.voluntary);
    expect(text).toContain(fr.mail.award.shown);
    expect(text).toContain('Reconnaît une enseignante ou un enseignant');
    expect(text).toContain(fr.mail.award.share);
    expect(text).toContain('https://jalon.test/my/badges/new');
    expect(text).toContain(`${fr.mail.footer.choose} https://jalon.test/messages`);
    for (const word of ['accordé', 'critères', 'télécharger']) expect(mail?.html).toContain(word);
    expect(mail?.html).toContain('<a href="https://jalon.test/my/badges/new"');
  });

  it('shows the badge from a picture inside the mail, then one sentence and one button, and fetches nothing', async () => {
    await issueToClaire(fixture);
    await fixture.sendAt(0);
    const { html = '', pictures = new Map() } = fixture.smtp.mails[0] ?? {};
    const [[name, png] = ['', Buffer.alloc(0)]] = pictures;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(320);
    const [shown, sentence, button, criteria] = [
      `src="cid:${name}"`,
      'vous est accordé',
      fr.mail.award.open,
      'Les critères',
    ];
    const places = [shown, sentence, button, criteria].map((texts) => html.indexOf(texts));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(html).toContain('Bonjour Claire Dupont,');
    expect(html).toMatch(/<img [^>]*alt="RUPN engagé·e"/);
    expect(html.match(/(?:src|background)="(?!cid:)|url\(/)).toBeNull();
  });

  it('is in the language that its reader chose', async () => {
    await issueToClaire(fixture);
    const personId = await readPersonId(fixture, CLAIRE);
    const { services } = fixture.service;
    await services.chooseMail({ personId, wanted: MAIL_KINDS, language: 'en', actor: 'test' });
    await fixture.sendAt(0);
    const [mail] = fixture.smtp.mails;
    expect(mail?.headers.get('content-language')).toBe('en');
    expect(mail?.headers.get('subject')).toBe('A recognition awaits you');
    expect(mail?.html).toContain('<html lang="en"');
    for (const text of [mail?.text, mail?.html]) expect(text).not.toMatch(/vous|badge numérique/);
  });

  it('carries accents in its headers, the id of the mail, and the sender of the settings', async () => {
    await issueToClaire(fixture);
    await fixture.sendAt(0);
    const headers = fixture.smtp.mails[0]?.headers;
    expect(headers?.get('from')).toBe('DANE de Dijon <badges@ac-test.example>');
    expect(headers?.get('subject')).toBe(fr.mail.subjects.award);
    expect(headers?.get('auto-submitted')).toBe('auto-generated');
    expect(headers?.get('message-id')).toMatch(/^<[\da-f-]{36}@jalon\.test>$/);
  });

  it('is sent to the present address', async () => {
    await issueToClaire(fixture);
    await fixture.service.importText({
      'personnes.csv': `email;prenom;nom;ancien_email\nclaire.nouvelle@ac-test.example;Claire;Dupont;${CLAIRE}\n`,
    });
    await fixture.sendAt(0);
    expect(fixture.smtp.mails[0]?.recipients).toEqual(['claire.nouvelle@ac-test.example']);
  });

  it('is not sent to a person who declined it, and is again once they want it', async () => {
    await issueToClaire(fixture);
    const { services, ports } = fixture.service;
    const personId = await readPersonId(fixture);
    expect((await services.readMailChoices(personId)).wanted).toEqual(MAIL_KINDS);
    await services.chooseMail({ personId, wanted: ['decision'], language: 'fr', actor: 'test' });
    expect((await services.readMailChoices(personId)).wanted).toEqual(['decision']);
    expect(await fixture.sendAt(0)).toBe(1);
    expect(fixture.smtp.mails).toEqual([]);
    const tables = await ports.store.exportPerson(personId);
    expect(tables?.['mail']).toMatchObject([{ kind: 'award', state: 'skipped', reason: 'not-wanted' }]);
    await services.chooseMail({ personId, wanted: MAIL_KINDS, language: 'fr', actor: 'test' });
    const [badge] = await ports.store.readCredentials({ limit: 1 });
    if (!badge) throw new Error('no badge');
    await ports.store.commit(await queueAwardMail(ports, badge.award, [badge.credential?.id as never]));
    await fixture.sendAt(60);
    expect(fixture.smtp.mails).toHaveLength(1);
  });

  it('is not sent for a badge that was answered in the meantime', async () => {
    const badge = await issueToClaire(fixture);
    await fixture.service.services.acceptCredential({ id: badge.id, actor: 'test' });
    expect(await fixture.sendAt(0)).toBe(1);
    expect(fixture.smtp.mails).toEqual([]);
  });

  it('is erased with its recipient', async () => {
    await issueToClaire(fixture);
    await fixture.service.services.erasePerson({ email: CLAIRE, actor: 'test' });
    expect(await fixture.sendAt(0)).toBe(1);
    expect(fixture.smtp.mails).toEqual([]);
    expect(await readFigures(fixture)).toMatchObject({ mail_waiting: 0, outbox_waiting: 0 });
  });
});

describe('the recipient of a mail', () => {
  it('is the principal for a school’s badge', async () => {
    await fixture.service.importText({
      ...ONE_RUPN,
      'personnes.csv':
        'email;prenom;nom;profil;uai\nchef@ac-test.example;Ange;Roy;chef;0210001M\nautre@ac-test.example;Lou;Roy;chef;\n',
    });
    const recipient = { kind: 'establishment', uai: GUYOT } as const;
    const changes = await queueAwardMail(fixture.service.ports, award('a1', { recipient }), 'c1' as never);
    const personId = await readPersonId(fixture, 'chef@ac-test.example');
    expect(changes).toMatchObject([{ kind: 'mail-added', mail: { personId } }, { kind: 'outbox-added' }]);
  });

  it('is absent without an address', async () => {
    await issueToClaire(fixture);
    const { ports } = fixture.service;
    const personId = await readPersonId(fixture);
    await ports.store.commit([
      {
        kind: 'person-saved',
        person: {
          id: 'no-address' as never,
          givenName: 'A',
          familyName: 'B',
          emails: [],
          profiles: ['rupn'],
        },
      },
    ]);
    const queuedFor = async (id: unknown) =>
      (
        await queueAwardMail(
          ports,
          award('a1', { recipient: { kind: 'person', personId: id as never } }),
          'c' as never,
        )
      ).length;
    expect(await queuedFor('no-address')).toBe(0);
    expect(await queuedFor(personId)).toBe(2);
  });

  it('is absent while the demonstration is loaded, and where no server is set', async () => {
    const { environment, folder } = fixture.service;
    const without = Object.fromEntries(
      Object.entries(environment).filter(([name]) => !/SMTP|MAIL/.test(name)),
    );
    const contexts = [
      await openNodeContext(environment, { databaseFile: join(folder, 'beside.db') }),
      await openNodeContext({ ...without, DATABASE_URL: `sqlite:${join(folder, 'without.db')}` }),
    ];
    for (const context of contexts) {
      await context.services.importFiles(Object.entries(ONE_RUPN).map(toSource), {
        dryRun: false,
        actor: 'test',
      });
      expect(await issueEverything(context)).toHaveLength(1);
      expect(await context.ports.store.countMail('9999' as never)).toEqual({
        waiting: 0,
        gathered: 0,
        refused: 0,
      });
      await context.close();
    }
  });
});
