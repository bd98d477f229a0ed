import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toXlsx } from '../spreadsheets/workbooks.ts';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

/** A file with every column, one with only the required ones, one with an empty cell in each optional
 *  column. */
const FILES = [
  [
    'schools',
    'uai;nom;type;commune;secteur;lycee_agricole',
    `${UAI.guyot};Collège Claude Guyot;Collège;Dijon;Privé;oui`,
    2,
  ],
  ['people', 'email;prenom;nom;profil;uai', `bob@ac-dijon.fr;Bob;Petit;rupn|chef;${UAI.guyot}`, 3],
  [
    'engagements',
    'reference;email;uai;debut;missions;fin;roles;confirmation;confirme_par;confirme_le;reserve',
    `E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1;2026-06-30;contact-dane;confirmee-avec-reserve;Mme Roy;2025-10-02;À revoir`,
    5,
  ],
  [
    'authorisations',
    'uai;mission;collectivite;debut;fin;convention',
    `${UAI.guyot};C5;Département;2025-09-01;2026-08-31;n° 12`,
    4,
  ],
  [
    'events',
    'code;nature;intitule;debut;fin;heures;etiquettes;uai',
    `EV-9;EV-ETAB;Réunion;2025-10-01;2025-10-02;3;ENT|RGPD;${UAI.guyot}`,
    4,
  ],
  ['attendances', 'email;evenement;preuve;heures', 'ada@ac-dijon.fr;PAF-1;2;4', 3],
  [
    'contributions',
    'reference;email;nature;date;lien;validee',
    'C1;ada@ac-dijon.fr;valorisation;2025-10-01;https://exemple.fr/a;oui',
    4,
  ],
] as const;

describe('a column that a file does not have', () => {
  it.each(FILES)(
    'leaves the stored data of %s unchanged; an empty cell deletes it',
    async (_, header, line, required) => {
      await desk.import({ 'f.csv': `${header}\n${line}\n` });
      const before = desk.dump();
      const cut = (text: string) => text.split(';').slice(0, required).join(';');
      const bare = await desk.import({ 'f.csv': `${cut(header)}\n${cut(line)}\n` });
      expect(bare.summary).toMatchObject({ unchanged: 1, updated: 0, refused: 0 });
      expect(desk.dump()).toBe(before);
      const optional = header.split(';').length - required;
      const emptied = await desk.import({ 'f.csv': `${header}\n${cut(line)}${';'.repeat(optional)}\n` });
      expect(emptied.summary).toMatchObject({ updated: 1, refused: 0 });
      // The former value is kept for an undoing of the import.
      const standing = desk.dump().replaceAll(/^import_batch .*$/gm, '');
      expect(standing).not.toContain('2026-06-30');
    },
  );

  it('cannot lead to an end before the start', async () => {
    await desk.import({
      'e.csv': `reference;email;uai;debut;missions;fin\nE1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1;2025-12-31\n`,
    });
    const { refused } = await desk.import({
      'e.csv': `reference;email;uai;debut;missions\nE1;ada@ac-dijon.fr;${UAI.guyot};2026-01-01;A1\n`,
    });
    expect(refused).toMatchObject([{ column: 'debut', code: 'ends-before-start' }]);
  });
});

describe('an unreasonable date', () => {
  const engagement = (cells: string) => ({
    'e.csv': `reference;email;uai;missions;debut;fin;confirmation;confirme_le\nE1;ada@ac-dijon.fr;${UAI.guyot};A1;${cells}\n`,
  });
  it.each([
    ['2000-08-31;;;', 'debut'],
    ['31/08/1999;2024-06-30;;', 'debut'],
    ['2036-11-25;;;', 'debut'],
    ['2025-09-01;2036-11-25;;', 'fin'],
    ['2025-09-01;;confirmee;2026-11-25', 'confirme_le'],
  ])('is refused: %s', async (cells, column) => {
    const { refused } = await desk.import(engagement(cells));
    expect(refused).toMatchObject([{ column, code: 'date-out-of-reason' }]);
  });
  it.each(['2000-09-01;;;', '2025-09-01;2036-11-24;;', '2025-09-01;;confirmee;2026-11-24'])(
    'is accepted: %s',
    async (cells) => expect((await desk.import(engagement(cells))).refused).toEqual([]),
  );
});

describe('a text in place of a link', () => {
  const contribution = (link: string) => ({
    'c.csv': `reference;email;nature;date;lien\nC1;ada@ac-dijon.fr;valorisation;2025-10-01;${link}\n`,
  });
  const stored = async () => (await desk.store.readContributions(['C1']))[0];

  it.each([
    'javascript:alert(1)',
    'voir l’ENT',
    'www.exemple.fr',
    'ftp://exemple.fr/a',
    'https://',
    'https:///a',
    'http://exemple.fr/un document.pdf',
    'data:text/html,x',
  ])('is not stored as a link, and reported: %s', async (link) => {
    const first = await desk.import(contribution(link));
    expect(first.refused).toEqual([]);
    expect(first.notices).toMatchObject([{ column: 'lien', value: link, code: 'not-a-link' }]);
    expect(await stored()).not.toHaveProperty('url');
    expect((await desk.import(contribution(link))).summary).toMatchObject({ unchanged: 1 });
  });
  it.each(['https://exemple.fr', 'HTTP://exemple.fr/a?b=c#d', 'http://localhost:3000/x'])(
    'is a link: %s',
    async (link) => {
      expect((await desk.import(contribution(link))).notices).toEqual([]);
      expect(await stored()).toMatchObject({ url: link });
    },
  );
});

describe('each file and each sheet', () => {
  const PEOPLE = [
    ['email', 'prenom', 'nom'],
    ['x@ac-dijon.fr', 'X', 'Y'],
  ];
  it('is reported with its number of lines: the unread ones first, and never as read', async () => {
    const Sheets = [0, 1, 0, 0].map((Hidden) => ({ Hidden: Hidden as 0 | 1 }));
    const book = toXlsx(
      { gens: PEOPLE, cachée: PEOPLE, notes: [['À faire'], ['un'], ['deux']], vide: [] },
      { Workbook: { Sheets } },
    );
    const { unread, files, summary } = await desk.import({
      'a.xlsx': book,
      'b.csv': 'titre\nrien;de;connu\n',
      'c.csv': 'email;prenom;nom\n',
    });
    expect(unread).toEqual([
      { file: 'a.xlsx › cachée', why: 'hidden', lines: 2 },
      { file: 'a.xlsx › notes', why: 'unknown', lines: 3 },
      { file: 'a.xlsx › vide', why: 'blank', lines: 0 },
      { file: 'b.csv', why: 'unknown', lines: 2 },
    ]);
    expect(files).toMatchObject([
      { file: 'a.xlsx › gens', lines: 1, created: 1 },
      { file: 'c.csv', lines: 0 },
    ]);
    expect(summary).toMatchObject({ created: 1, refused: 1 });
  });

  it('a workbook whose only table is hidden is refused', async () => {
    const Sheets = [{ Hidden: 1 as const }, { Hidden: 0 as const }];
    const book = toXlsx({ gens: PEOPLE, vide: [] }, { Workbook: { Sheets } });
    const { refused, summary } = await desk.import({ 'a.xlsx': book });
    expect(refused).toMatchObject([{ file: 'a.xlsx › gens', code: 'hidden-sheet' }]);
    expect(summary).toMatchObject({ created: 0 });
  });
});
