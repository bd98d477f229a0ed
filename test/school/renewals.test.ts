import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SmtpCatcher, startSmtpCatcher } from '../mail/smtp-catcher.ts';
import { fr } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const CLAIRE = 'claire.dupont@ac-test.example';
const CHEF = 'ange.roy@ac-test.example';
const PAGE = '/school/0210001M/confirmations';

let smtp: SmtpCatcher;
let service: TestService;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-09-15T08:00:00Z') });
  smtp = await startSmtpCatcher();
  service = await startTestService(smtp.settings);
  await service.importText({
    ...ONE_RUPN,
    'people.csv': [
      'email;prenom;nom;profil;uai',
      `${AGENT};Odile;Richardot;dane;`,
      `${CHEF};Ange;Roy;chef;0210001M`,
      'bob.petit@ac-test.example;Bob;Petit;rupn;',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le;reserve',
      `OLD;${CLAIRE};0210001M;01/09/2026;;A1|B1;;confirmee;${CHEF};2026-10-05;`,
      `RES;bob.petit@ac-test.example;0210001M;01/09/2026;;A1;;confirmee-avec-reserve;${CHEF};2026-10-05;À revoir`,
      `OWN;${CHEF};0210001M;01/09/2026;;C1;;confirmee;DANE;2026-10-05;`,
      `END;${CLAIRE};0210001M;01/09/2026;31/12/2027;D1;;confirmee;${CHEF};2026-10-05;`,
      `NEW;${CLAIRE};0210001M;01/09/2027;;D1;;demandee;;;`,
    ].join('\n'),
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await service.stop();
  await smtp.stop();
});

const read = async (reference: string) => (await service.ports.store.readEngagements([reference]))[0];
const text = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();

describe('engagements left open over the summer', () => {
  it('are asked for in one campaign, in one mail, and renewed by the principal in one click', async () => {
    const agent = await signInAs(service, AGENT);
    const form = { name: 'Rentrée 2027', schoolYear: '2027', closesOn: '2027-12-18', confirm: 'yes' };
    const begun = await agent.post('/dane/campaigns', form);
    const job = await text(agent, begun.headers.get('Location') ?? '');
    const campaign = /href="(\/dane\/campaigns\/[\w-]+)"/.exec(job)?.[1] ?? '';
    expect(await text(agent, campaign)).toContain(fr.campaigns.asked(4));
    await service.services.emptyOutbox();
    expect(smtp.mails.map(({ recipients }) => recipients)).toEqual([[CHEF]]);
    const mail = smtp.mails[0]?.text.replace(/\s+/g, ' ');
    expect(mail).toContain('1 engagement attend votre confirmation');
    expect(mail).toContain('2 engagements sans date de fin sont à reconduire');

    const chef = await signInAs(service, CHEF);
    const shown = await text(chef, PAGE);
    const texts = fr.school.decisions.renewals;
    expect(shown).toContain(texts.lede(3, '2027-2028'));
    expect(shown).toContain(texts.confirmedOn('5 octobre 2026'));
    expect(shown).toContain('href="/school/0210001M/engagements/OLD/end"');
    expect(shown.match(/name="reference" value="(OLD|RES|OWN|END)"/g)).toHaveLength(2);
    const sent = await chef.post(PAGE, { reference: ['OLD', 'RES', 'OWN', 'END'] });
    expect(sent.headers.get('Location')).toContain('count=2&left=0&gone=2');
    expect(await read('OLD')).toMatchObject({
      confirmation: 'confirmed',
      confirmedBy: CHEF,
      confirmedOn: '2027-09-15',
      period: { from: '2026-09-01' },
    });
    expect(await read('RES')).toMatchObject({
      confirmation: 'confirmed-with-reservation',
      reservation: 'À revoir',
      confirmedOn: '2027-09-15',
    });
    for (const reference of ['OWN', 'END']) {
      expect(await read(reference), reference).toMatchObject({ confirmedOn: '2026-10-05' });
    }
    const figures = await service.ports.store.countCampaignRequests(
      campaign.split('/').at(-1) ?? '',
      '2027-09-01T00:00:00Z' as never,
    );
    expect(figures).toEqual({ answered: 2, waiting: 2, reminded: 0, silent: 0 });
  });

  it('are offered to the principal though someone’s contested engagement names the same single role', async () => {
    await service.importText({
      'engagements.csv': [
        'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le;reserve',
        `ROLE;${CLAIRE};0210001M;01/09/2026;;A1;contact-dane;confirmee;${CHEF};2026-10-05;`,
        'ASKS;bob.petit@ac-test.example;0210001M;01/09/2027;;A1;contact-dane;demandee;;;',
      ].join('\n'),
    });
    const chef = await signInAs(service, CHEF);
    const box = /name="reference" value="ROLE"/;
    expect(await text(chef, PAGE)).not.toMatch(box);
    await chef.post(`${PAGE}/ASKS`, { decision: 'contest', motive: 'Personne ne lui a confié ce rôle.' });
    expect(await read('ASKS')).toMatchObject({ confirmation: 'contested' });
    expect(await text(chef, PAGE)).toMatch(box);
    await chef.post(PAGE, { reference: ['ROLE'] });
    expect(await read('ROLE')).toMatchObject({ confirmedOn: '2027-09-15', roles: ['contact-dane'] });
  });

  it('are renewed by the DANE on documents once the head was silent for 30 days, as they are', async () => {
    const agent = await signInAs(service, AGENT);
    expect(await text(agent, '/dane/new-year/to-renew')).toContain('/dane/confirmations/RES');
    const page = '/dane/confirmations/RES';
    expect(await text(agent, page)).toContain(fr.dane.confirmations.renewOne);
    expect((await agent.post(page, { documents: 'Emploi du temps' })).status).toBe(400);
    const form = { name: 'Rentrée 2027', schoolYear: '2027', closesOn: '2027-12-18', confirm: 'yes' };
    await agent.post('/dane/campaigns', form);
    await service.services.runMaintenance();
    expect((await agent.post(page, { documents: 'Emploi du temps' })).status).toBe(400);
    vi.setSystemTime(new Date('2027-10-20T08:00:00Z'));
    const later = await signInAs(service, AGENT);
    expect((await later.post(page, { documents: 'Emploi du temps' })).status).toBe(303);
    expect(await read('RES')).toMatchObject({
      ...{ confirmation: 'confirmed-with-reservation', reservation: 'À revoir' },
      ...{ confirmedOn: '2027-10-20', confirmedBy: service.ports.issuer.name },
    });
    expect((await later.get(page)).status).toBe(404);
  });

  it('are renewed by the DANE at once where the school has no head', async () => {
    await service.importText({ 'people.csv': `email;prenom;nom;profil;uai\n${CHEF};Ange;Roy;rupn;\n` });
    const agent = await signInAs(service, AGENT);
    expect((await agent.post('/dane/confirmations/OLD', { documents: 'Lettre' })).status).toBe(303);
    expect(await read('OLD')).toMatchObject({ confirmation: 'confirmed', confirmedOn: '2027-09-15' });
  });

  it('are reminded of, until they are renewed or end', async () => {
    const agent = await signInAs(service, AGENT);
    const form = { name: 'Rentrée 2027', schoolYear: '2027', closesOn: '2027-12-18', confirm: 'yes' };
    const begun = await agent.post('/dane/campaigns', form);
    await text(agent, begun.headers.get('Location') ?? '');
    await service.services.emptyOutbox();
    const chef = await signInAs(service, CHEF);
    await chef.post(PAGE, { reference: ['NEW', 'RES'] });
    vi.setSystemTime(new Date('2027-10-01T08:00:00Z'));
    await service.services.runMaintenance();
    await service.services.emptyOutbox();
    const toChef = smtp.mails.filter(({ recipients }) => recipients[0] === CHEF);
    expect(toChef).toHaveLength(2);
    expect(toChef[1]?.text.replace(/\s+/g, ' ')).toContain('Un engagement sans date de fin est à reconduire');
  });

  it('are named in “Préparer la rentrée” of the current year, and not of the next', async () => {
    const chef = await signInAs(service, CHEF);
    const texts = fr.school.decisions.renewals;
    expect(await text(chef, '/school/0210001M/new-year?year=2027')).toContain(texts.itemWords(2));
    expect(await text(chef, '/school/0210001M/new-year?year=2028')).toContain(texts.itemWords(0));
  });
});
