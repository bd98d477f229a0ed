import { read, utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkbookWriter } from '../../src/adapters/spreadsheets/write-workbook.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { CLAIRE, OTHER_AGENT, sendFiles, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
});
afterEach(() => service.stop());

/** Joined here, so that no file of the project contains a text in the form of a NUMEN. */
const NUMEN = ['21E', '0000000', 'XYZ'].join('');

/** In Windows-1252, « é » is one byte, which is not valid UTF-8. */
const windows1252 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const sent = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const response = await sendFiles(service, agent, files);
  expect(response.status).toBe(303);
  return response.headers.get('Location') ?? '';
};
const page = async (path: string) => (await agent.get(path)).text();
const bytes = async (path: string) => new Uint8Array(await (await agent.get(path)).arrayBuffer());
const known = async (email: string) =>
  (await service.ports.store.readPeopleByEmail([email])).map(({ givenName }) => givenName);

describe('an import on the screen', () => {
  const PEOPLE = 'email;prenom;nom\nandre@ac-test.example;Andr\xe9;Petit\npas-une-adresse;Jean;Grand\n';

  it('first shows the effect of each line, and writes nothing', async () => {
    const path = await sent({ 'personnes.csv': windows1252(PEOPLE) });
    const report = await page(path);
    expect(report).toContain(fr.dane.data.imports.checkedLede(1, 1));
    expect(report).toContain('1 ligne est refusée');
    expect(report).toMatch(/>2<\/th>[\s\S]*Créée[\s\S]*>3<\/th>[\s\S]*Refusée/);
    expect(report).toMatch(/«\spas-une-adresse\s»\sn’est pas une adresse électronique\./u);
    expect(await known('andre@ac-test.example')).toEqual([]);
  });

  it('then writes the good lines, and changes nothing when repeated', async () => {
    const path = await sent({ 'personnes.csv': windows1252(PEOPLE) });
    const done = await agent.post(path);
    expect(done.headers.get('Location')).toBe(`${path}?done=imported`);
    expect(await page(path)).toContain(fr.dane.data.imports.doneLede(1, 1));
    expect(await known('andre@ac-test.example')).toEqual(['André']);
    await agent.post(path);
    expect(await page(path)).toContain(fr.dane.data.imports.doneLede(0, 1));
  });

  it('shows each line with its verdict and its changed cells, by verdict and file', async () => {
    const first =
      'email;prenom;nom;profil\na@ac-test.example;Ada;Petit;rupn\nb@ac-test.example;Bob;Grand;rupn\n';
    await agent.post(await sent({ 'personnes.csv': first }));
    const changed = first.replace('Petit;rupn', 'Moyen;rupn|chef');
    const path = await sent({
      'personnes.csv': `${changed}c@ac-test.example;Cid;Long;\nb@ac-test.example;Bob;Grand;rupn\nx;y;z;\n`,
      'evenements.csv': 'code;nature;intitule;debut\nF7;EV-PAF;Sept;2025-10-01\n',
    });
    const rows = async (query: string) =>
      [
        ...(await page(`${path}${query}`)).matchAll(
          /<tr><th scope="row" data-label="Ligne">(\d+)<\/th>(.*?)<\/tr>/gs,
        ),
      ].map(([, line, cells = '']) => [
        Number(line),
        ...cells
          .replace(/<[^>]+>/g, '|')
          .split('|')
          .filter(Boolean),
      ]);
    const all = await rows('');
    expect(all.map(([line, file, verdict]) => [line, file, verdict])).toEqual([
      [2, 'personnes.csv', fr.dane.data.imports.outcomes.updated],
      [3, 'personnes.csv', fr.dane.data.imports.outcomes.superseded],
      [4, 'personnes.csv', fr.dane.data.imports.outcomes.created],
      [5, 'personnes.csv', fr.dane.data.imports.outcomes.unchanged],
      [6, 'personnes.csv', fr.dane.data.imports.outcomes.refused],
      [2, 'evenements.csv', fr.dane.data.imports.outcomes.created],
    ]);
    expect(all[0]?.slice(3)).toEqual([
      fr.dane.data.imports.difference('nom', 'Petit', 'Moyen'),
      'profil\u00a0: «\u00a0rupn\u00a0» devient «\u00a0rupn|chef\u00a0»'.split('|')[0],
      'chef\u00a0»',
    ]);
    expect(await rows('?outcome=created')).toHaveLength(2);
    expect(await rows('?outcome=created&file=evenements.csv')).toHaveLength(1);
    expect((await rows('?outcome=remarked')).map(([line]) => line)).toEqual([3, 6]);
    await agent.post(path);
    expect((await rows('?outcome=updated'))[0]?.slice(0, 3)).toEqual([
      2,
      'personnes.csv',
      fr.dane.data.imports.outcomes.updated,
    ]);
  });

  it('shows many lines page by page', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `p${at}@ac-test.example;P;${at}`);
    const path = await sent({ 'personnes.csv': ['email;prenom;nom', ...many].join('\n') });
    const next = /href="([^"]*after=24[^"]*)"/.exec(await page(path))?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await page(next)).toMatch(/>41<\/th>/);
  });

  it('accepts a workbook and CSV files together, in the order that their contents need', async () => {
    const workbook = makeWorkbookWriter()([
      {
        name: 'presences',
        columns: ['email', 'evenement', 'preuve'].map((key) => ({ key, title: key, kind: 'text' as const })),
        rows: [[CLAIRE, 'F1', '2']],
      },
    ]);
    const events = 'code;nature;intitule;debut\nF1;EV-PAF;Une formation;04/11/2025\n';
    await agent.post(await sent({ 'presences.xlsx': workbook, 'evenements.csv': events }));
    expect(await service.ports.store.readEventAttendances('F1', { limit: 5 })).toMatchObject([
      { personId: expect.any(String), proof: 2 },
    ]);
  });

  it('gives the refused lines for correction, as a workbook that can be imported', async () => {
    const path = await sent({ 'personnes.csv': windows1252(PEOPLE) });
    await agent.post(path);
    const workbook = read(await bytes(`${path}/corrections.xlsx`));
    const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''] ?? {};
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    expect(rows).toHaveLength(2);
    const [header = [], line = []] = rows;
    line[header.indexOf('email')] = 'jean@ac-test.example';
    const mended = [header, line].map((cells) => cells.join(';')).join('\n');
    await agent.post(await sent({ 'corrige.csv': mended }));
    expect(await known('jean@ac-test.example')).toEqual(['Jean']);
  });

  it('gives them as CSV, file by file', async () => {
    const path = await sent({
      'personnes.csv': windows1252(PEOPLE),
      'evenements.csv': 'code;nature;intitule;debut\nX;RIEN;T;1\n',
    });
    const csv = new TextDecoder().decode(await bytes(`${path}/corrections.csv?file=personnes.csv`));
    expect(csv).toContain('pas-une-adresse');
    expect(csv).not.toContain('RIEN');
  });

  it('names a file that it cannot read, and keeps nothing of it', async () => {
    const path = await sent({ 'notes.csv': 'ceci\n1\n', 'personnes.csv': windows1252(PEOPLE) });
    expect(await page(path)).toContain(fr.files.refusals['unrecognised-file'].reason({}));
    const id = path.split('/').at(-1) ?? '';
    expect(await service.ports.store.readUploadChunk(id, { file: 0, position: 0 })).toBeUndefined();
    await agent.post(path);
    expect(await page(path)).toContain(fr.files.refusals['unrecognised-file'].reason({}));
  });

  it('asks for a file where none was sent', async () => {
    const refused = await sendFiles(service, agent, {});
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults.required);
  });

  it('refuses files beyond its stated limits', async () => {
    const refused = await sendFiles(service, agent, { 'grand.csv': new Uint8Array(10_500_000) });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults['too-large']);
  });
});

describe('a NUMEN in a file', () => {
  const savedText = async (path: string) => {
    const id = path.split('/').at(-1) ?? '';
    const part = await service.ports.store.readUploadChunk(id, { file: 0, position: 0 });
    return Buffer.from(part ?? '', 'base64url').toString('latin1');
  };

  it('is refused with its line by number, and is kept nowhere', async () => {
    const path = await sent({
      'personnes.csv': `email;prenom;nom\n${NUMEN.toLowerCase()};Jean;Grand\nx@ac-test.example;X;Y\n`,
    });
    const report = await page(path);
    expect(report).toContain(fr.files.refusals['numen-refused'].reason({}));
    expect(report).not.toMatch(new RegExp(NUMEN, 'i'));
    expect(await savedText(path)).toContain('x@ac-test.example');
    expect(await savedText(path)).not.toMatch(new RegExp(NUMEN, 'i'));
    await agent.post(path);
    expect(await page(path)).toContain(fr.dane.data.imports.doneLede(1, 1));
    expect(await page(path)).toContain(fr.files.refusals['numen-refused'].reason({}));
  });

  it('is found in a text of two bytes a character, and in a workbook of LibreOffice', async () => {
    const people = `Liste\nemail\tprenom\tnom\nx@ac-test.example\tX\tY\njean@ac-test.example\t${NUMEN}\tGrand\n`;
    const workbook = utils.book_new();
    const rows = people.split('\n').map((line) => line.split('\t'));
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'a');
    const ods = new Uint8Array(write(workbook, { type: 'array', bookType: 'ods' }));
    for (const bytes of [new Uint8Array(Buffer.from(`\ufeff${people}`, 'utf16le')), ods]) {
      const path = await sent({ 'personnes.ods': bytes });
      expect(await page(path)).toMatch(/>4<\/th>[\s\S]*La ligne contient un NUMEN/);
      expect(await page(path)).toContain(fr.dane.data.imports.checkedLede(1, 1));
      const saved = await savedText(path);
      const texts = saved.startsWith('PK')
        ? JSON.stringify(read(Buffer.from(saved, 'latin1')).Sheets)
        : saved;
      expect(texts.replaceAll('\0', '')).toContain('x@ac-test.example');
      expect(texts.replaceAll('\0', '')).not.toMatch(new RegExp(NUMEN, 'i'));
    }
  });

  it('is found in a workbook too, whose other lines keep their numbers', async () => {
    const workbook = makeWorkbookWriter()([
      {
        name: 'personnes',
        columns: ['email', 'prenom', 'nom'].map((key) => ({ key, title: key, kind: 'text' as const })),
        rows: [['x@ac-test.example', 'X', 'Y'], [], ['jean@ac-test.example', NUMEN, 'Grand']],
      },
    ]);
    const path = await sent({ 'personnes.xlsx': workbook });
    expect(await page(path)).toMatch(/>4<\/th>[\s\S]*La ligne contient un NUMEN/);
    const id = path.split('/').at(-1) ?? '';
    const part = await service.ports.store.readUploadChunk(id, { file: 0, position: 0 });
    const { Sheets, SheetNames } = read(Buffer.from(part ?? '', 'base64url'));
    expect(JSON.stringify(Sheets[SheetNames[0] ?? ''])).toContain('x@ac-test.example');
    expect(JSON.stringify(Sheets[SheetNames[0] ?? ''])).not.toContain(NUMEN);
  });
});

describe('the files of an upload', () => {
  it('are visible only to their owner', async () => {
    const path = await sent({ 'personnes.csv': 'email;prenom;nom\nx@ac-test.example;X;Y\n' });
    const other = await signInAs(service, OTHER_AGENT);
    for (const shown of [path, `${path}/corrections.xlsx`, `${path}/corrections.csv`]) {
      expect((await other.get(shown)).status).toBe(404);
    }
    expect((await other.post(path)).status).toBe(404);
    expect(await known('x@ac-test.example')).toEqual([]);
  });

  it('are deleted after an hour', async () => {
    const path = await sent({ 'personnes.csv': 'email;prenom;nom\nx@ac-test.example;X;Y\n' });
    const id = path.split('/').at(-1) ?? '';
    const { store, clock } = service.ports;
    const later = secondsAfter(clock.now(), 3601);
    expect(await store.readUpload(id, clock.now())).toBeDefined();
    expect(await store.readUpload(id, later)).toBeUndefined();
    await store.commit([{ kind: 'uploads-forgotten', at: later }]);
    expect(await store.readUploadChunk(id, { file: 0, position: 0 })).toBeUndefined();
  });

  it('are erased with the person', async () => {
    const path = await sent({ 'personnes.csv': 'email;prenom;nom\nx@ac-test.example;X;Y\n' });
    const id = path.split('/').at(-1) ?? '';
    const { store, clock } = service.ports;
    expect(JSON.stringify(await store.exportPerson(agent.personId))).toContain(id);
    await store.commit([
      {
        kind: 'person-erased',
        personId: agent.personId,
        names: { familyNames: [], emails: [] },
        at: clock.now(),
      },
    ]);
    expect(await store.readUpload(id, clock.now())).toBeUndefined();
    expect(await store.readUploadChunk(id, { file: 0, position: 0 })).toBeUndefined();
  });
});

describe('a RUPN', () => {
  it('has no access to the DANE’s data', async () => {
    const claire = await signInAs(service, CLAIRE);
    for (const path of ['imports', 'events', 'events/new', 'exports', 'exports/jalon.xlsx', 'settings']) {
      expect([path, (await claire.get(`/dane/${path}`)).status]).toEqual([path, 403]);
    }
    expect((await sendFiles(service, claire, { 'x.csv': 'a' })).status).toBe(403);
  });
});
