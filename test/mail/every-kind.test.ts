import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeMail } from '../../src/application/mail/compose-mail.ts';
import { layOutMail } from '../../src/application/mail/lay-out-mail.ts';
import { queueMail } from '../../src/application/mail/queue-mail.ts';
import { MAIL_KINDS, type MailKind } from '../../src/domain/mail.ts';
import type { Confirmation } from '../../src/domain/records.ts';
import { toInstant } from '../../src/domain/time/time.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { mailTexts as en } from '../../src/texts/en/mail.ts';
import { mailTexts as fr } from '../../src/texts/fr/mail.ts';
import { award, credential, credentialId, LIST, NOW, toSchool } from '../contracts/store-values.ts';
import { ONE_RUPN } from '../support/service.ts';
import { CLAIRE, type MailService, readPersonId, startMailService } from './mail-service.ts';

const CHEF = 'ange.roy@ac-test.example';
const DANE = 'dane@ac-test.example';
const RESERVE = 'Présence irrégulière';

let world: MailService;
beforeAll(async () => {
  world = await startMailService();
  await world.service.importText({
    ...ONE_RUPN,
    'personnes.csv': [
      'email;prenom;nom;profil;uai',
      `${CLAIRE};Claire;Dupont;rupn;`,
      `${CHEF};Ange;Roy;chef;0210001M`,
      `${DANE};Dan;Morel;dane;`,
      '',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;missions;confirmation;reserve',
      ...(['demandee', 'demandee', 'contestee', 'confirmee', 'confirmee-dane'] as const).map(
        (state, at) => `SEG-${at};${CLAIRE};0210001M;01/09/2025;A1;${state};`,
      ),
      `SEG-5;${CLAIRE};0210001M;01/09/2025;A1;confirmee-avec-reserve;${RESERVE}`,
      '',
    ].join('\n'),
  });
});
afterAll(() => world.stop());

async function compose(kind: MailKind, email: string, ...subjectIds: readonly string[]) {
  const { store } = world.service.ports;
  const [person] = await store.readPeople([await readPersonId(world, email)]);
  if (!person) throw new Error(email);
  const id = crypto.randomUUID();
  const at = toInstant(new Date());
  await store.commit(
    queueMail({ id, kind, personId: person.id, subjectIds }, { at, origin: 'https://jalon.test' }),
  );
  const mail = await store.readMail(id);
  const content = mail && (await composeMail(world.service.ports, { mail, person }));
  return content && layOutMail(content).text.replace(/\s+/g, ' ');
}

describe('a mail to a principal', () => {
  it('says how many engagements of their school wait, and no name', async () => {
    const text = await compose('confirmation-request', CHEF, 'SEG-0', 'SEG-1', 'SEG-3', 'gone');
    expect(text).toContain('2 engagements attendent votre confirmation');
    expect(text).toContain('https://jalon.test/headship');
    expect(text).not.toMatch(/Dupont|Claire/);
  });

  it('reminds of what still waits, and says what follows without an answer', async () => {
    const text = await compose('confirmation-reminder', CHEF, 'SEG-0');
    expect(text).toContain('1 engagement attend toujours votre confirmation');
    expect(text).toContain('Trente jours après la demande');
  });

  it('is not written once all is settled, nor to whoever does not head the school', async () => {
    expect(await compose('confirmation-reminder', CHEF, 'SEG-3')).toBeUndefined();
    expect(await compose('confirmation-request', DANE, 'SEG-0')).toBeUndefined();
  });
});

describe('the mail of a school’s badge', () => {
  it('leaves the choice to the principal, and tells of a decision where no criterion is said to be met', async () => {
    const recipient = toSchool('0210001M' as Uai);
    await world.service.ports.store.commit([
      { kind: 'status-list-opened', id: LIST, size: 100, at: NOW },
      { kind: 'award-granted', award: award('a1', { recipient, achievement: 'RUPN-EQUIPE' }) },
      { kind: 'credential-issued', credential: credential('c1') },
    ]);
    const text = await compose('award', CHEF, credentialId('c1'));
    expect(text).toContain('accordé à votre établissement par la DANE de Dijon : « Équipe RUPN ».');
    expect(text).toContain('Il est accordé par une décision particulière.');
    expect(text).toContain('C’est vous qui décidez pour votre établissement');
    expect(text).toContain('Elle ne nomme aucun membre de l’équipe.');
    expect(text).toContain('https://jalon.test/headship');
  });
});

describe('a mail about a decision', () => {
  it.each<[string, Confirmation, string]>([
    ['SEG-3', 'confirmed', 'Votre chef d’établissement a confirmé cet engagement.'],
    ['SEG-4', 'confirmed-by-dane', 'confirmé sur pièces par la DANE de Dijon'],
    ['SEG-5', 'confirmed-with-reservation', 'avec une réserve'],
    ['SEG-2', 'contested', 'Il ne compte pas pour l’instant'],
  ])('tells the RUPN of %s that it is %s', async (reference, _state, words) => {
    const text = await compose('decision', CLAIRE, reference);
    expect(text).toContain('Collège Claude Guyot, depuis le 1er septembre 2025');
    expect(text).toContain(words);
    expect(text).toContain('https://jalon.test/my');
    expect(text).not.toContain(RESERVE);
  });

  it('is written to the RUPN alone, and only of what was decided', async () => {
    expect(await compose('decision', CHEF, 'SEG-3')).toBeUndefined();
    expect(await compose('decision', CLAIRE, 'SEG-0')).toBeUndefined();
  });
});

describe('a mail about a contest', () => {
  it.each([
    [CLAIRE, 'https://jalon.test/my '],
    [CHEF, 'https://jalon.test/headship '],
    [DANE, 'https://jalon.test/dane '],
  ])('leads %s to their own page', async (email, page) => {
    const text = await compose('contest', email, 'SEG-2');
    expect(text).toContain('attend une réponse ou une décision');
    expect(text).toContain(page);
    expect(text).not.toMatch(/Dupont|Claire/);
  });
});

describe.each([
  ['French', fr],
  ['English', en],
])('the subject lines in %s', (_language, texts) => {
  it.each(MAIL_KINDS)('of %s tell nothing of a person, a badge or a motive', (kind) => {
    expect(texts.subjects[kind]).toMatch(/^.{10,60}$/);
    expect(texts.subjects[kind]).not.toMatch(
      /badge|RUPN|motif|motive|reason|contest|réserve|reservation|refus|établissement|school|collège|lycée|\d/i,
    );
  });

  it('are one a kind, with a reason for each', () => {
    expect(new Set(Object.values(texts.subjects)).size).toBe(MAIL_KINDS.length);
    const reasons = MAIL_KINDS.map((kind) => texts.footer.reason(kind, 'DANE'));
    for (const reason of reasons) expect(reason).toContain('DANE');
  });
});
