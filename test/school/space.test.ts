import { describe, expect, it } from 'vitest';
import { localDateInParis, secondsAfter } from '../../src/domain/time/calendar.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, NEIGHBOUR, PAUL, SCHOOL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { inDays, inFrench, todayInParis } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as never;

let service: TestService;
let chef: SignedInBrowser;
let paul: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, paul: PAUL }), (fixture) => {
  ({ service, chef, paul } = fixture);
});

describe('the overview of a school', () => {
  it('shows the waiting tasks, and who does what in a matrix, with the same facts in words', async () => {
    const html = await (await chef.get(SCHOOL)).text();
    expect(html).toMatch(new RegExp(`<strong>2</strong><a[^>]*>${fr.school.overview.requests(2)}`));
    expect(html).toMatch(/<strong>1<\/strong><a[^>]*>point d’étape à prévoir/);
    expect(html).toMatch(new RegExp(`<caption[^>]*>${fr.papers.schoolFile.split}, Collège Claude Guyot, `));
    expect(html).toMatch(
      new RegExp(
        `<th scope="col" abbr="Paul Martin"><a href="${SCHOOL}/people/${paul.personId}">Paul Martin</a>`,
      ),
    );
    expect(html).toContain(fr.school.overview.clashOf('Claire Dupont, Paul Martin'));
    expect(html).toContain(`href="${SCHOOL}/confirmations/CLAIRE-1"`);
    expect(html).toMatch(/<strong>1<\/strong><a[^>]*actions">mission exercée sans autorisation/);
    expect(html).toContain(
      `${fr.school.overview.signs.requested}, ${fr.school.overview.withoutAuthorisation}`,
    );
    expect(html).not.toContain('%');
  });

  it('shows the split of a day, by default today, with the days in the cells', async () => {
    const today = await (await chef.get(SCHOOL)).text();
    expect(today).toContain(fr.school.overview.onDay(inFrench(todayInParis()), true));
    expect(today).toMatch(/engagement confirmé, depuis le [^<]+/);
    const before = await (await chef.get(`${SCHOOL}?on=2019-11-26`)).text();
    expect(before).toContain(fr.school.overview.emptyDay);
    expect(before).toContain('value="2019-11-26"');
    const unknown = await (await chef.get(`${SCHOOL}?on=2026-02-30`)).text();
    expect(unknown).toContain(fr.school.overview.onDay(inFrench(todayInParis()), true));
  });

  it('shows next to each mission how the reference text proposes to share it out', async () => {
    const html = await (await chef.get(SCHOOL)).text();
    expect(html).toContain(`Un référent contact. ${fr.school.overview.priority([1])}.`);
    expect(html).toContain(
      `Pour chaque service pédagogique, un référent. ${fr.school.overview.priority([6, 7])}.`,
    );
    expect(html.match(/Tous les acteurs identifiés\./g)?.length).toBeGreaterThanOrEqual(6);
    expect(await (await chef.get(`${SCHOOL}?lang=en`)).text()).toContain(
      'One contact. Priority 1 of family C.',
    );
  });

  it('shows another school year, and reports that no one was engaged', async () => {
    const empty = await (await chef.get(`${SCHOOL}?year=2019`)).text();
    expect(empty).toContain(fr.school.overview.empty);
    expect(empty).not.toContain('class="matrix"');
  });

  it('offers a handful of school years, with any end of an engagement', async () => {
    // A form refuses such an end, but a file may contain it (docs/files.md, Refused lines).
    await service.importText({
      'engagements.csv': `reference;email;uai;debut;fin;missions\nFAR-1;${PAUL};0210001M;01/09/2026;31/12/9999;A1\n`,
    });
    const html = await (await chef.get(`${SCHOOL}/papers`)).text();
    expect(html).toContain('2026-2027');
    expect(html).not.toContain('2040');
  });

  it('is for its principal and the DANE', async () => {
    const [neighbour, dane] = [await signInAs(service, NEIGHBOUR), await signInAs(service, DANE)];
    for (const part of ['', '/confirmations', '/reviews', '/actions', '/means', '/papers', '/contests']) {
      expect((await chef.get(`${SCHOOL}${part}`)).status, part).toBe(200);
      expect((await dane.get(`${SCHOOL}${part}`)).status, part).toBe(200);
      expect((await neighbour.get(`${SCHOOL}${part}`)).status, part).toBe(403);
      expect((await paul.get(`${SCHOOL}${part}`)).status, part).toBe(403);
    }
    expect((await dane.get('/school/0219999X')).status).toBe(404);
    expect((await chef.get('/school/nowhere')).status).toBe(404);
  });

  it('lets the DANE read and not write', async () => {
    const dane = await signInAs(service, DANE);
    const page = await (await dane.get(`${SCHOOL}/actions`)).text();
    expect(page).toContain(fr.school.readOnly);
    const action = { mission: 'C5', localAuthority: 'Département', from: '2026-09-01' };
    expect((await dane.post(`${SCHOOL}/actions`, action)).status).toBe(403);
    const means = { personId: paul.personId, kind: 'office', description: 'B12', since: '2026-09-01' };
    expect((await dane.post(`${SCHOOL}/means`, means)).status).toBe(403);
    const paper = { kind: 'imp-file', year: '2026' };
    expect((await dane.post(`${SCHOOL}/papers`, paper)).status).toBe(403);
  });
});

describe('a progress review', () => {
  it('is planned, then recorded, and counts as held', async () => {
    const base = `${SCHOOL}/reviews/${paul.personId}`;
    const planned = inDays(5);
    await chef.post(`${base}/plan`, { on: planned });
    expect(await (await chef.get(`${SCHOOL}/reviews`)).text()).toContain(inFrench(planned));
    const note = {
      on: todayInParis(),
      doneA: 'Deux prises en main.',
      decisions: 'Former Claire avant mars.',
    };
    expect((await chef.post(`${base}/record`, note)).status).toBe(303);
    const html = await (await chef.get(`${SCHOOL}/reviews`)).text();
    expect(html).toContain(inFrench(todayInParis()));
    expect(html).toContain('Former Claire avant mars.');
    const reviews = await service.ports.store.readReviews([paul.personId]);
    expect(reviews).toMatchObject([{ on: todayInParis(), kind: 'review' }]);
  });

  it('keeps its text for three years and seven uptime days, and its date for ever', async () => {
    const { store, clock } = service.ports;
    const notes = {
      doneByFamily: {},
      worked: 'Un texte ancien.',
      difficulties: '',
      presentSplit: '',
      trainingsWished: '',
      decisions: '',
    };
    const written = (seconds: number) => ({
      personId: paul.personId,
      uai: GUYOT,
      on: '2023-05-02' as never,
      notes,
      writtenBy: chef.personId,
      writtenAt: secondsAfter(clock.now(), -seconds),
    });
    const review = {
      personId: paul.personId,
      uai: GUYOT,
      on: '2023-05-02' as never,
      kind: 'review' as const,
    };
    const year = 365 * 86_400;
    await store.commit([
      { kind: 'progress-review-saved', review },
      { kind: 'review-written', review: written(3 * year - 3600) },
    ]);
    await service.services.runMaintenance();
    expect(await (await chef.get(`${SCHOOL}/reviews`)).text()).toContain('Un texte ancien.');
    await store.commit([{ kind: 'review-written', review: written(3 * year + 3600) }]);
    await service.services.runMaintenance();
    expect(await (await chef.get(`${SCHOOL}/reviews`)).text()).toContain('Un texte ancien.');
    const lived = Array.from({ length: 8 }, (_, at) =>
      localDateInParis(secondsAfter(clock.now(), -86_400 * (at + 1))),
    );
    await store.commit(lived.map((day) => ({ kind: 'day-lived', day })));
    await service.services.runMaintenance();
    expect(await (await chef.get(`${SCHOOL}/reviews`)).text()).not.toContain('Un texte ancien.');
    expect(await store.readReviews([paul.personId])).toEqual([review]);
  });

  it('is not recorded before its day, nor for a person of another school', async () => {
    const tomorrow = secondsAfter(service.ports.clock.now(), 2 * 86_400).slice(0, 10);
    const early = await chef.post(`${SCHOOL}/reviews/${paul.personId}/record`, {
      on: tomorrow,
      worked: 'Le relais.',
    });
    expect(early.status).toBe(400);
    expect(await early.text()).toContain('Le relais.');
    const outsider = await signInAs(service, 'autre@ac-test.example');
    const thirdParty = await chef.post(`${SCHOOL}/reviews/${outsider.personId}/record`, {
      on: todayInParis(),
    });
    expect(thirdParty.status).toBe(404);
    expect(await service.ports.store.readReviews([paul.personId, outsider.personId])).toEqual([]);
  });
});

describe('a local action', () => {
  const action = {
    mission: 'C5',
    localAuthority: 'Département',
    from: '2025-09-01',
    convention: 'Convention 12',
  };

  it('is recorded, given an end, and deleted', async () => {
    await chef.post(`${SCHOOL}/actions`, action);
    const page = await (await chef.get(`${SCHOOL}/actions`)).text();
    expect(page).toContain('Convention 12');
    const original = {
      originalMission: action.mission,
      originalAuthority: action.localAuthority,
      originalFrom: action.from,
    };
    await chef.post(`${SCHOOL}/actions`, { ...action, ...original, to: '2026-08-31' });
    expect(await service.ports.store.readAuthorisations([GUYOT])).toMatchObject([
      { mission: 'C5', period: { to: '2026-08-31' } },
    ]);
    await chef.post(`${SCHOOL}/actions/remove`, action);
    expect(await service.ports.store.readAuthorisations([GUYOT])).toEqual([]);
  });

  it('never replaces another of the same mission, authority and day, and leads to it', async () => {
    await chef.post(`${SCHOOL}/actions`, action);
    const twice = await chef.post(`${SCHOOL}/actions`, { ...action, convention: 'Convention 13' });
    expect(twice.status).toBe(409);
    const page = await twice.text();
    expect(page).toContain(fr.refusals['authorisation-exists']({}));
    expect(page).toMatch(/href="[^"]*mission=C5[^"]*#change">Modifier l’autorisation enregistrée/);
    expect(page).toContain('value="Convention 13"');
    const [saved] = await service.ports.store.readAuthorisations([GUYOT]);
    expect(saved?.convention).toBe('Convention 12');
  });

  it('is for a mission that needs it, and does not end before it begins', async () => {
    expect((await chef.post(`${SCHOOL}/actions`, { ...action, mission: 'A1' })).status).toBe(400);
    const refused = await chef.post(`${SCHOOL}/actions`, { ...action, to: '2025-08-31' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(fr.forms.faults['end-before-start']);
    expect(await service.ports.store.readAuthorisations([GUYOT])).toEqual([]);
  });
});

describe('means put at disposal', () => {
  it('need a description, except for a telephone, and report faults in the order of the form', async () => {
    const phone = { personId: paul.personId, kind: 'telephone', since: '2026-09-01' };
    expect((await chef.post(`${SCHOOL}/means`, phone)).status).toBe(303);
    const refused = await (await chef.post(`${SCHOOL}/means`, { kind: 'office' })).text();
    const links = [...refused.matchAll(/<li><a href="#(\w+)">/g)].map(([, name]) => name);
    expect(links).toEqual(['personId', 'description', 'since']);
    const bare = await chef.post(`${SCHOOL}/means`, { ...phone, kind: 'office' });
    expect(await bare.text()).toContain('href="#description"');
  });

  it('are recorded for the whole team at once', async () => {
    const shared = { personId: 'team', kind: 'telephone', since: '2026-09-02' };
    expect(await (await chef.get(`${SCHOOL}/means`)).text()).toContain('<option value="team">');
    expect((await chef.post(`${SCHOOL}/means`, shared)).status).toBe(303);
    const given = (await service.ports.store.readMeans(GUYOT)).filter(({ since }) => since === shared.since);
    expect(given.length).toBeGreaterThan(1);
    for (const { personId } of given) await chef.post(`${SCHOOL}/means/remove`, { ...shared, personId });
  });

  it('are recorded for a person of the school, and deleted', async () => {
    const office = {
      personId: paul.personId,
      kind: 'office',
      description: 'Bureau B12',
      since: '2026-09-01',
    };
    await chef.post(`${SCHOOL}/means`, office);
    expect(await (await chef.get(`${SCHOOL}/means`)).text()).toContain('Bureau B12');
    const outsider = await signInAs(service, 'autre@ac-test.example');
    const thirdParty = await chef.post(`${SCHOOL}/means`, { ...office, personId: outsider.personId });
    expect(thirdParty.status).toBe(404);
    await chef.post(`${SCHOOL}/means/remove`, office);
    expect(await service.ports.store.readMeans(GUYOT)).toEqual([]);
  });
});

describe('the list of confirmations', () => {
  it('ticks requests without an obstacle, and gives the others no box', async () => {
    const html = await (await chef.get(`${SCHOOL}/confirmations`)).text();
    const boxes = [...html.matchAll(/name="reference" value="([^"]+)"/g)].map(([, reference]) => reference);
    expect(boxes).toEqual(['LUC-1']);
  });

  it('shows this school year, any other, or all, each reservation with its engagement', async () => {
    await chef.post(`${SCHOOL}/confirmations/LUC-1`, {
      decision: 'reserve',
      reservation: 'Seulement le vendredi.',
    });
    const [now, before, all] = await Promise.all(
      ['', '?year=2019', '?year=all'].map(async (query) =>
        (await chef.get(`${SCHOOL}/confirmations${query}`)).text(),
      ),
    );
    expect(now).toContain('Seulement le vendredi.');
    expect(before).toContain(fr.school.decisions.noneDecided);
    expect(before).not.toContain('Seulement le vendredi.');
    expect(all).toContain('Seulement le vendredi.');
  });
});

describe('a person engaged in the school', () => {
  it('has every request answered once the principal has decided, and may then be renewed', async () => {
    await chef.post(`${SCHOOL}/confirmations/CLAIRE-1`, {
      decision: 'contest',
      motive: 'Une autre personne.',
    });
    await chef.post(`${SCHOOL}/confirmations/LUC-1`, { decision: 'confirm' });
    const html = await (await chef.get(`${SCHOOL}/confirmations`)).text();
    const offered = [...html.matchAll(/name="reference" value="([^"]+)"/g)].map(([, reference]) => reference);
    expect(offered).toEqual(['PAUL-1']);
    const claire = await signInAs(service, CLAIRE);
    expect((await claire.get('/my/contests')).status).toBe(200);
  });
});
