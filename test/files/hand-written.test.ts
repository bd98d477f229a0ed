import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areNear } from '../../src/application/files/import/doubts.ts';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

describe('cells as hands write them', () => {
  const DAYS = [
    ['1/9/2026', '2026-09-01'],
    ['1/9/26', '2026-09-01'],
    ['01.09.2026', '2026-09-01'],
    ['1-9-2026', '2026-09-01'],
    ['2026/9/1', '2026-09-01'],
    ['2026-09-01T00:00:00', '2026-09-01'],
    ['2026-08-31T22:00:00Z', '2026-09-01'],
    ['01/09/2026 14:30', '2026-09-01'],
    ['01/09/2026 14h30', '2026-09-01'],
    ['1er septembre 2026', '2026-09-01'],
    ['mardi 1er sept. 2026', '2026-09-01'],
    ['29 FÉVRIER 2024', '2024-02-29'],
    ['15 août 26', '2026-08-15'],
  ];
  it.each(DAYS)('reads the day « %s »', async (written, day) => {
    const { refused } = await desk.import({
      'e.csv': `code;nature;intitule;debut\nE;EV-FIL;x;${written}\n`,
    });
    expect(refused).toEqual([]);
    const [event] = await desk.store.readEvents(['E']);
    expect(event?.startsOn).toBe(day);
  });

  it.each([
    '30 février 2026',
    '1/13/2026',
    'septembre 2026',
    '1er jui 2026',
    '2026',
    '1/9/2026 environ',
    '1 9',
  ])('refuses « %s », which is no day', async (written) => {
    const { refused } = await desk.import({
      'e.csv': `code;nature;intitule;debut\nE;EV-FIL;x;${written}\n`,
    });
    expect(refused).toMatchObject([{ code: 'invalid-date', column: 'debut' }]);
  });

  it.each(['A1 C4', 'A1/C4', 'A1 / C4', 'a1 et c4', 'A1+C4', 'A1 & C4', 'A1 | C4'])(
    'reads the missions « %s »',
    async (written) => {
      const { refused } = await desk.import({
        'e.csv': `reference;email;uai;debut;missions;roles\nE;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;${written};contact dane\n`,
      });
      expect(refused).toEqual([]);
      const [engagement] = await desk.store.readEngagements(['E']);
      expect(engagement).toMatchObject({ missions: ['A1', 'C4'], roles: ['contact-dane'] });
    },
  );

  const ROLES = [
    ['Contact DANE', 'contact-dane'],
    ['contact pour la DANE', 'contact-dane'],
    ['administrateur de l’ENT', 'administrateur-ent'],
    ["Administratrice de l'ENT", 'administrateur-ent'],
    ['référente usages ENT', 'referent-usages-ent'],
    ['Référent pour les usages de l’ENT', 'referent-usages-ent'],
    ['référent du site web', 'referent-site'],
  ];
  it.each(ROLES)('reads the role « %s »', async (written, role) => {
    const { refused } = await desk.import({
      'e.csv': `reference;email;uai;debut;missions;roles\nE;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1;${written}\n`,
    });
    expect(refused).toEqual([]);
    const [engagement] = await desk.store.readEngagements(['E']);
    expect(engagement?.roles).toEqual([role]);
  });

  it('does not choose between two roles, and names both', async () => {
    const { refused } = await desk.import({
      'e.csv': `reference;email;uai;debut;missions;roles\nE;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1;référent ENT\n`,
    });
    expect(refused).toMatchObject([{ code: 'invalid-value', column: 'roles', value: 'référent ENT' }]);
    expect(refused[0]?.fix).toContain(
      'Écrivez\u00a0: administrateur-ent, referent-usages-ent. Toute la liste',
    );
  });

  const CONFIRMATIONS = [
    ['OK', 'confirmed'],
    ['Confirmé', 'confirmed'],
    ['validée', 'confirmed'],
    ['confirmé avec réserve', 'confirmed-with-reservation'],
    ['en attente', 'requested'],
    ['contesté', 'contested'],
  ];
  it.each(CONFIRMATIONS)('reads the confirmation « %s »', async (written, confirmation) => {
    const { refused } = await desk.import({
      'e.csv': `reference;email;uai;debut;missions;confirmation\nE;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1;${written}\n`,
    });
    expect(refused).toEqual([]);
    expect(await desk.store.readEngagements(['E'])).toMatchObject([{ confirmation }]);
  });

  it.each([
    ['Liste', 3],
    ['attestation', 2],
    ['Feuille de présence', 1],
    ['déclarée', 0],
  ])('reads the proof « %s »', async (written, proof) => {
    const [{ id } = { id: '' }] = await desk.store.readPeopleByEmail(['ada@ac-dijon.fr']);
    const { refused } = await desk.import({
      'a.csv': `email;evenement;heures;preuve\nada@ac-dijon.fr;PAF-1;6;${written}\n`,
    });
    expect(refused).toEqual([]);
    expect(await desk.store.readAttendances([id as never])).toMatchObject([{ proof }]);
  });

  it('names the whole item where one of its words is unknown', async () => {
    const { refused } = await desk.import({
      'e.csv': `reference;email;uai;debut;missions\nE;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1 Z9\n`,
    });
    expect(refused).toMatchObject([{ code: 'invalid-value', value: 'A1 Z9' }]);
  });
});

describe('lines next to the table', () => {
  it('passes over totals, notes and headings, and refuses none of them', async () => {
    const { refused, notices, summary } = await desk.import({
      'p.csv': [
        'email;prenom;nom',
        'Collèges de l’Yonne;;',
        'eve@ac-dijon.fr;Ève;Noir',
        'Total : 600 référents;;',
        'TOTAL;1;',
        ';Nombre d’engagements : 294;',
        '* en rouge, à revoir;;',
        '',
      ].join('\n'),
      'r.csv': `email;uai;date\nTOTAL;12;30\n`,
    });
    expect(refused).toEqual([]);
    expect(notices.map(({ code, line }) => [code, line])).toEqual(
      [2, 4, 5, 6, 7, 2].map((line) => ['note-line', line]),
    );
    expect(summary).toMatchObject({ created: 1, refused: 0 });
  });

  it('still refuses a line of data with an empty cell, and takes a reference that is called total', async () => {
    const { refused, summary } = await desk.import({
      'p.csv': 'email;prenom;nom\neve@ac-dijon.fr;;\n;Ève;Noir\n',
      'c.csv': 'reference;email;nature;date\nTOTAL-1;ada@ac-dijon.fr;tutorat;2025-10-01\n',
    });
    expect(refused).toMatchObject([
      { file: 'p.csv', line: 2, code: 'missing-value' },
      { file: 'p.csv', line: 3, code: 'missing-value' },
    ]);
    expect(summary.created).toBe(1);
  });
});

describe('the département', () => {
  it('comes from the UAI where the file does not say it', async () => {
    const { notices } = await desk.import({
      's.csv': `uai;nom;N° de département;departement\n${UAI.ducs};Lycée;;Côte-d'Or\n0580031U;Lycée;;\n`,
    });
    expect(notices).toEqual([]);
    const schools = await desk.store.readSchoolsByUai([UAI.ducs, UAI.guyot, '0580031U'] as never);
    expect(schools.map(({ departmentCode, department }) => [departmentCode, department])).toEqual([
      ['21', "Côte-d'Or"],
      ['21', "Côte-d'Or"],
      ['58', 'Nièvre'],
    ]);
  });

  it('is remarked on where the column contradicts the UAI, and kept', async () => {
    const text = `uai;nom;code_departement\n${UAI.ducs};Lycée;89\n${UAI.guyot};Collège;021\n`;
    const { notices } = await desk.import({ 's.csv': text });
    expect(notices).toMatchObject([{ line: 2, code: 'other-department', column: 'code_departement' }]);
    const [school] = await desk.store.readSchoolsByUai([UAI.ducs] as never);
    expect(school).toMatchObject({ departmentCode: '89' });
  });

  it('has one code, with or without the zeros of a file', async () => {
    await desk.import({
      's.csv': `uai;nom;code_departement\n${UAI.ducs};Lycée;021\n${UAI.guyot};Collège;21\n`,
    });
    const schools = await desk.store.readSchoolsByUai([UAI.ducs, UAI.guyot] as never);
    expect(schools.map(({ departmentCode }) => departmentCode)).toEqual(['21', '21']);
  });
});

describe('good lines that may be mistakes', () => {
  it.each([false, true])('are remarked on (dry run: %s)', async (dryRun) => {
    const { notices, refused } = await desk.import(
      {
        's.csv': 'uai;nom\n0890003V;Lycée Amyot\n',
        'p.csv': [
          'email;prenom;nom',
          'theo.gauthey@ac-dijon.fr;Théo;Gauthey',
          't.gauthey@ac-dijon.fr;theo;GAUTHEY',
          'ada.autre@ac-dijon.fr;Ada;Martin',
          '',
        ].join('\n'),
        'e.csv': [
          'reference;email;uai;debut;fin;missions',
          `E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;2026-08-31;A1`,
          `E2;ada@ac-dijon.fr;${UAI.lacaille};2025-09-01;2026-08-31;A1`,
          'E3;ada@ac-dijon.fr;0890003V;2026-09-01;;A1',
          'E4;bob@ac-dijon.fr;0890003V;2026-06-01;;A1',
          `E5;bob@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1`,
          '',
        ].join('\n'),
        'a.csv': 'email;evenement;heures;preuve\nada@ac-dijon.fr;PAF-1;60;3\nbob@ac-dijon.fr;PAF-1;6;3\n',
      },
      { dryRun },
    );
    expect(refused).toEqual([]);
    expect(notices.map(({ file, line, code }) => `${file} ${line} ${code}`)).toEqual([
      'p.csv 3 probable-double',
      'p.csv 4 probable-double',
      'e.csv 5 distant-school',
      'e.csv 6 distant-school',
      'a.csv 2 hours-above',
    ]);
    expect(notices[0]?.reason).toContain('theo.gauthey@ac-dijon.fr, qui ressemble à celle-ci');
    expect(notices[1]?.reason).toContain('ada@ac-dijon.fr\u00a0: est-ce');
  });

  const FAR = `uai;nom\n0890003V;Lycée Amyot\n`;
  /** Lines about one person, a thousand others apart: further than one commit of an import reaches. */
  const apart = (above: string, below: string) =>
    [
      'reference;email;uai;debut;fin;missions',
      above,
      ...Array.from(
        { length: 1000 },
        (_, at) => `M${at};bob@ac-dijon.fr;${UAI.guyot};2020-09-01;2020-09-02;A1`,
      ),
      below,
      '',
    ].join('\n');

  it.each([false, true])('are remarked on at both ends of a long file (dry run: %s)', async (dryRun) => {
    const files = {
      's.csv': FAR,
      'e.csv': apart(
        `E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1`,
        'E2;ada@ac-dijon.fr;0890003V;2026-03-01;;A1',
      ),
    };
    const { notices } = await desk.import(files, { dryRun });
    expect(notices.map(({ line, code }) => [line, code])).toEqual([
      [2, 'distant-school'],
      [1003, 'distant-school'],
    ]);
  });

  it('says nothing of someone who changes schools, although the line about the first is far below', async () => {
    await desk.import({
      's.csv': FAR,
      'e.csv': `reference;email;uai;debut;missions\nE1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1\n`,
    });
    const moved = apart(
      'E2;ada@ac-dijon.fr;0890003V;2026-09-01;;A1',
      `E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;2026-08-31;A1`,
    );
    expect((await desk.import({ 'e.csv': moved })).notices).toEqual([]);
  });

  it('compares nothing with a line that is refused', async () => {
    const { notices, refused } = await desk.import({
      'e.csv': [
        'reference;email;uai;debut;missions',
        `E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;A1`,
        'E2;ada@ac-dijon.fr;0890003V;2025-09-01;A1',
        '',
      ].join('\n'),
    });
    expect(refused).toMatchObject([{ line: 3, code: 'unknown-establishment' }]);
    expect(notices).toEqual([]);
  });

  it('knows addresses that differ by an initial, a dot or a hyphen', () => {
    expect(areNear('t.gauthey@a.fr', 'theo.gauthey@a.fr')).toBe(true);
    expect(areNear('jean-paul.roux@a.fr', 'jeanpaul.roux@a.fr')).toBe(true);
    expect(areNear('theogauthey@a.fr', 'theo.gauthey@a.fr')).toBe(true);
    expect(areNear('jacques.roux@a.fr', 'jean.roux@a.fr')).toBe(false);
    expect(areNear('t.gauthey@a.fr', 'theo.gauthey@b.fr')).toBe(false);
  });
});
