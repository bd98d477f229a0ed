import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openPopulatedDesk, UAI } from './support.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openPopulatedDesk();
});
afterEach(() => desk.close());

describe('a file', () => {
  it('is recognised by its header, and files in any order are imported in the right one', async () => {
    const { refused, summary } = await desk.import({
      '1.csv': 'reference;email;nature;date\nC1;new@ac-dijon.fr;projet;2025-10-01\n',
      '2.csv': 'email;evenement;preuve\nnew@ac-dijon.fr;NEW;2\n',
      '3.csv': `reference;email;uai;debut;missions\nE1;new@ac-dijon.fr;${UAI.ducs};2025-09-01;A1\n`,
      '4.csv': `code;nature;intitule;debut;uai\nNEW;EV-ETAB;x;2025-09-01;${UAI.ducs}\n`,
      '5.csv': `email;prenom;nom;profil;uai\nnew@ac-dijon.fr;New;Chef;rupn|chef;${UAI.ducs}\n`,
      '6.csv': `uai;nom\n${UAI.ducs};Fontaine des Ducs\n`,
    });
    expect(refused).toEqual([]);
    expect(summary.created).toBe(6);
    expect(await desk.store.readPeopleByEmail(['new@ac-dijon.fr'])).toMatchObject([
      { profiles: ['rupn', 'principal'], headOf: UAI.ducs },
    ]);
  });

  it('names its unknown columns once', async () => {
    const { notices } = await desk.import({
      'p.csv': 'email;prenom;nom;Bureau;Téléphone\na@b.fr;A;B;12;0\nc@b.fr;C;D;13;0\n',
    });
    expect(notices).toMatchObject([{ line: 1, code: 'unknown-columns' }]);
    expect(notices[0]?.reason).toContain('Bureau, Téléphone');
  });

  it('counts the last of two lines with the same key, and reports this', async () => {
    const { notices, summary } = await desk.import({
      'v.csv':
        'code;nature;intitule;debut\nX;EV-PAF;un;2025-10-01\nY;EV-PAF;y;2025-10-01\nX;EV-PAF;deux;2025-10-01\n',
    });
    expect(summary).toMatchObject({ created: 2, updated: 0 });
    expect(notices).toMatchObject([{ line: 2, code: 'superseded' }]);
    expect(notices[0]?.reason).toContain('La ligne 4');
    expect(await desk.store.readEvents(['X'])).toMatchObject([{ title: 'deux' }]);
  });

  it('leaves one line in the audit, with its author and counts, and none without a change', async () => {
    const file = { 'v.csv': 'code;nature;intitule;debut\nX;EV-PAF;un;2025-10-01\nZ;EV-XXX;x;2025-10-01\n' };
    const audits = () =>
      desk
        .dump()
        .split('\n')
        .filter((line) => line.startsWith('audit ') && line.includes('v.csv'));
    await desk.import(file);
    expect(audits()).toHaveLength(1);
    expect(audits()[0]).toContain('"actor":"test","action":"file-imported","subject":"v.csv"');
    expect(audits()[0]).toContain(String.raw`\"created\":1,\"updated\":0,\"unchanged\":0,\"refused\":1`);
    await desk.import(file);
    expect(audits()).toHaveLength(1);
  });
});
