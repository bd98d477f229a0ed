import { describe, expect, it } from 'vitest';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, NEIGHBOUR, SCHOOL } from '../support/fixtures/schools.ts';
import { THIRTY_PEOPLE_FIXTURE } from '../support/fixtures/thirty-people.ts';
import { fr } from '../support/fr.ts';
import { LAST_YEAR, THIS_YEAR } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const PAGE = `${SCHOOL}/carry-over`;
const UAI = '0210001M' as never;
const FROM = `${THIS_YEAR}-09-01`;
const TO = `${THIS_YEAR + 1}-08-31`;

let service: TestService;
let chef: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF }, THIRTY_PEOPLE_FIXTURE), (fixture) => {
  ({ service, chef } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const idOf = async (email: string) => (await service.ports.store.readPeopleByEmail([email]))[0]?.id ?? '';
const proposals = async () => await service.ports.store.readMissionProposalsAt(UAI);
const waiting = async () => (await proposals()).filter(({ settlement }) => settlement === undefined);

/** The form as the page shows it, with every ticked box. */
async function ticked(): Promise<Record<string, string[]>> {
  const html = await read(chef, `${PAGE}?year=${THIS_YEAR}`);
  const boxes = [...html.matchAll(/<input type="checkbox" name="(\w+)" value="([^"]+)" checked=""/g)];
  const of = (name: string) => boxes.flatMap(([, field, value = '']) => (field === name ? [value] : []));
  return { person: of('person'), missions: of('missions'), roles: of('roles') };
}
async function send(fields: Readonly<Record<string, string | readonly string[]>>) {
  const sent = await chef.post(PAGE, { year: String(THIS_YEAR), from: FROM, to: TO, ...fields });
  return { status: sent.status, html: await read(chef, sent.headers.get('Location') ?? PAGE) };
}

describe('last year’s split of a school of thirty', () => {
  it('is ticked except for people who left, role conflict, continue or asked, and is proposed at once', async () => {
    const form = await ticked();
    const [contact, left, goesOn, requested, own] = await Promise.all(
      ['p0@ac-test.example', 'p1@ac-test.example', 'p2@ac-test.example', 'p3@ac-test.example', CHEF].map(
        idOf,
      ),
    );
    expect(form['person']).toHaveLength(26);
    for (const id of [contact, left, goesOn, requested, own]) expect(form['person']).not.toContain(id);
    expect(await read(chef, `${PAGE}?year=${THIS_YEAR}`)).toMatch(
      /contact pour la DANE\s» est déjà tenu par/u,
    );
    expect((await send(form)).status).toBe(303);
    expect(await waiting()).toHaveLength(26);
  });

  it('waits for each person, who accepts: their engagement of the year is confirmed, until its last day', async () => {
    const { html } = await send(await ticked());
    expect(html).toContain(fr.carryOver.result(26, []));
    const p5 = await signInAs(service, 'p5@ac-test.example');
    const [requested] = (await waiting()).filter(({ personId }) => personId === p5.personId);
    expect(requested).toMatchObject({
      from: FROM,
      to: TO,
      carriedInto: THIS_YEAR,
      missions: ['A1', 'E1', 'E2'],
    });
    expect(await read(p5, `/my/missions/${requested?.id}`)).toContain(fr.missionProposals.mine.to);
    expect((await p5.post(`/my/missions/${requested?.id}`, { outcome: 'accepted' })).status).toBe(303);
    const [record] = await service.ports.store.readPersonRecords([p5.personId]);
    const made = record?.engagements.find(({ period }) => period.from === FROM);
    expect(made).toMatchObject({
      period: { from: FROM, to: TO },
      confirmation: 'confirmed',
      confirmedBy: CHEF,
    });
    expect(record?.engagements.find(({ reference }) => reference === 'L-5')?.period.to).toBe(
      `${LAST_YEAR + 1}-08-31`,
    );
  });

  it('creates no duplicates, sent twice in turn or at once', async () => {
    const form = await ticked();
    const fields = { ...form, year: String(THIS_YEAR), from: FROM, to: TO };
    await Promise.all([chef.post(PAGE, fields), chef.post(PAGE, fields)]);
    expect(await proposals()).toHaveLength(26);
    const { html } = await send(form);
    expect(html).toMatch(
      /Aucune part n’est proposée\. Non proposé\s: 26 ont déjà une proposition qui attend\./u,
    );
    expect(await proposals()).toHaveLength(26);
  });

  it('is taken back except where someone has accepted, and can then be proposed again', async () => {
    await send(await ticked());
    const p5 = await signInAs(service, 'p5@ac-test.example');
    const [requested] = (await waiting()).filter(({ personId }) => personId === p5.personId);
    await p5.post(`/my/missions/${requested?.id}`, { outcome: 'accepted' });
    expect(await read(chef, `${PAGE}?year=${THIS_YEAR}`)).toContain(fr.carryOver.withdraw(25));
    await chef.post(`${PAGE}/withdrawal`, { year: String(THIS_YEAR) });
    expect(await waiting()).toEqual([]);
    expect((await proposals()).filter(({ settlement }) => settlement?.outcome === 'withdrawn')).toHaveLength(
      25,
    );
    expect((await ticked())['person']).toHaveLength(25);
  });

  it('is adjusted with more missions or fewer roles, and duplicates no single role', async () => {
    const [contact, five] = [await idOf('p0@ac-test.example'), await idOf('p5@ac-test.example')];
    const conflict = await send({
      ...{ person: [contact, five], roles: [`${contact}:contact-dane`] },
      missions: [`${contact}:A1`, `${five}:B2`],
    });
    expect(conflict.html).toMatch(/1 part est proposée.*Non proposé\s: 1 aurait un rôle unique/su);
    expect(await waiting()).toMatchObject([{ personId: five, missions: ['B2'] }]);
    const { html } = await send({ person: [contact], missions: [`${contact}:A1`] });
    expect(html).toContain('1 part est proposée');
  });

  it('refuses the principal’s own part, strangers, and days outside the year', async () => {
    const own = await idOf(CHEF);
    const outsider = await idOf(NEIGHBOUR);
    const { html } = await send({ person: [own, outsider], missions: [`${own}:E1`, `${outsider}:E1`] });
    expect(html).toContain('Aucune part n’est proposée');
    const five = await idOf('p5@ac-test.example');
    const part = { person: five, missions: `${five}:A1`, year: String(THIS_YEAR), from: FROM, to: TO };
    for (const wrong of [{ to: `${THIS_YEAR + 1}-09-01` }, { from: `${LAST_YEAR}-09-01` }, { to: '' }]) {
      const refused = await chef.post(PAGE, { ...part, ...wrong });
      expect(refused.status, JSON.stringify(wrong)).toBe(400);
      expect(await refused.text()).toContain(`value="${five}" checked=""`);
    }
    expect((await chef.post(PAGE, { ...part, year: String(THIS_YEAR + 4) })).status).toBe(400);
    expect(await proposals()).toEqual([]);
  });

  it('is read by the DANE without any button, and by no other school', async () => {
    const [dane, neighbour] = await Promise.all([DANE, NEIGHBOUR].map((email) => signInAs(service, email)));
    const html = await read(dane as SignedInBrowser, `${PAGE}?year=${THIS_YEAR}`);
    expect(html).toContain('Alice Aubert');
    expect(html).not.toContain('name="person"');
    expect((await neighbour?.get(PAGE))?.status).toBe(403);
    expect((await neighbour?.post(`${PAGE}/withdrawal`, { year: String(THIS_YEAR) }))?.status).toBe(403);
  });
});
