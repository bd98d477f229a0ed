import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNLIMITED } from '../../src/application/concurrency/query-budget.ts';
import { advanceJobs } from '../../src/application/jobs/services.ts';
import { MOST_MESSAGES_A_DAY } from '../../src/features/messages/feature.ts';
import { fr } from '../support/fr.ts';
import { ONE_RUPN } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { CLAIRE, type MailService, readPersonId, startMailService } from './fixture.ts';

const AGENT = 'agent@ac-test.example';
const BOB = 'bob.petit@ac-test.example';
const EVE = 'eve.morin@ac-test.example';
const T = fr.messages;
const MESSAGE = { title: 'La rencontre annuelle', body: 'Le programme est prêt.\n\nÀ bientôt.' };
const FILTER = '?mission=B1';

let fixture: MailService;
let agent: SignedInBrowser;
beforeEach(async () => {
  fixture = await startMailService();
  await fixture.service.importText({
    ...ONE_RUPN,
    'people.csv': [
      'email;prenom;nom;profil;uai',
      `${AGENT};Odile;Richardot;dane;`,
      `${BOB};Bob;Petit;rupn;`,
      `${EVE};Ève;Morin;rupn;`,
    ].join('\n'),
    'segments.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `SEG-2;${CLAIRE};0210001M;01/09/2026;;B1;;confirmee`,
      `SEG-3;${BOB};0210001M;01/09/2026;;B1;;confirmee`,
      `SEG-4;${EVE};0210001M;01/09/2026;;C1;;confirmee`,
    ].join('\n'),
  });
  agent = await signInAs(fixture.service, AGENT);
});
afterEach(() => fixture.stop());

/** The timer's work on jobs. */
const work = () => advanceJobs(fixture.service.ports, fixture.service.services.advanceJob)(UNLIMITED);
const write = (filter = FILTER, stated = MESSAGE, once = stated.title) =>
  agent.post(`/dane/messages${filter}`, { ...stated, once });
/** Writes a message, and gives the address of its page. */
async function written(filter?: string, stated?: typeof MESSAGE): Promise<string> {
  const answer = await write(filter, stated);
  expect(answer.status).toBe(303);
  return (answer.headers.get('Location') ?? '').split('?')[0] ?? '';
}
const recipients = () => fixture.smtp.mails.flatMap((mail) => mail.recipients).toSorted();
const read = async (path: string) => (await agent.get(path)).text();

describe('a message to the network', () => {
  it('is counted and shown as it will be read, and nothing leaves before', async () => {
    const page = await read(`/dane/messages/new${FILTER}`);
    expect(page).toContain(T.reached(2));
    const shown = await (await agent.post(`/dane/messages/preview${FILTER}`, MESSAGE)).text();
    await work();
    await fixture.sendAt(60);
    expect(fixture.smtp.mails).toEqual([]);
    await written();
    await work();
    await fixture.sendAt(120);
    const [mail] = fixture.smtp.mails;
    expect(mail?.headers.get('subject')).toBe(MESSAGE.title);
    const texts = mail?.text.replace(/\s+/g, ' ') ?? '';
    for (const line of ['Le programme est prêt.', 'À bientôt.']) {
      expect(shown).toContain(line);
      expect(texts).toContain(line);
    }
  });

  it('reaches each person of its filter once, however often it is sent or its work is done', async () => {
    const path = await written();
    expect(await written()).toBe(path);
    await work();
    await work();
    await fixture.sendAt(60);
    expect(recipients()).toEqual([BOB, CLAIRE]);
    const page = await read(path);
    expect(page).toContain(T.over(2, 2));
    expect(await read('/dane/audit')).toContain('Message au réseau écrit');
  });

  it('says who was left out and whose address was refused, by name', async () => {
    const id = await readPersonId(fixture, BOB);
    const choice = { personId: id, kind: 'message', wanted: false } as const;
    await fixture.service.ports.store.commit([{ kind: 'mail-chosen', choice }]);
    expect(await read(`/dane/messages/new${FILTER}`)).toContain(T.notWanted(1));
    const path = await written();
    await work();
    fixture.smtp.answer(550);
    await fixture.sendAt(60);
    const page = await read(path);
    for (const texts of [
      'Petit Bob',
      T.reasons['not-wanted'],
      'Dupont Claire',
      T.reasons.refused,
      'smtp-550',
    ]) {
      expect(page).toContain(texts);
    }
    expect(page).not.toContain('Morin');
  });

  it('shows no identifier in place of an author who was erased', async () => {
    const path = await written();
    const { personId: author } = agent;
    const other = 'other@ac-test.example';
    await fixture.service.importText({
      'agents.csv': `email;prenom;nom;profil\n${other};Paul;Aubry;dane\n`,
    });
    agent = await signInAs(fixture.service, other);
    await fixture.service.services.erasePerson({ email: AGENT, actor: agent.personId });
    for (const page of ['/dane/messages', path]) {
      const shown = await read(page);
      expect(shown).toContain(fr.dane.people.person.actors.other);
      expect(shown).not.toContain(author);
    }
  });

  it('is stopped before all has left: what waits does not leave', async () => {
    const path = await written();
    await work();
    expect((await agent.post(`${path}/cancellation`)).status).toBe(303);
    await fixture.sendAt(60);
    expect(fixture.smtp.mails).toEqual([]);
    expect(await read(path)).toContain('Messages qui ne partent pas');
    expect((await agent.post(`${path}/cancellation`)).status).toBe(409);
  });

  it('that was stopped before its work began reaches no one', async () => {
    const path = await written();
    await agent.post(`${path}/cancellation`);
    await work();
    await fixture.sendAt(60);
    expect(fixture.smtp.mails).toEqual([]);
    const { store } = fixture.service.ports;
    const actions = ['message-written', 'job-begun-send-message', 'message-cancelled'] as const;
    const audit = await store.searchAudit({ actions, limit: 9 });
    expect(audit.map(({ action }) => action).toSorted()).toEqual(actions.toSorted());
  });

  it('is bounded for a day, all agents together, and refused where no one matches', async () => {
    for (let turn = 1; turn <= MOST_MESSAGES_A_DAY; turn += 1) {
      await written(FILTER, { ...MESSAGE, title: `Message ${turn}` });
    }
    const refused = await write(FILTER, { ...MESSAGE, title: 'De trop' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('c’est fait pour aujourd’hui');
    expect(await read('/dane/messages')).toContain(T.bound(MOST_MESSAGES_A_DAY, 0));
  });

  it('to no one is refused, as is one with a NUMEN', async () => {
    expect((await write('?mission=E1')).status).toBe(409);
    expect((await write(FILTER, { ...MESSAGE, body: 'Voir 01A2345678BCD.' })).status).toBe(400);
  });

  it('that names a person goes without its words when the person is erased, and does not go on', async () => {
    const path = await written('', { ...MESSAGE, body: 'Bienvenue à Ève Morin !' });
    await fixture.service.services.erasePerson({ id: await readPersonId(fixture, EVE), actor: 'test' });
    await work();
    await fixture.sendAt(60);
    expect(fixture.smtp.mails).toEqual([]);
    expect(await read(path)).toContain(T.removed);
  });
});
