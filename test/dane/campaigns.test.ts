import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailTexts } from '../../src/texts/fr/mail/common.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { type CaughtMail, type SmtpCatcher, startSmtpCatcher } from '../mail/smtp-catcher.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { sendNextMorning } from '../support/next-morning.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const CLAIRE = 'claire.dupont@ac-test.example';
const CHEF = 'ange.roy@ac-test.example';
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-10-01T08:00:00Z');

let smtp: SmtpCatcher;
let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEGIN });
  smtp = await startSmtpCatcher();
  service = await startTestService(smtp.settings);
  await service.importText({
    ...ONE_RUPN,
    'etablissements.csv':
      'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n0210011Y;Collège Jean Lacaille;Public\n0211033J;Collège Saint-François;Privé\n',
    'people.csv': [
      'email;prenom;nom;profil;uai',
      `${AGENT};Odile;Richardot;dane|rupn;`,
      `${CHEF};Ange;Roy;chef;0210001M`,
      'bob.petit@ac-test.example;Bob;Petit;rupn;',
    ].join('\n'),
    'segments.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `SEG-2;${CLAIRE};0210001M;01/09/2026;;A1;contact-dane;demandee`,
      'SEG-3;bob.petit@ac-test.example;0210001M;01/09/2026;;B1;contact-dane;demandee',
      `SEG-4;${AGENT};0210001M;01/09/2026;;C1;;demandee`,
      `SEG-5;${CLAIRE};0210011Y;01/09/2026;;D1;;demandee`,
      `SEG-6;${CLAIRE};0211033J;01/09/2026;;D1;;demandee`,
      `SEG-7;${CLAIRE};0210001M;01/09/2025;31/08/2026;D1;;demandee`,
    ].join('\n'),
  });
  agent = await signInAs(service, AGENT);
});
afterEach(async () => {
  vi.useRealTimers();
  await service.stop();
  await smtp.stop();
});

/** Moves the clock on. People who were signed in sign in again, and the timer does its due work. */
async function waitDays(days: number): Promise<void> {
  vi.setSystemTime(BEGIN + days * DAY_MS);
  agent = await signInAs(service, AGENT);
  await service.services.runMaintenance();
  await service.services.emptyOutbox();
}

const page = async (path: string) => (await agent.get(path)).text();
const form = { name: 'Rentrée 2026', schoolYear: '2026', closesOn: '2026-12-18', confirm: 'yes' };

/** Opens a campaign and follows its job to the end; answers the campaign's page. */
async function open(fields: Readonly<Record<string, string>> = form): Promise<string> {
  const answer = await agent.post('/dane/campaigns', fields);
  expect(answer.status).toBe(303);
  return follow(answer);
}

async function follow(answer: Response): Promise<string> {
  const shown = await page(answer.headers.get('Location') ?? '');
  expect(shown).not.toContain('http-equiv="refresh"');
  await service.services.emptyOutbox();
  return /href="(\/dane\/campaigns\/[\w-]+)"/.exec(shown)?.[1] ?? '';
}

const subjects = (mails: readonly CaughtMail[]) => mails.map(({ headers }) => headers.get('subject'));
const state = async (reference: string) =>
  (await service.ports.store.readEngagements([reference]))[0]?.confirmation;
const table = (shown: string) =>
  [...shown.matchAll(/<th scope="row">(?:<a [^>]*>)?([^<]+)(?:<\/a>)?<\/th><td>(\d+)<\/td>/g)].map(
    ([, name, count]) => [name, count],
  );

describe('opening a campaign', () => {
  it('asks each principal once, in one mail about all that waits in the school year', async () => {
    const campaign = await open();
    expect(smtp.mails.map(({ recipients }) => recipients)).toEqual([[CHEF]]);
    expect(subjects(smtp.mails)).toEqual([mailTexts(OFFICE).subjects['confirmation-request']]);
    expect(smtp.mails[0]?.text.replace(/\s+/g, ' ')).toContain('3 engagements attendent votre confirmation');
    const shown = await page(campaign);
    expect(shown).toContain(fr.campaigns.asked(4));
    expect(table(shown)).toEqual([
      [fr.campaigns.parts.answered, '0'],
      [fr.campaigns.parts.waiting, '4'],
      [fr.campaigns.parts.reminded, '0'],
      [fr.campaigns.parts.silent, '0'],
    ]);
    const [requested] = await service.ports.store.readConfirmationRequests(['SEG-7', 'SEG-6', 'SEG-2']);
    expect(requested?.engagementReference).toBe('SEG-2');
  });

  it('asks whoever declared to head a school as it asks whom the DANE knows', async () => {
    const deputy = await signInAs(service, 'bob.petit@ac-test.example', ['0210011Y' as never]);
    expect((await deputy.post('/headship', { uai: '0210011Y' })).status).toBe(303);
    await open();
    expect(smtp.mails.map(({ recipients }) => recipients[0]).toSorted()).toEqual([
      CHEF,
      'bob.petit@ac-test.example',
    ]);
  });

  it('says of which schools no one could be told', async () => {
    const answer = await agent.post('/dane/campaigns', form);
    const shown = await page(answer.headers.get('Location') ?? '');
    expect(shown).toContain(`${fr.dane.jobs.outcomes.asked}</dt><dd>3<`);
    expect(shown).toMatch(/sans chef connu[^<]*<\/dt><dd>1</);
  });

  it('asks later only about what came in since', async () => {
    const campaign = await open();
    await service.importText({
      'later.csv': `reference;email;uai;debut;missions\nSEG-8;${CLAIRE};0210001M;01/10/2026;E1\n`,
    });
    expect(await follow(await agent.post(`${campaign}/ask`))).toBe(campaign);
    expect(smtp.mails).toHaveLength(1);
    await sendNextMorning(service);
    expect(smtp.mails).toHaveLength(2);
    expect(smtp.mails[1]?.text.replace(/\s+/g, ' ')).toMatch(like(fr.mail.confirmation.waiting(1, ANY)));
    expect(await page(campaign)).toContain(fr.campaigns.asked(5));
    await follow(await agent.post(`${campaign}/ask`));
    expect(smtp.mails).toHaveLength(2);
  });

  it('is no second request while the first campaign is open, and takes over once it has closed', async () => {
    const first = await open();
    const second = await open({ ...form, name: 'Encore' });
    expect(await page(second)).toContain(fr.campaigns.asked(0));
    vi.setSystemTime(Date.parse('2026-12-19T08:00:00Z'));
    agent = await signInAs(service, AGENT);
    expect((await agent.post(`${first}/ask`)).status).toBe(404);
    const third = await open({ ...form, name: 'Suite', closesOn: '2027-06-30' });
    expect(await page(third)).toContain(fr.campaigns.asked(4));
    expect(await page(first)).toContain(fr.campaigns.asked(0));
  });

  it('is refused under the name of another', async () => {
    await open();
    const refused = await agent.post('/dane/campaigns', { ...form, name: 'rentrée 2026' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults.taken);
  });

  it('lists every request with how it stands, and the schools that have not answered', async () => {
    const campaign = await open();
    const rows = async (path: string) =>
      [...(await page(`${campaign}/${path}`)).matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(
        ([, row = '']) => row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
      );
    await waitDays(16);
    await service.importText({
      'c.csv': `reference;email;uai;debut;missions;confirmation\nSEG-5;${CLAIRE};0210011Y;01/09/2026;D1;confirmee\n`,
    });
    const all = await rows('requests');
    expect(all).toHaveLength(4);
    expect(all[0]).toContain('Rappelé|1ᵉʳ octobre 2026|17 octobre 2026'.replace('1ᵉʳ', '1er'));
    expect(await rows('requests?state=answered')).toHaveLength(1);
    expect(await rows('schools')).toEqual([
      expect.stringMatching(/Collège Claude Guyot.*3 sur 3.*17 octobre 2026/),
    ]);
  });

  it('is closed by hand: nothing joins it, what was asked stays', async () => {
    const campaign = await open();
    await agent.post(`${campaign}/closing`);
    expect(await page(campaign)).toContain(fr.campaigns.asked(4));
    expect(await page('/dane/campaigns')).toMatch(/>close</);
    expect((await agent.post(`${campaign}/ask`)).status).toBe(404);
  });

  it('is cancelled: its unanswered requests are taken back, no one is reminded, another may ask', async () => {
    const campaign = await open();
    expect(await page(`${campaign}/end`)).toContain(fr.campaigns.cancelText);
    await agent.post(`${campaign}/cancellation`);
    expect(await page(campaign)).toContain(fr.campaigns.isCancelled);
    const before = smtp.mails.length;
    await waitDays(16);
    expect(smtp.mails).toHaveLength(before);
    expect(await page(await open({ ...form, name: 'De nouveau' }))).toContain(fr.campaigns.asked(4));
  });

  it('shows the form again with what was sent and what is wrong', async () => {
    const refused = await agent.post('/dane/campaigns', { ...form, closesOn: '2026-09-30' });
    expect(refused.status).toBe(400);
    const shown = await refused.text();
    expect(shown).toContain(fr.forms.faults['end-before-start']);
    expect(shown).toContain('value="Rentrée 2026"');
    expect((await agent.post('/dane/campaigns', { ...form, schoolYear: '2019' })).status).toBe(400);
    expect((await agent.post('/dane/campaigns', { ...form, name: '' })).status).toBe(400);
    expect(await page('/dane/campaigns')).toContain(fr.campaigns.none);
  });

  it('is for the DANE alone', async () => {
    const campaign = await open();
    const chef = await signInAs(service, CHEF);
    for (const path of ['/dane/campaigns', campaign, `${campaign}/documents`]) {
      expect((await chef.get(path)).status).toBe(403);
      expect((await service.get(path)).status).toBe(303);
    }
    for (const path of ['/dane/campaigns', `${campaign}/ask`, `${campaign}/confirm`]) {
      expect((await chef.post(path, form)).status).toBe(403);
    }
    expect((await agent.get('/dane/campaigns/none')).status).toBe(404);
  });
});

describe('reminders', () => {
  const reminder = mailTexts(OFFICE).subjects['confirmation-reminder'];

  it('follow after 15 and 30 days, once each, about what is still unanswered', async () => {
    const campaign = await open();
    await waitDays(14.9);
    expect(smtp.mails).toHaveLength(1);
    await service.importText({
      'answer.csv': `reference;email;uai;debut;missions;confirmation\nSEG-4;${AGENT};0210001M;01/09/2026;C1;confirmee\n`,
    });
    await waitDays(15);
    await waitDays(15.1);
    expect(subjects(smtp.mails.slice(1))).toEqual([reminder]);
    expect(smtp.mails[1]?.text.replace(/\s+/g, ' ')).toMatch(like(fr.mail.confirmation.stillWaiting(2, ANY)));
    expect(table(await page(campaign))).toEqual([
      [fr.campaigns.parts.answered, '1'],
      [fr.campaigns.parts.waiting, '1'],
      [fr.campaigns.parts.reminded, '2'],
      [fr.campaigns.parts.silent, '0'],
    ]);
    await waitDays(29.9);
    expect(smtp.mails).toHaveLength(2);
    await waitDays(30.2);
    await waitDays(45);
    await waitDays(60);
    expect(subjects(smtp.mails.slice(1))).toEqual([reminder, reminder]);
    const { store } = service.ports;
    const audit = await store.searchAudit({ actions: ['confirmation-reminded'], limit: 9 });
    expect(audit.map(({ subject }) => subject)).toEqual(['0210001M', '0210001M']);
  });

  it('of two processes at the same moment are written once', async () => {
    await open();
    vi.setSystemTime(BEGIN + 15 * DAY_MS);
    await Promise.all([1, 2, 3].map(() => service.services.runMaintenance()));
    await service.services.emptyOutbox();
    expect(smtp.mails).toHaveLength(2);
  });

  it('keep fifteen days between them, even where the first one was late', async () => {
    await open();
    await waitDays(40);
    await waitDays(40.1);
    expect(smtp.mails).toHaveLength(2);
    await waitDays(54.9);
    expect(smtp.mails).toHaveLength(2);
    await waitDays(55);
    expect(smtp.mails).toHaveLength(3);
  });
});

describe('a confirmation on documents', () => {
  const documents = 'Lettre de mission du 3 septembre';

  it('is offered after 30 days of silence alone', async () => {
    const campaign = await open();
    await waitDays(29.9);
    expect(await page(campaign)).toContain(fr.campaigns.silentNone);
    const early = await agent.post(`${campaign}/confirm`, { references: ['SEG-5'], documents });
    expect(await page(early.headers.get('Location') ?? '')).toContain(fr.campaigns.left['not-silent'](1));
    expect(await state('SEG-5')).toBe('requested');
    await waitDays(30);
    const shown = await page(campaign);
    expect(shown).toContain(fr.campaigns.selectOne('Bob Petit', 'Collège Claude Guyot'));
    expect(shown).toContain('contact');
    expect(await page('/dane')).toContain(`<strong>4</strong> ${fr.dane.home.figures.silent(4)}`);
  });

  it('confirms many at once, tells their holders, and is kept with the documents and in the audit', async () => {
    const campaign = await open();
    await waitDays(30);
    const sent = smtp.mails.length;
    const answer = await agent.post(`${campaign}/confirm`, { references: ['SEG-2', 'SEG-5'], documents });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toContain('done=confirmed-on-documents');
    expect(await page(answer.headers.get('Location') ?? '')).toContain(fr.campaigns.documentsLink);
    await service.services.emptyOutbox();
    expect(smtp.mails.slice(sent).map(({ recipients }) => recipients)).toEqual([[CLAIRE]]);
    const { store } = service.ports;
    const [engagement] = await store.readEngagements(['SEG-2']);
    expect(engagement).toMatchObject({
      confirmation: 'confirmed-by-dane',
      confirmedBy: 'DANE de Dijon',
      confirmedOn: '2026-10-31',
      decided: { by: agent.personId },
    });
    const [claire] = await store.readPeopleByEmail([CLAIRE]);
    const audit = await store.readAuditOf(claire?.id ?? '', 5);
    expect(audit.map(({ action, details }) => [action, details?.['reference']])).toContainEqual([
      'engagement-confirmed-on-documents',
      'SEG-5',
    ]);
    const exported = await store.exportPerson(claire?.id ?? ('' as never));
    expect(exported?.['documentary_confirmation']).toHaveLength(2);
    expect(await page(campaign)).toMatch(/Répondu<\/a><\/th><td>2</);
    const saved = await page(`${campaign}/documents`);
    expect(saved.split(documents)).toHaveLength(3);
    expect(saved).toContain('Claire Dupont');
  });

  it('leaves the agent’s own engagement and a role conflict of a single role, and says so', async () => {
    const campaign = await open();
    await waitDays(30);
    const references = ['SEG-2', 'SEG-3', 'SEG-4'];
    const answer = await agent.post(`${campaign}/confirm`, { references, documents });
    const shown = await page(answer.headers.get('Location') ?? '');
    expect(shown).toContain(fr.campaigns.left['own-engagement'](1));
    expect(shown).toContain(fr.campaigns.left['role-clash'](1));
    expect(await Promise.all(references.map(state))).toEqual(['confirmed-by-dane', 'requested', 'requested']);
    expect(shown).not.toContain('value="SEG-4"');
  });

  it('is not for what its teacher changed since the principal was asked, before 30 more days', async () => {
    const stated = { uai: '0210001M', from: '2026-09-01', missions: ['C2'] };
    const declared = await (await signInAs(service, CLAIRE)).post('/my/engagements/new', stated);
    const own = (declared.headers.get('Location') ?? '').split('?')[0] ?? '';
    const reference = own.split('/').at(-1) ?? '';
    const campaign = await open();
    await waitDays(29);
    const changed = { ...stated, missions: ['A1', 'B1', 'D1'] };
    expect((await (await signInAs(service, CLAIRE)).post(`${own}/edit`, changed)).status).toBe(303);
    await waitDays(31);
    await agent.post(`${campaign}/confirm`, { references: [reference], documents });
    expect(await state(reference)).toBe('requested');
    await waitDays(59);
    await agent.post(`${campaign}/confirm`, { references: [reference], documents });
    expect(await state(reference)).toBe('confirmed-by-dane');
  });

  it('needs documents and at least one engagement', async () => {
    const campaign = await open();
    await waitDays(30);
    const bare = await agent.post(`${campaign}/confirm`, { references: ['SEG-5'] });
    expect(bare.status).toBe(400);
    expect(await bare.text()).toMatch(/value="SEG-5" checked/);
    expect((await agent.post(`${campaign}/confirm`, { documents })).status).toBe(400);
    expect(await state('SEG-5')).toBe('requested');
  });
});

describe('what a campaign would send', () => {
  const { confirm: _, ...asked } = form;

  it('is shown before anything leaves: to whom, how many, and one mail as it will be', async () => {
    const answer = await agent.post('/dane/campaigns', asked);
    const path = answer.headers.get('Location') ?? '';
    expect(path).toMatch(/^\/dane\/campaigns\/preview\?/);
    const shown = await page(path);
    expect(shown).toContain(fr.campaigns.preview.toSend(4, 2));
    expect(shown).toContain(fr.campaigns.preview.withoutHead(1));
    expect(shown).toContain('Collège Claude Guyot');
    expect(shown).not.toContain('Saint-François');
    expect(shown).toContain(fr.campaigns.preview.send(4));
    expect(await service.ports.store.readCampaigns({ limit: 1 })).toEqual([]);
    await service.services.runMaintenance();
    await service.services.emptyOutbox();
    expect(smtp.mails).toEqual([]);

    await open();
    const [first] = smtp.mails;
    const plain = (text: string) => text.replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ');
    const stated = /<pre>([\s\S]*?)<\/pre>/.exec(shown)?.[1] ?? '';
    expect(plain(first?.text ?? '').trim()).toBe(plain(stated).trim());
  });

  it('is searched by school, and by what is missing', async () => {
    const path = (await agent.post('/dane/campaigns', asked)).headers.get('Location') ?? '';
    const names = (text: string) =>
      [...text.matchAll(/Collège (?:Claude|Jean) \w+(?=<\/a>)/g)].map(([one]) => one);
    expect(names(await page(`${path}&q=lacaille`))).toEqual(['Collège Jean Lacaille']);
    expect(names(await page(`${path}&only=without-head`))).toEqual(['Collège Jean Lacaille']);
    expect(names(await page(path))).toHaveLength(2);
  });

  it('tells what an open campaign has asked already', async () => {
    const campaign = await open();
    const again = await page(`${campaign}/preview`);
    expect(again).toContain(fr.campaigns.preview.toSend(0, 0));
    expect(again).toContain(fr.campaigns.preview.askedBefore(4));
    expect(again).not.toContain('Envoyer les');
    expect(again).not.toContain(fr.campaigns.preview.nothingLeft);
    expect(again).toContain(fr.campaigns.preview.backToCampaign);
    const other = await agent.post('/dane/campaigns', { ...asked, name: 'Encore' });
    expect(await page(other.headers.get('Location') ?? '')).toContain(fr.campaigns.preview.toSend(0, 0));
  });

  it('is stopped on the way: what has not left does not leave', async () => {
    const begun = await agent.post('/dane/campaigns', form);
    const path = begun.headers.get('Location') ?? '';
    expect((await agent.post(`${path}/taking-back`)).status).toBe(303);
    const shown = await page(path);
    expect(shown).toMatch(like(fr.dane.jobs.stoppedAsking(ANY)));
    expect(shown).toContain(fr.dane.jobs.left['ask-confirmations']);
    await service.services.runMaintenance();
    await service.services.emptyOutbox();
    expect(smtp.mails).toEqual([]);
    // The campaign is still open: what was not asked may be asked later.
    const campaign = /href="(\/dane\/campaigns\/[\w-]+)"/.exec(shown)?.[1] ?? '';
    await follow(await agent.post(`${campaign}/ask`));
    expect(smtp.mails.length).toBeGreaterThan(0);
  });

  it('is for the DANE alone', async () => {
    const chef = await signInAs(service, CHEF);
    expect((await chef.get('/dane/campaigns/preview?name=x&schoolYear=2026')).status).toBe(403);
  });
});
