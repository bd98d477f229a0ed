import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { containsNumen, maskNumen } from '../../src/domain/person/numen.ts';
import { fr } from '../support/fr.ts';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

const NUMEN = '21E1234567ABC';

describe('a NUMEN', () => {
  it.each([
    NUMEN,
    NUMEN.toLowerCase(),
    `(${NUMEN})`,
    `n° ${NUMEN}, Dijon`,
    `NUMEN_${NUMEN}`,
    `${NUMEN}@ac-dijon.fr`,
    '21 E 1234567 ABC',
    '21.E.1234567.ABC',
    '21-E-1234567-ABC',
    '21e 1234567 abc',
    '2 1 E 1 2 3 4 5 6 7 A B C',
    '21E 12 34 567 ABC',
    '21\u00a0E\u202f1234567\u2011ABC',
    '21E1234567 ABC',
    '21E1234567 les',
    'Mon NUMEN : 21 E 1234567 ABC, merci',
    'Mon NUMEN est 21e 1234567 abc.',
    '21E\u200b1234567ABC',
  ])('is found in %j', (text) => expect(containsNumen(text)).toBe(true));
  it.each([
    '21A1234567',
    'Formation 21A1234567 les usages du numérique',
    'FORMATION 21A1234567 ENT ET RGPD',
    '21A1234567 - Pix : premiers pas',
    'réunion à 14 h 0210001M et après',
    '21A1234567\nABC',
    '21A1234567\tENT',
    '21E1234567AB',
    `X${NUMEN}`,
    `${NUMEN}D`,
    `1${NUMEN}`,
    '0210001M',
    '',
  ])('is not found in %j', (text) => expect(containsNumen(text)).toBe(false));
  it('is masked in any place', () => {
    expect(maskNumen(`a ${NUMEN} b ${NUMEN}.csv`)).toBe(`a ${'*'.repeat(13)} b ${'*'.repeat(13)}.csv`);
  });
});

describe('a line with a NUMEN', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openPopulatedDesk();
  });
  afterEach(() => desk.close());

  const PEOPLE = 'email;prenom;nom;Numéro';
  const ONLY_LINE = {
    kind: 'refused',
    file: 'p.csv',
    line: 2,
    column: '',
    value: '',
    code: 'numen-refused',
    reason: fr.files.refusals['numen-refused'].reason({}),
    fix: expect.any(String),
  };

  it.each([
    ['in a column nobody knows', `x@y.fr;P;N;${NUMEN}`],
    ['among other words', `x@y.fr;P;Nom (${NUMEN});`],
    ['beside another fault', `pas une adresse;;${NUMEN};`],
    ['with too many cells', `x@y.fr;P;N;;;;${NUMEN}`],
    ['in a cell whose quote is open', `x@y.fr;P;"${NUMEN};`],
    ['in lower case', `x@y.fr;P;N;${NUMEN.toLowerCase()}`],
  ])('is refused with only its file and number: %s', async (_, text) => {
    const { refused, summary } = await desk.import({ 'p.csv': `${PEOPLE}\n${text}\nok@y.fr;P;N;\n` });
    expect(refused).toEqual([ONLY_LINE]);
    expect(summary).toMatchObject({ created: 1, refused: 1 });
  });

  it('leaves the NUMEN nowhere: neither in the report, nor in the database', async () => {
    const { entries } = await desk.import({
      [`${NUMEN}.csv`]: `${PEOPLE}\nok@y.fr;P;N;\nx@y.fr;P;N;${NUMEN}\n`,
      'header.csv': `email;prenom;nom;${NUMEN}\nx@y.fr;P;N;\n`,
      'data.csv': `${NUMEN};P;N\n`,
      'events.csv': `code;nature;intitule;debut\n${NUMEN};EV-PAF;x;2025-10-01\n`,
    });
    expect(entries.filter(({ code }) => code === 'numen-refused')).toHaveLength(4);
    expect(JSON.stringify(entries)).not.toContain(NUMEN);
    expect(desk.dump()).not.toContain(NUMEN);
  });

  it('is not one with a GAIA training code', async () => {
    const { refused } = await desk.import({
      'v.csv': `code;nature;intitule;debut;uai\n21A0123456;EV-PAF;21A0123457;2025-10-01;${UAI.guyot}\n`,
    });
    expect(refused).toEqual([]);
  });
});
