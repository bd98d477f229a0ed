import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

const ENGAGEMENT = 'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_le';

/** Header, faulty line, column, code. The same file has a good line before and after each. */
const FAULTY: readonly (readonly [string, string, string, string, string])[] = [
  ['établissement sans nom', 'uai;nom', `${UAI.ducs};`, 'nom', 'missing-value'],
  ['établissement à UAI faux', 'uai;nom', '0210014C;x', 'uai', 'invalid-uai'],
  ['secteur inconnu', 'uai;nom;secteur', `${UAI.ducs};x;Mixte`, 'secteur', 'invalid-value'],
  ['lycée agricole inconnu', 'uai;nom;lycee_agricole', `${UAI.ducs};x;2`, 'lycee_agricole', 'invalid-value'],
  ['personne sans prénom', 'email;prenom;nom', 'x@y.fr;;Nom', 'prenom', 'missing-value'],
  ['prénom trop long', 'email;prenom;nom', `x@y.fr;${'é'.repeat(101)};N`, 'prenom', 'too-long'],
  ['nom trop long', 'email;prenom;nom', `x@y.fr;P;${'n'.repeat(101)}`, 'nom', 'too-long'],
  ['établissement au nom trop long', 'uai;nom', `${UAI.ducs};${'n'.repeat(201)}`, 'nom', 'too-long'],
  [
    'référence trop longue',
    ENGAGEMENT,
    `${'R'.repeat(201)};ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;;;`,
    'reference',
    'too-long',
  ],
  ['adresse fausse', 'email;prenom;nom', 'x(at)y.fr;P;N', 'email', 'invalid-email'],
  ['profil inconnu', 'email;prenom;nom;profil', 'x@y.fr;P;N;rupn|roi', 'profil', 'invalid-value'],
  [
    'chef d’un établissement inconnu',
    'email;prenom;nom;profil;uai',
    `x@y.fr;P;N;chef;${UAI.ducs}`,
    'uai',
    'unknown-establishment',
  ],
  [
    'ancienne adresse inconnue',
    'email;prenom;nom;ancien_email',
    'x@y.fr;P;N;z@y.fr',
    'ancien_email',
    'unknown-email',
  ],
  [
    'engagement sans mission',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;; | ;;;`,
    'missions',
    'missing-value',
  ],
  [
    'engagement de personne',
    ENGAGEMENT,
    `E;eve@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;;;`,
    'email',
    'unknown-email',
  ],
  [
    'engagement nulle part',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.ducs};2025-09-01;;A1;;;`,
    'uai',
    'unknown-establishment',
  ],
  ['31 février', ENGAGEMENT, `E;ada@ac-dijon.fr;${UAI.guyot};31/02/2026;;A1;;;`, 'debut', 'invalid-date'],
  [
    'date en lettres',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;juin;A1;;;`,
    'fin',
    'invalid-date',
  ],
  [
    'fin avant début',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.guyot};2025-09-02;01/09/2025;A1;;;`,
    'fin',
    'ends-before-start',
  ],
  [
    'mission inconnue',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1|Z9;;;`,
    'missions',
    'invalid-value',
  ],
  [
    'rôle inconnu',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;chef;;`,
    'roles',
    'invalid-value',
  ],
  [
    'confirmation inconnue',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;;peut-être;`,
    'confirmation',
    'invalid-value',
  ],
  [
    'date de confirmation',
    ENGAGEMENT,
    `E;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;;;hier`,
    'confirme_le',
    'invalid-date',
  ],
  [
    'autorisation nulle part',
    'uai;mission;collectivite;debut',
    `${UAI.ducs};C5;Région;2025-09-01`,
    'uai',
    'unknown-establishment',
  ],
  [
    'autorisation sans collectivité',
    'uai;mission;collectivite;debut',
    `${UAI.guyot};C5;;2025-09-01`,
    'collectivite',
    'missing-value',
  ],
  [
    'autorisation d’une mission inconnue',
    'uai;mission;collectivite;debut',
    `${UAI.guyot};F1;Région;2025-09-01`,
    'mission',
    'invalid-value',
  ],
  ['nature d’événement', 'code;nature;intitule;debut', 'X;EV-XXX;x;2025-09-01', 'nature', 'invalid-value'],
  [
    'heures négatives',
    'code;nature;intitule;debut;heures',
    'X;EV-PAF;x;2025-09-01;-1',
    'heures',
    'invalid-number',
  ],
  [
    'réunion nulle part',
    'code;nature;intitule;debut;uai',
    `X;EV-ETAB;x;2025-09-01;${UAI.ducs}`,
    'uai',
    'unknown-establishment',
  ],
  ['présence à rien', 'email;evenement;preuve', 'ada@ac-dijon.fr;PAF-9;2', 'evenement', 'unknown-event'],
  ['présence de personne', 'email;evenement;preuve', 'eve@ac-dijon.fr;PAF-1;2', 'email', 'unknown-email'],
  ['preuve de 4', 'email;evenement;preuve', 'ada@ac-dijon.fr;PAF-1;4', 'preuve', 'invalid-value'],
  [
    'heures en lettres',
    'email;evenement;heures;preuve',
    'ada@ac-dijon.fr;PAF-1;six;2',
    'heures',
    'invalid-number',
  ],
  [
    'point d’étape nulle part',
    'email;uai;date',
    `ada@ac-dijon.fr;${UAI.ducs};2025-09-01`,
    'uai',
    'unknown-establishment',
  ],
  [
    'nature de point d’étape',
    'email;uai;date;nature',
    `ada@ac-dijon.fr;${UAI.guyot};2025-09-01;visite`,
    'nature',
    'invalid-value',
  ],
  [
    'nature de contribution',
    'reference;email;nature;date',
    'C;ada@ac-dijon.fr;poème;2025-09-01',
    'nature',
    'invalid-value',
  ],
  [
    'validée peut-être',
    'reference;email;nature;date;validee',
    'C;ada@ac-dijon.fr;projet;2025-09-01;?',
    'validee',
    'invalid-value',
  ],
];

/** A good line for each header, by its first columns. */
const GOOD: Readonly<Record<string, string>> = {
  'uai;nom': `${UAI.guyot};Bon`,
  'email;prenom;nom': 'ok@y.fr;Bon;Bon',
  'reference;email;uai;debut': `OK;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1`,
  'uai;mission': `${UAI.guyot};C5;Département;2025-09-01`,
  'code;nature': 'OK;EV-PAF;Bon;2025-09-01',
  'email;evenement;preuve': 'bob@ac-dijon.fr;PAF-1;2',
  'email;evenement;heures': 'bob@ac-dijon.fr;PAF-1;;2',
  'email;uai;date': `bob@ac-dijon.fr;${UAI.guyot};2025-09-01`,
  'reference;email;nature': 'OK;bob@ac-dijon.fr;projet;2025-09-01',
};

describe('a faulty line', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openPopulatedDesk();
  });
  afterEach(() => desk.close());

  it.each(FAULTY)('is refused and the good line is imported: %s', async (_, header, line, column, code) => {
    const good = Object.entries(GOOD).find(([start]) => header.startsWith(start))?.[1] ?? '';
    const width = header.split(';').length;
    const padded = good + ';'.repeat(width - good.split(';').length);
    const before = desk.dump();
    const { refused, summary } = await desk.import({ 'f.csv': `${header}\n${line}\n${padded}\n` });
    // A remark repeats at most 200 characters of a cell.
    const value = line.split(';')[header.split(';').indexOf(column)]?.trim().slice(0, 200);
    expect(refused).toEqual([
      {
        kind: 'refused',
        file: 'f.csv',
        line: 2,
        column,
        value,
        code,
        reason: expect.any(String),
        fix: expect.any(String),
      },
    ]);
    expect(summary).toMatchObject({ refused: 1 });
    expect(summary.created + summary.updated).toBe(1);
    expect(desk.dump()).not.toBe(before);
  });

  it('gives its reason and its remedy in French, and in English on request', async () => {
    const file = { 'e.csv': `${ENGAGEMENT}\nE;ada@ac-dijon.fr;${UAI.guyot};31/02/2026;;A1;;;\n` };
    const french = (await desk.import(file)).refused[0];
    expect(french?.reason).toBe(fr.files.refusals['invalid-date'].reason({ value: '31/02/2026' }));
    expect(french?.fix).toBe(fr.files.refusals['invalid-date'].fix({}));
    const english = (await desk.import(file, { locale: 'en' })).refused[0];
    expect(english?.fix).toBe('Write the date as 2026-02-28 or 28/02/2026.');
  });

  it('names days as people say them', async () => {
    const file = { 'e.csv': `${ENGAGEMENT}\nE;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;1/8/2025;A1;;;\n` };
    const reasonIn = async (locale: 'fr' | 'en') => (await desk.import(file, { locale })).refused[0]?.reason;
    expect(await reasonIn('fr')).toBe('La fin (1er août 2025) précède le début (1er septembre 2025).');
    expect(await reasonIn('en')).toBe('The end (1 August 2025) comes before the start (1 September 2025).');
  });

  it('is one entry, at its first fault', async () => {
    const { refused } = await desk.import({ 'e.csv': `${ENGAGEMENT}\nE;x;y;z;;A1;;;\n` });
    expect(refused).toHaveLength(1);
  });

  it('does not hide the earlier good line of the same key', async () => {
    const line = (start: string, missions: string) =>
      `E;ada@ac-dijon.fr;${UAI.guyot};${start};;${missions};;;`;
    await desk.import({ 'e.csv': `${ENGAGEMENT}\n${line('2025-09-01', 'A1')}\n${line('hier', 'A2')}\n` });
    const [engagement] = await desk.store.readEngagements(['E']);
    expect(engagement?.missions).toEqual(['A1']);
  });
});
