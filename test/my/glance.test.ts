import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDate, localDateInParis } from '../../src/domain/time/calendar.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { issueEverything, startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';

const KARIM = 'karim.roux@ac-test.example';
const LEA = 'lea.faure@ac-test.example';
const NOEMIE = 'noemie.blanc@ac-test.example';
const PIERRE = 'pierre.morel@ac-test.example';

/** Karim has three whole years up to the last one, and ten hours of training: two hours are missing for the
 *  second badge. Léa begins today, and has held her review. Noémie has three years that no one confirmed.
 *  Pierre has two, from before reviews were required. */
function filesOf(today: LocalDate): Readonly<Record<string, string>> {
  const year = schoolYearOf(today);
  const years = [year - 3, year - 2, year - 1];
  return {
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv': `email;prenom;nom\n${KARIM};Karim;Roux\n${LEA};Léa;Faure\n${NOEMIE};Noémie;Blanc\n${PIERRE};Pierre;Morel\n`,
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `K-1;${KARIM};0210001M;${year - 3}-09-01;${year}-08-31;A1|B1|C4|D1;;confirmee`,
      `L-1;${LEA};0210001M;${today};;A1|B1;;confirmee`,
      `N-1;${NOEMIE};0210001M;${year - 3}-09-01;${year}-08-31;A1|B1;;demandee`,
      `P-1;${PIERRE};0210001M;2021-09-01;2023-08-31;A1|B1;;confirmee`,
      '',
    ].join('\n'),
    'evenements.csv': [
      'code;nature;intitule;debut;fin;heures;etiquettes',
      `PAF;EV-PAF;Scénariser;${year - 1}-10-10;;10;`,
      ...years.map((one) => `RENC-${one};EV-RENC;Rencontre;${one}-12-12;;3;`),
      '',
    ].join('\n'),
    'presences.csv': [
      'email;evenement;heures;preuve',
      `${KARIM};PAF;;3`,
      ...years.map((one) => `${KARIM};RENC-${one};;2`),
      '',
    ].join('\n'),
    'points-etape.csv': [
      'email;uai;date',
      ...years.map((one) => `${KARIM};0210001M;${one + 1}-05-05`),
      `${LEA};0210001M;${today}`,
      '',
    ].join('\n'),
  };
}

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await service.importText(filesOf(localDateInParis(service.ports.clock.now())));
});
afterAll(() => service.stop());

describe('at a glance', () => {
  it('shows that the DANE decides on a met badge, then the missing part of the next one', async () => {
    const karim = await signInAs(service, KARIM);
    const before = await (await karim.get('/my')).text();
    expect(before).toMatch(/class="news">Vos critères sont remplis pour .*RUPN engagé·e.*\s: la DANE décide/);
    expect(before).toContain('3 années · 4 familles sur 5');
    await issueEverything(service);
    const after = await (await karim.get('/my')).text();
    expect(after).toContain(
      '3 années · 4 familles sur 5 · prochaine étape\u00a0: 2 h de formation sur les trois dernières années, pour RUPN confirmé·e',
    );
    const inEnglish = await (await karim.get('/my?lang=en')).text();
    expect(inEnglish).toContain(
      '3 years · 4 families of 5 · next step: 2 h of training over the last three years, for Established RUPN',
    );
  });

  it('shows the same in the badge’s own line, with its figures', async () => {
    const karim = await signInAs(service, KARIM);
    const page = await (await karim.get('/my/badges')).text();
    expect(page).toContain('10 sur 12 h');
    expect(page).toContain(
      '<span>Prochaine étape\u00a0: 2 h de formation sur les trois dernières années.</span>',
    );
    expect(page).toContain(fr.my.badges.notByTime);
  });

  it('gives the day on which time alone meets a badge, and only if it does', async () => {
    const lea = await signInAs(service, LEA);
    const page = await (await lea.get('/my/badges')).text();
    const byBadge = page.split('class="progress-of"').slice(1);
    const stated = byBadge.map((part) => like(fr.my.badges.byTime(ANY)).test(part));
    expect(stated.indexOf(true)).toBe(0);
    expect(stated.filter(Boolean)).toHaveLength(1);
  });

  it('dates each criterion that time alone meets, and reports that the rest is missing', async () => {
    const lea = await signInAs(service, LEA);
    const page = await (await lea.get('/my/badges')).text();
    const confirmed = page.split('class="progress-of"')[2] ?? '';
    expect(confirmed).toContain(fr.my.badges.notByTime);
    expect(confirmed).toMatch(/Il remplira \S+ des \d conditions qui manquent/);
    expect(confirmed).toMatch(/le temps seul remplira cette condition le \d/);
  });

  it('never shows more than required, nor a year without record, and explains reviewed years', async () => {
    const karim = await signInAs(service, KARIM);
    const page = await (await karim.get('/my/badges')).text();
    expect(page).toContain('1 demi-année');
    expect(page).not.toMatch(/\d sur 1 (demi-)?année|\d,5 (an|année)/);
    expect(page).not.toMatch(/[2-9] sur 1 condition/);
    const noOne = await (await (await signInAs(service, NOEMIE)).get('/my/badges')).text();
    expect(noOne).not.toContain('la plus proche');
    expect(noOne).toContain('au cours d’une même année scolaire, ou de deux qui se suivent');
    expect(noOne).toContain('1 engagement attend une confirmation\u00a0: il ne compte pas');
    expect(noOne).toContain('était confirmé\u00a0: 3 années\u00a0; 1 suffit');
  });

  it('names the years that count as reviewed without a review, with the reason', async () => {
    const noemie = await signInAs(service, PIERRE);
    const page = await (await noemie.get('/my/engagements')).text();
    expect(page).toContain('Avant 2025-2026, une année ou une demi-année d’engagement vaut point d’étape.');
    expect(page).toContain('Pour vous\u00a0: 2021-2022, 2022-2023.');
    expect(await (await noemie.get('/my/badges')).text()).toContain(
      'vaut point d’étape\u00a0: 2021-2022, 2022-2023.',
    );
  });
});
