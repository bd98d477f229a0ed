import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_NAMES } from '../../src/application/files/export/records.ts';
import { OTHER_AGENT, sendFiles, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
});
afterEach(() => service.stop());

type Files = Readonly<Record<string, string | Uint8Array>>;
const sent = async (files: Files, by = agent) => {
  const response = await sendFiles(service, by, files);
  expect(response.status).toBe(303);
  return response.headers.get('Location') ?? '';
};
const page = async (path: string, by = agent) => (await by.get(path)).text();
const known = async (email: string) =>
  (await service.ports.store.readPeopleByEmail([email])).map(({ familyName }) => familyName);

const ODD = 'Contact;Petit nom;Nom civil;Bureau\nzoe@ac-test.example;Zoé;Noir;B12\n';
const MATCH = { 'column-email': '0', 'column-prenom': '1', 'column-nom': '2' };
const columnsOf = (path: string, file = 'odd.csv') =>
  `${path}/columns?${new URLSearchParams({ file, kind: 'people' })}`;

describe('columns matched by hand', () => {
  it('are offered for a table that is not recognised, and remembered for the next one', async () => {
    const path = await sent({ 'odd.csv': ODD });
    expect(await page(path)).toContain(`${path}/columns?file=odd.csv`);
    expect(await page(columnsOf(path))).toContain('Petit nom');
    const saved = await agent.post(`${path}/columns`, { file: 'odd.csv', kind: 'people', ...MATCH });
    const read = saved.headers.get('Location') ?? '';
    expect(read).toMatch(/^\/dane\/imports\/[\w-]+\?done=columns-matched$/);
    expect(await page(read)).toContain(fr.dane.data.imports.checkedLede(1, 0));
    await agent.post(read.split('?')[0] ?? '');
    expect(await known('zoe@ac-test.example')).toEqual(['Noir']);
    expect(await page('/dane/imports')).toContain('Contact, Petit nom, Nom civil, Bureau');
    const again = await sent({ 'autre.csv': ODD.replace('Petit nom', 'PETIT NOM').replace('zoe', 'zia') });
    expect(await page(again)).toContain(fr.dane.data.imports.checkedLede(1, 0));
    expect(await page(again)).toMatch(/n’ont pas été lues\s:\sBureau/u);
    await agent.post(again);
    expect(await known('zia@ac-test.example')).toEqual(['Noir']);
  });

  it('leave the other files of the upload as they were, read or not', async () => {
    const path = await sent({
      'odd.csv': ODD,
      'gens.csv': 'email;prenom;nom\nlea@ac-test.example;Léa;Blanc\n',
      'photo.jpg': Uint8Array.of(0xff, 0xd8, 0, 0),
    });
    const saved = await agent.post(`${path}/columns`, { file: 'odd.csv', kind: 'people', ...MATCH });
    const read = saved.headers.get('Location')?.split('?')[0] ?? '';
    const shown = await page(read);
    expect(shown).toContain(fr.dane.data.imports.checkedLede(2, 1));
    expect(shown).toContain(fr.dane.data.imports.unreadTable('photo.jpg', 'refused', undefined));
    await agent.post(read);
    expect(await known('lea@ac-test.example')).toEqual(['Blanc']);
    expect(await page(read)).toContain('photo.jpg');
  });

  it('serve imports by program too', async () => {
    const path = await sent({ 'odd.csv': ODD });
    await agent.post(`${path}/columns`, { file: 'odd.csv', kind: 'people', ...MATCH });
    const bytes = new TextEncoder().encode(ODD);
    const source = {
      name: 'x.csv',
      async *open() {
        yield bytes;
      },
    };
    const how = { dryRun: false, actor: 'cli' };
    expect(await service.services.importFiles([source], how)).toMatchObject({ created: 1, refused: 0 });
  });

  it('are visible only to their sender, and can be forgotten', async () => {
    const path = await sent({ 'odd.csv': ODD });
    await agent.post(`${path}/columns`, { file: 'odd.csv', kind: 'people', ...MATCH });
    const other = await signInAs(service, OTHER_AGENT);
    expect(await page(await sent({ 'odd.csv': ODD }, other), other)).toContain('en-tête inconnu');
    const [match] = await service.ports.store.readColumnMatches(agent.personId);
    const fingerprint = match?.fingerprint ?? '';
    await other.post('/dane/imports/columns/forgotten', { fingerprint });
    expect(await service.ports.store.readColumnMatches(agent.personId)).toHaveLength(1);
    const forgotten = await agent.post('/dane/imports/columns/forgotten', { fingerprint });
    expect(forgotten.headers.get('Location')).toBe('/dane/imports?done=columns-forgotten');
    expect(await page(await sent({ 'odd.csv': ODD }))).toContain('en-tête inconnu');
  });

  it('need every required column, and no two at the same place', async () => {
    const path = await sent({ 'odd.csv': ODD });
    const form = { file: 'odd.csv', kind: 'people' };
    const lacking = await agent.post(`${path}/columns`, {
      ...form,
      'column-email': '0',
      'column-prenom': '1',
    });
    expect(lacking.status).toBe(400);
    expect(await lacking.text()).toContain(fr.forms.faults.required);
    const twice = await agent.post(`${path}/columns`, { ...form, ...MATCH, 'column-nom': '1' });
    expect(twice.status).toBe(400);
    const beyond = await agent.post(`${path}/columns`, { ...form, ...MATCH, 'column-nom': '9' });
    expect(beyond.status).toBe(400);
    expect(await service.ports.store.readColumnMatches(agent.personId)).toEqual([]);
  });

  it('add a column to a table that is read without it', async () => {
    const events = 'code;nature;intitule;debut;Temps passé\nF1;EV-PAF;Une;2025-10-01;6\n';
    const path = await sent({ 'e.csv': events });
    const shown = await page(`${path}/columns?file=e.csv`);
    expect(shown).toMatch(/<option value="0" selected[^>]*>code/);
    const places = { 'column-code': '0', 'column-nature': '1', 'column-intitule': '2', 'column-debut': '3' };
    await agent.post(`${path}/columns`, {
      file: 'e.csv',
      kind: 'events',
      ...places,
      'column-heures': '4',
    });
    await agent.post(await sent({ 'e.csv': events }));
    expect(await service.ports.store.readEvents(['F1'])).toMatchObject([{ hours: 6 }]);
  });

  it('propose a column whose title is close to a known name', async () => {
    const path = await sent({
      'e.csv': 'code;nature;intitule;debut;heure totale\nF1;EV-PAF;Une;2025-10-01;6\n',
    });
    const report = await page(path);
    expect(report).toMatch(/Son nom est proche de «\sheures\s»/u);
    const field = /<select id="column-heures"[\s\S]*?<\/select>/.exec(
      await page(`${path}/columns?file=e.csv`),
    );
    expect(field?.[0]).toMatch(/<option value="4" selected[^>]*>heure totale/);
  });

  it('are erased with their person, and exported to them', async () => {
    const path = await sent({ 'odd.csv': ODD });
    await agent.post(`${path}/columns`, { file: 'odd.csv', kind: 'people', ...MATCH });
    const { store, clock } = service.ports;
    expect(JSON.stringify(await store.exportPerson(agent.personId))).toContain('Petit nom');
    await store.commit([
      {
        kind: 'person-erased',
        personId: agent.personId,
        names: { familyNames: [], emails: [] },
        at: clock.now(),
      },
    ]);
    expect(await store.readColumnMatches(agent.personId)).toEqual([]);
  });
});

describe('the page of imports', () => {
  it('accepts the event of a list of Moodle, and asks for it where it is missing', async () => {
    const list = 'Prénom,Nom de famille,Adresse de courriel\nClaire,Dupont,claire.dupont@ac-test.example\n';
    await service.importText({ 'e.csv': 'code;nature;intitule;debut\nF1;EV-PAF;Une;2025-10-01\n' });
    expect(await page(await sent({ 'm.csv': list }))).toContain(fr.files.refusals['event-needed'].reason({}));
    const body = new FormData();
    body.append('files', new File([list], 'm.csv'));
    body.append('event', ' F1 ');
    const response = await service.app.request(`${service.ports.origin}/dane/imports`, {
      method: 'POST',
      headers: { Cookie: agent.cookie, Origin: service.ports.origin },
      body,
    });
    await agent.post(response.headers.get('Location') ?? '');
    expect(await service.ports.store.readEventAttendances('F1', { limit: 5 })).toMatchObject([{ proof: 2 }]);
  });

  it('lists the imports that changed something, with their author and counts', async () => {
    await agent.post(await sent({ 'p.csv': 'email;prenom;nom\nzoe@ac-test.example;Zoé;Noir\nx;y;z\n' }));
    const shown = (await page('/dane/imports')).replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
    expect(shown).toMatch(/p\.csv\|[^|]+\|Odile Richardot\|1\|0\|0\|1\|/);
  });

  it('shows the refused lines before the others', async () => {
    const report = await page(
      await sent({ 'p.csv': 'email;prenom;nom\nzoe@ac-test.example;Zoé;Noir\nx;y;z\n' }),
    );
    expect(report.indexOf('p.csv, ligne 3')).toBeGreaterThan(0);
    expect(report.indexOf('p.csv, ligne 3')).toBeLessThan(report.indexOf('id="lines"'));
  });

  it.each(FILE_NAMES)(
    'gives a template for %s, which an import reads, skipping its examples',
    async (name) => {
      const answer = await agent.get(`/dane/imports/templates/${name}.xlsx`);
      expect(answer.status).toBe(200);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const { SheetNames, Sheets } = read(bytes);
      expect(SheetNames).toEqual([name, fr.templates.example]);
      const examples = utils.sheet_to_json<string[]>(Sheets['Exemple'] ?? {}, { header: 1 }).slice(1);
      expect(examples.every(([, , example]) => example !== undefined && example !== '')).toBe(true);
      const report = await page(await sent({ 'modele.xlsx': bytes }));
      expect(report).toMatch(/modele\.xlsx › Exemple\s: en-tête inconnu, non lu/u);
      expect(report).toContain(`modele.xlsx › ${name}`);
    },
  );

  it('has no template of another name', async () => {
    expect((await agent.get('/dane/imports/templates/autre.xlsx')).status).toBe(404);
  });
});
