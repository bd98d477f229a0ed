import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

const ADA = 'person-000001' as PersonId;
const ENGAGEMENT =
  'reference;email;uai;debut;fin;missions;roles;confirmation;confirme_par;confirme_le;reserve';
const engagement = (text: string) => ({ 'e.csv': `${ENGAGEMENT}\n${text}\n` });

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

describe('a line is stored with its content', () => {
  it('an engagement with everything', async () => {
    await desk.import(
      engagement(
        `E1;ada@ac-dijon.fr;${UAI.guyot};01/09/2025;31/08/2026;a1| C4|A1;Contact-DANE;Confirmée avec réserve;chef@ac-dijon.fr;02/10/2025;deux ans`,
      ),
    );
    expect(await desk.store.readEngagements(['E1'])).toEqual([
      {
        reference: 'E1',
        personId: ADA,
        uai: UAI.guyot,
        period: { from: '2025-09-01', to: '2026-08-31' },
        missions: ['A1', 'C4'],
        roles: ['contact-dane'],
        confirmation: 'confirmed-with-reservation',
        confirmedBy: 'chef@ac-dijon.fr',
        confirmedOn: '2025-10-02',
        reservation: 'deux ans',
      },
    ]);
  });

  it('an engagement with the defaults', async () => {
    await desk.import({
      'e.csv': `reference,email,uai,debut,missions\nE1,ada@ac-dijon.fr,${UAI.guyot},2025-09-01,A1\n`,
    });
    expect(await desk.store.readEngagements(['E1'])).toEqual([
      {
        reference: 'E1',
        personId: ADA,
        uai: UAI.guyot,
        period: { from: '2025-09-01' },
        missions: ['A1'],
        roles: [],
        confirmation: 'requested',
      },
    ]);
  });

  it.each([
    ['demandee', 'requested'],
    ['confirmee', 'confirmed'],
    ['confirmee-avec-reserve', 'confirmed-with-reservation'],
    ['confirmee-dane', 'confirmed-by-dane'],
    ['contestee', 'contested'],
  ])('the confirmation %s', async (word, confirmation) => {
    await desk.import(engagement(`E1;ada@ac-dijon.fr;${UAI.guyot};2025-09-01;;A1;;${word};;;`));
    expect(await desk.store.readEngagements(['E1'])).toMatchObject([{ confirmation }]);
  });
});

describe('a line of the other files is stored with its content', () => {
  it('an authorisation, an event, an attendance, a review and a contribution', async () => {
    const { entries } = await desk.import({
      'a.csv': `uai;mission;collectivite;debut;fin;convention\n${UAI.guyot};C6;Conseil départemental;2025-09-01;;CV-12\n`,
      'v.csv': `code;nature;intitule;debut;fin;heures;etiquettes;uai\nET-1;EV-ETAB;Réunion;2025-10-01;02/10/2025;1,5;ENT|RGPD;${UAI.guyot}\n`,
      'p.csv': 'email;evenement;heures;preuve\nada@ac-dijon.fr;ET-1;;3\nada@ac-dijon.fr;PAF-1;4.5;0\n',
      'r.csv': `email;uai;date;nature\nada@ac-dijon.fr;${UAI.guyot};2026-05-02;\nada@ac-dijon.fr;${UAI.guyot};2026-05-02;bilan\n`,
      'c.csv':
        'reference;email;nature;date;lien;validee\nC1;ada@ac-dijon.fr;formation-animee;2026-01-02;https://a.fr;oui\n',
    });
    expect(entries).toEqual([]);
    const { store } = desk;
    expect(await store.readAuthorisations([UAI.guyot as never])).toEqual([
      {
        uai: UAI.guyot,
        mission: 'C6',
        localAuthority: 'Conseil départemental',
        period: { from: '2025-09-01' },
        convention: 'CV-12',
      },
    ]);
    expect(await store.readEvents(['ET-1'])).toEqual([
      {
        code: 'ET-1',
        kind: 'EV-ETAB',
        title: 'Réunion',
        startsOn: '2025-10-01',
        endsOn: '2025-10-02',
        hours: 1.5,
        tags: ['ENT', 'RGPD'],
        uai: UAI.guyot,
      },
    ]);
    expect(await store.readAttendances([ADA])).toEqual(
      expect.arrayContaining([
        { personId: ADA, eventCode: 'ET-1', proof: 3 },
        { personId: ADA, eventCode: 'PAF-1', hours: 4.5, proof: 0 },
      ]),
    );
    const review = { personId: ADA, uai: UAI.guyot, on: '2026-05-02' };
    expect(await store.readReviews([ADA])).toEqual(
      expect.arrayContaining([
        { ...review, kind: 'review' },
        { ...review, kind: 'self-report' },
      ]),
    );
    expect(await store.readContributions(['C1'])).toEqual([
      {
        reference: 'C1',
        personId: ADA,
        kind: 'training-given',
        on: '2026-01-02',
        url: 'https://a.fr',
        validated: true,
      },
    ]);
  });
});
