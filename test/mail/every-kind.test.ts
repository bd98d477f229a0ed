import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeMail } from '../../src/application/mail/compose.ts';
import { layOutMail } from '../../src/application/mail/lay-out.ts';
import { queueMail } from '../../src/application/mail/queue.ts';
import { MAIL_KINDS, type MailKind } from '../../src/domain/mail/types.ts';
import type { Confirmation } from '../../src/domain/records.ts';
import { localDateInParis, toInstant } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { mailTexts } from '../../src/texts/fr/mail/common.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { award, credential, credentialId, LIST, NOW, toSchool } from '../contracts/store-values.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { newDigests } from '../support/new-digests.ts';
import { ONE_RUPN } from '../support/servers/service.ts';
import { CLAIRE, type MailService, readPersonId, startMailService } from './fixture.ts';
import { outlookErrors } from './text-errors.ts';

const CHEF = 'ange.roy@ac-test.example';
const DANE = 'dane@ac-test.example';
const RESERVE = 'Présence irrégulière';

/** Confirmed today, these engagements are not to be renewed. */
const TODAY = localDateInParis(toInstant(new Date()));

let fixture: MailService;
beforeAll(async () => {
  fixture = await startMailService();
  await fixture.service.importText({
    ...ONE_RUPN,
    'personnes.csv': [
      'email;prenom;nom;profil;uai',
      `${CLAIRE};Claire;Dupont;rupn;`,
      `${CHEF};Ange;Roy;chef;0210001M`,
      `${DANE};Dan;Morel;dane;`,
      '',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;missions;confirmation;reserve;confirme_le',
      ...(['demandee', 'demandee', 'contestee', 'confirmee', 'confirmee-dane'] as const).map(
        (state, at) =>
          `SEG-${at};${CLAIRE};0210001M;01/09/2025;A1;${state};;${state.startsWith('confirmee') ? TODAY : ''}`,
      ),
      `SEG-5;${CLAIRE};0210001M;01/09/2025;A1;confirmee-avec-reserve;${RESERVE};${TODAY}`,
      '',
    ].join('\n'),
  });
});
afterAll(() => fixture.stop());

async function compose(kind: MailKind, email: string, ...subjectIds: readonly string[]) {
  const { store } = fixture.service.ports;
  const [person] = await store.readPeople([await readPersonId(fixture, email)]);
  if (!person) throw new Error(email);
  const id = crypto.randomUUID();
  const at = toInstant(new Date());
  await store.commit(
    queueMail({ id, kind, personId: person.id, subjectIds }, { at, origin: 'https://jalon.test' }),
  );
  const mail = await store.readMail(id);
  const content = mail && (await composeMail(fixture.service.ports, { mail, person }));
  // Servers on the way read the subject: it names no person and no school.
  expect(content?.subject ?? '').not.toMatch(/Claire|Dupont|Ange|Roy\b|Guyot|0210001M/);
  if (!content) return undefined;
  const { text, html } = layOutMail(content);
  expect(outlookErrors(html)).toEqual([]);
  return text.replace(/[ \r\n]+/g, ' ');
}

describe('a mail to a principal', () => {
  it('gives the number of waiting engagements of the school, names their people, and says the terms', async () => {
    const text = await compose('confirmation-request', CHEF, 'SEG-0', 'SEG-1', 'SEG-3', 'gone');
    expect(text).toContain(fr.mail.confirmation.waiting(2, 'Collège Claude Guyot'));
    expect(text).toContain('https://jalon.test/school/0210001M/confirmations');
    expect(text?.split('- Claire Dupont')).toHaveLength(2);
    expect(text).toMatch(like(fr.mail.confirmation.withoutAnswer(ANY)));
  });

  it('reminds of waiting requests, and explains what follows without an answer', async () => {
    const text = await compose('confirmation-reminder', CHEF, 'SEG-0');
    expect(text).toMatch(like(fr.mail.confirmation.stillWaiting(1, ANY)));
    expect(text).toMatch(like(fr.mail.confirmation.withoutAnswer(ANY)));
  });

  it('is not written once all is settled, nor to a person who does not head the school', async () => {
    expect(await compose('confirmation-reminder', CHEF, 'SEG-3')).toBeUndefined();
    expect(await compose('confirmation-request', DANE, 'SEG-0')).toBeUndefined();
  });
});

describe('the mail of a school’s badge', () => {
  it('leaves the choice to the principal, and mentions a decision where no criterion is met', async () => {
    const recipient = toSchool('0210001M' as Uai);
    await fixture.service.ports.store.commit([
      { kind: 'status-list-opened', id: LIST, size: 100, at: NOW },
      {
        kind: 'award-granted',
        award: award('a1', { recipient, achievement: 'RUPN-EQUIPE', overrideReason: 'Équipe exemplaire' }),
      },
      { kind: 'credential-issued', digests: newDigests(), credential: credential('c1') },
    ]);
    const text = await compose('award', CHEF, credentialId('c1'));
    expect(text).toContain(fr.mail.award.ofSchool('Équipe RUPN 2026-2027', 'DANE de Dijon'));
    expect(text).toContain(fr.mail.award.byDecision);
    expect(text).toContain(fr.mail.award.voluntaryForSchool);
    expect(text).toContain(fr.mail.award.shownOfSchool);
    expect(text).toContain('https://jalon.test/my/badges/');
  });

  it('reports a badge that was signed again, with the reason', async () => {
    const { signedAgain, reasons } = fr.mail.correction;
    const wrong = ['corrected:email-identifier', 'corrected:contributions'];
    const text = await compose('award', CHEF, credentialId('c1'), ...wrong);
    expect(text).toContain(signedAgain('Équipe RUPN 2026-2027', 'DANE de Dijon'));
    expect(text).toContain(`- ${reasons['email-identifier']}`);
    expect(text).toContain(`- ${reasons.contributions}`);
    expect(text).toContain(fr.mail.correction.unchanged);
    expect(text).not.toContain(fr.mail.award.voluntaryForSchool);
    expect(text).not.toContain('point d’étape');
  });
});

describe('a mail about a decision', () => {
  it.each<[string, Confirmation, string]>([
    ['SEG-3', 'confirmed', fr.mail.decision.states.confirmed('DANE de Dijon')],
    ['SEG-4', 'confirmed-by-dane', fr.mail.decision.states['confirmed-by-dane']('DANE de Dijon')],
    [
      'SEG-5',
      'confirmed-with-reservation',
      fr.mail.decision.states['confirmed-with-reservation']('DANE de Dijon'),
    ],
    ['SEG-2', 'contested', fr.mail.decision.uncounted],
  ])('tells the RUPN of %s that it is %s', async (reference, _state, texts) => {
    const text = await compose('decision', CLAIRE, reference);
    expect(text).toContain('Collège Claude Guyot, depuis le 1er septembre 2025');
    expect(text).toContain(texts);
    expect(text).toContain('https://jalon.test/my');
    expect(text).not.toContain(RESERVE);
  });

  it('is written to the RUPN alone, and only about a decision', async () => {
    expect(await compose('decision', CHEF, 'SEG-3')).toBeUndefined();
    expect(await compose('decision', CLAIRE, 'SEG-0')).toBeUndefined();
  });
});

describe('a mail about a contest', () => {
  const { outcomes } = fr.mail.decision;
  const { decided } = fr.mail.contest;
  const contestOf = async () => {
    const { store } = fixture.service.ports;
    const [contest] = await store.readContestsOfPerson(await readPersonId(fixture, CLAIRE));
    if (!contest) throw new Error('no contest');
    return contest;
  };

  it('asks only the teacher for an answer, on the page of that contest', async () => {
    const { id } = await contestOf();
    const text = await compose('contest', CLAIRE, 'SEG-2');
    expect(text).toContain(fr.mail.contest.waitsFromFile);
    expect(text).toContain(`https://jalon.test/my/contests/${id} `);
    for (const other of [CHEF, DANE]) expect(await compose('contest', other, 'SEG-2')).toBeUndefined();
  });

  it('tells the principal of the answer, and that there is nothing to do', async () => {
    const { id, personId } = await contestOf();
    await fixture.service.services.answerContest({ id, answer: 'Je l’ai tenu.', by: personId });
    const text = await compose('contest', CHEF, 'SEG-2');
    expect(text).toContain(fr.mail.contest.answered);
    expect(text).toContain(`https://jalon.test/school/0210001M/contests/${id} `);
    expect(text).not.toMatch(/Dupont|Claire|tenu/);
    expect(await compose('contest', CLAIRE, 'SEG-2')).toBeUndefined();
  });

  it.each([
    ['maintained', outcomes.maintained('DANE de Dijon'), decided.maintained],
    ['lifted', outcomes.lifted('DANE de Dijon'), decided.lifted],
    ['partial', outcomes.partial('DANE de Dijon'), decided.partial],
  ] as const)('tells both of the decision: %s', async (outcome, toTeacher, toPrincipal) => {
    const { id, personId, uai } = await contestOf();
    const { store } = fixture.service.ports;
    const reference = { maintained: 'SEG-6', lifted: 'SEG-7', partial: 'SEG-8' }[outcome];
    const csv = `reference;email;uai;debut;missions;confirmation\n${reference};${CLAIRE};${uai};01/09/2025;A1|B1;contestee\n`;
    await fixture.service.importText({ 'plus.csv': csv });
    const contests = await store.readContestsOfPerson(personId);
    const opened = contests.find((one) => one.engagementReference === reference);
    expect(opened).toMatchObject({ openedAt: expect.any(String) });
    expect(opened?.id).not.toBe(id);
    const kept = { period: { from: '2026-01-05' as never }, missions: ['A1' as never], roles: [] };
    await fixture.service.services.settleContest({
      id: opened?.id ?? '',
      verdict: outcome === 'partial' ? { outcome, kept } : { outcome },
      reason: RESERVE,
      by: { personId: await readPersonId(fixture, DANE), address: DANE },
    });
    const teacher = await compose('decision', CLAIRE, reference);
    expect(teacher).toContain(toTeacher);
    expect(await compose('contest', CHEF, reference)).toContain(toPrincipal);
    expect(teacher).not.toContain(RESERVE);
    expect(teacher).not.toContain('compte désormais');
  });
});

describe('the subject lines', () => {
  const all = [
    ...Object.values(mailTexts(OFFICE).subjects),
    mailTexts(OFFICE).contest.answeredSubject,
    mailTexts(OFFICE).contest.decidedSubject,
  ];

  it.each(all)('reveal nothing about a person, a badge or a motive: %s', (subject) => {
    expect(subject).toMatch(/^.{10,60}$/);
    expect(subject).not.toMatch(/badge|RUPN|motif|contest|réserve|refus|établissement|collège|lycée|\d/i);
  });

  it('are one for each kind, with a reason for each', () => {
    // An invitation names its event, which the office announces publicly. The office writes that of a message.
    const invitation = mailTexts(OFFICE).invitation.subject('Rencontre annuelle', '2026-12-10');
    expect(new Set([...all, invitation]).size).toBe(MAIL_KINDS.length + 1);
    expect(invitation).toMatch(/^Invitation\s: Rencontre annuelle, le 10 décembre 2026$/);
    const reasons = MAIL_KINDS.map((kind) => mailTexts(OFFICE).footer.reason([kind], 'DANE'));
    for (const reason of reasons) expect(reason).toContain('DANE');
  });
});
