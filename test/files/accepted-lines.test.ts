import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

const ENGAGEMENT =
  'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le;reserve';
const TODAY_PLUS = '2031-01-15';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

const engagement = (text: string) => ({ 'e.csv': `${ENGAGEMENT}\n${text}\n` });

const ACCEPTED: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
  [
    'overlapping segments of one person',
    engagement(
      `E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;contact-dane;confirmee;;;\nE2;ada@ac-dijon.fr;${UAI.guyot};2025-10-01;;A1;contact-dane;confirmee;;;`,
    ),
    2,
  ],
  [
    'a segment over several school years',
    engagement(`E1;ada@ac-dijon.fr;${UAI.guyot};2019-09-01;2025-08-31;A1;;confirmee;;;`),
    1,
  ],
  [
    'a conditional mission without authorisation',
    engagement(`E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;C5|C9;;confirmee;;;`),
    1,
  ],
  [
    'a role without its mission',
    engagement(`E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;administrateur-ent;confirmee;;;`),
    1,
  ],
  [
    'a confirmation without author, date or reservation',
    engagement(`E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;;confirmee-avec-reserve;;;`),
    1,
  ],
  [
    'a future date',
    engagement(`E1;ada@ac-dijon.fr;${UAI.guyot};${TODAY_PLUS};;A1;;confirmee;;2026-11-24;`),
    1,
  ],
  [
    'any tag',
    { 'v.csv': 'code;nature;intitule;debut;etiquettes\nX;EV-FIL;x;2025-10-01;ENT|n’importe quoi\n' },
    1,
  ],
  [
    'a review outside any segment',
    { 'r.csv': `email;uai;date\nada@ac-dijon.fr;${UAI.lacaille};2010-10-01\n` },
    1,
  ],
  [
    'a contribution outside any segment',
    { 'c.csv': 'reference;email;nature;date\nC1;ada@ac-dijon.fr;tutorat;2010-10-01\n' },
    1,
  ],
  [
    'a showcase without a link',
    { 'c.csv': 'reference;email;nature;date;lien\nC1;ada@ac-dijon.fr;valorisation;2025-10-01;\n' },
    1,
  ],
  ['any e-mail in capitals', { 'p.csv': 'email;evenement;preuve\nADA@AC-Dijon.FR;PAF-1;2\n' }, 1],
  [
    'a UAI in lower case',
    { 'r.csv': `email;uai;date\nada@ac-dijon.fr;${UAI.guyot.toLowerCase()};2025-10-01\n` },
    1,
  ],
];

describe('a line is accepted without a remark', () => {
  it.each(ACCEPTED)('%s', async (_, files, created) => {
    const { summary, entries } = await desk.import(files);
    expect(entries).toEqual([]);
    expect(summary.created).toBe(created);
  });
});
