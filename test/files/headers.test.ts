import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

/** Joined here, so that no file of the project contains a text in the form of a NUMEN. */
const NUMEN = ['21E', '0000000', 'XYZ'].join('');

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};

describe('the header of a file', () => {
  it.each([
    ['a title with commas', 'Liste, au 1er septembre, provisoire\n'],
    ['a title with quotes', 'Liste dite "des référents"\n\n'],
    ['nineteen lines', 'Note\n'.repeat(19)],
    ['merged cells', 'Référents 2026;;\n;;\nIdentité;;Contact\n'],
    ['a line sep=', 'sep=;\n'],
  ])('is found below %s, and lines keep their numbers', async (_, above) => {
    const { summary, refused } = await desk.import({
      'a.csv': `${above}email;prenom;nom\nzoe@ac-dijon.fr;Zoé;Noir\nx;y;z\n`,
    });
    expect(summary.created).toBe(1);
    expect(refused).toMatchObject([{ line: above.split('\n').length + 2, code: 'invalid-email' }]);
  });

  it('is not sought below the first twenty lines', async () => {
    const { refused } = await desk.import({
      'a.csv': `${'Note\n'.repeat(20)}email;prenom;nom\na@b.fr;A;B\n`,
    });
    expect(refused).toMatchObject([{ line: 1, code: 'unrecognised-file' }]);
  });

  it.each([
    ['tabs', (text: string) => text.replaceAll(';', '\t')],
    ['UTF-16, little end first', (text: string) => utf16(text.replaceAll(';', '\t'), 'le')],
    ['UTF-16, big end first', (text: string) => utf16(text, 'be')],
    ['a line sep=,', (text: string) => `sep=,\n${text.replaceAll(';', ',')}`],
  ])('is read with %s', async (_, write) => {
    const { entries, summary } = await desk.import({ 'a.csv': write('email;prenom;nom\nz@b.fr;Zoé;Çà\n') });
    expect(entries).toEqual([]);
    expect(summary.created).toBe(1);
    expect(await desk.store.readPeopleByEmail(['z@b.fr'])).toMatchObject([{ familyName: 'Çà' }]);
  });

  it('is recognised by usual spellings, with any case, accents and punctuation', async () => {
    const { entries } = await desk.import({
      'p.csv': 'ADRESSE MAIL *;Prénom(s);NOM DE FAMILLE :\nz@b.fr;Zoé;Noir\n',
      'e.csv': `N°;Courriel;Établissement;Date de début (jj/mm/aaaa);Missions exercées\nE1;z@b.fr;${UAI.guyot};01/09/2026;A1\n`,
    });
    expect(entries).toEqual([]);
    expect(await desk.store.readEngagements(['E1'])).toMatchObject([{ missions: ['A1'] }]);
  });

  it('lists the unread columns, and asks about a column close to a known one', async () => {
    const { notices } = await desk.import({
      'e.csv': 'code;nature;intitule;debut;heure totale;salle\nX;EV-PAF;a;2026-10-01;6;B12\n',
    });
    expect(notices).toMatchObject([
      { code: 'unknown-columns', reason: expect.stringContaining('salle') },
      { code: 'close-column', column: 'heure totale', reason: expect.stringContaining('heures') },
    ]);
    expect(notices[0]?.reason).not.toContain('heure');
    expect((await desk.store.readEvents(['X']))[0]).not.toHaveProperty('hours');
  });

  it('prefers a column’s own name to another spelling of it', async () => {
    const { notices } = await desk.import({
      'p.csv': 'Courriel;email;prenom;nom\nautre@b.fr;z@b.fr;Zoé;Noir\n',
    });
    expect(notices).toMatchObject([{ code: 'unknown-columns', reason: expect.stringContaining('Courriel') }]);
    expect(await desk.store.readPeopleByEmail(['z@b.fr', 'autre@b.fr'])).toHaveLength(1);
  });

  it('with a NUMEN above it has only that line refused, and the lines below imported', async () => {
    const { refused, summary, entries } = await desk.import({
      'p.csv': `Liste de ${NUMEN}\nemail;prenom;nom\nz@b.fr;Zoé;Noir\n`,
    });
    expect(refused).toMatchObject([{ line: 1, code: 'numen-refused', value: '' }]);
    expect(summary.created).toBe(1);
    expect(JSON.stringify(entries)).not.toContain(NUMEN);
  });
});

describe('cells in people’s own spellings', () => {
  const events = (cells: string) => desk.import({ 'e.csv': `code;nature;intitule;debut;heures\n${cells}\n` });

  it.each([
    ['01/09/26', '2026-09-01'],
    ['31/12/98', '1998-12-31'],
    ['46266', '2026-09-01'],
    ['46266,75', '2026-09-01'],
  ])('are read: %s is the day %s', async (written, day) => {
    await events(`X;EV-PAF;a;"${written}";1`);
    expect(await desk.store.readEvents(['X'])).toMatchObject([{ startsOn: day }]);
  });

  it.each(['2026', '31/02/26', '1/13/26', '99999', '0'])('are refused: %s is not a day', async (written) => {
    const { refused } = await events(`X;EV-PAF;a;${written};1`);
    expect(refused).toMatchObject([{ column: 'debut', code: 'invalid-date', value: written }]);
  });

  it.each([
    ['6 h', 6],
    ['6h', 6],
    ['1,5 heure', 1.5],
    ['6\u00a0h\u00a030', 6.5],
    ['2h15', 2.25],
  ])('are read: « %s » is %d hours', async (written, hours) => {
    const { refused } = await events(`X;EV-PAF;a;2026-10-01;${written}`);
    expect(refused).toEqual([]);
    expect(await desk.store.readEvents(['X'])).toMatchObject([{ hours }]);
  });

  it('may separate items by , and ; only inside quotes, and where there is no |', async () => {
    const { refused } = await desk.import({
      'g.csv': `reference,email,uai,debut,missions\nE1,ada@ac-dijon.fr,${UAI.guyot},2026-09-01,"A1,B1;C2"\nE2,ada@ac-dijon.fr,${UAI.guyot},2026-09-01,A1;B1\n`,
      'v.csv': 'code;nature;intitule;debut;etiquettes\nX;EV-PAF;a;2026-10-01;"ENT; RGPD|Pix, Edu"\n',
    });
    expect(refused).toMatchObject([{ line: 3, column: 'missions', code: 'invalid-value' }]);
    expect(await desk.store.readEngagements(['E1'])).toMatchObject([{ missions: ['A1', 'B1', 'C2'] }]);
    expect(await desk.store.readEvents(['X'])).toMatchObject([{ tags: ['ENT; RGPD', 'Pix, Edu'] }]);
  });
});

it('are refused in a text of two bytes a character with zeros, which could hide a NUMEN', async () => {
  const hidden = [...NUMEN].join('\0\0\0\0');
  for (const order of ['le', 'be'] as const) {
    const bytes = utf16(`email;prenom;nom\na@b.fr;Zoé;${hidden}\n`, order);
    const { refused, summary } = await desk.import({ 'a.csv': bytes });
    expect(summary.created).toBe(0);
    expect(refused).toMatchObject([{ code: 'unreadable-file' }]);
  }
});
