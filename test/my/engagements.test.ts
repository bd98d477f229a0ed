import { describe, expect, it } from 'vitest';
import { ANY, fr, like } from '../support/fr.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { signInAs } from '../support/sign-in.ts';
import { GUYOT, LACAILLE, type MyFixture, PAUL, startWithClaire } from './fixture.ts';

let fixture: MyFixture;
let claire: SignedInBrowser;
startBeforeAll(startWithClaire, (started) => {
  ({ world: fixture, claire } = started);
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const FIELDS = { uai: GUYOT, from: '2025-09-01', to: '', missions: ['A1', 'B1'] };

/** Declares an engagement; returns the path of its page. */
async function declare(fields: Readonly<Record<string, string | readonly string[]>> = FIELDS) {
  const answer = await claire.post('/my/engagements/new', fields);
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('Location') ?? '', 'https://jalon.test');
}

describe('my space at a glance', () => {
  it('shows the years, the families and the waiting requests', async () => {
    const page = await text(claire.get('/my'));
    expect(page).toContain('1 année · 2 familles sur 5');
    expect(page).toContain(fr.my.moment.home.title(1));
    expect(page).toContain(`/my/badges/${fixture.badge}/image.svg`);
    expect(page).toContain('href="/my/badges/new"');
    expect(page).toContain('href="/my/contests"');
    expect(page).toContain('2023-2024');
  });

  it('leads a person without any record to declare a first engagement', async () => {
    await fixture.service.importText({
      'nouvelle.csv': 'email;prenom;nom\nlea.neuve@ac-test.example;Léa;Neuve\n',
    });
    const lea = await signInAs(fixture.service, 'lea.neuve@ac-test.example');
    const page = await text(lea.get('/my'));
    expect(page).toContain(fr.my.home.empty);
    expect(page).toContain('href="/my/engagements/new"');
    expect(page).not.toMatch(/0 an|0 famille/);
    expect(page).not.toContain('class="news"');
  });

  it('is only for people who signed in', async () => {
    for (const path of [
      '/my',
      '/my/engagements',
      '/my/trainings',
      '/my/contributions',
      '/my/badges',
      '/my/data',
    ]) {
      expect((await fixture.service.get(path)).headers.get('Location')).toBe(
        `/sign-in?to=${encodeURIComponent(path)}`,
      );
      expect((await claire.get(path)).status).toBe(200);
    }
  });
});

describe('looking for a school', () => {
  it.each(['etienne dole', 'LACAILLE', '0210011y', 'Étienne'])('finds it by %s', async (q) => {
    const page = await text(claire.post('/my/engagements/new', { step: 'search', q }));
    expect(page).toContain(fr.my.engagements.form.found(1));
    expect(page).toContain(`value="${LACAILLE}"`);
  });

  it('lists the matches first, chooses none of several, and keeps the earlier choice separate', async () => {
    const search = (q: string) => text(claire.post('/my/engagements/new', { step: 'search', q, uai: GUYOT }));
    const ticked = (page: string) =>
      [...page.matchAll(/name="uai" value="(\w+)"( checked)?/g)].map(([, uai, on]) => [uai, Boolean(on)]);
    const one = await search(LACAILLE);
    expect(one).toContain(fr.my.engagements.form.found(1));
    expect(ticked(one)).toEqual([
      [LACAILLE, true],
      [GUYOT, false],
    ]);
    expect(one).toContain(fr.my.engagements.form.earlier);
    const several = await search('02100');
    expect(ticked(several)).toEqual([
      [GUYOT, false],
      [LACAILLE, false],
    ]);
    const none = await search('nulle part');
    expect(none).toContain(fr.my.engagements.form.notFound);
    expect(ticked(none)).toEqual([[GUYOT, false]]);
  });

  it('keeps the filled-in values, and reports that nothing is found', async () => {
    const fields = {
      step: 'search',
      q: 'nulle part',
      from: '2025-09-01',
      missions: ['A1', 'E1'],
      roles: 'referent-site',
    };
    const page = await text(claire.post('/my/engagements/new', fields));
    expect(page).toContain(fr.my.engagements.form.notFound);
    expect(page).toContain('value="2025-09-01"');
    expect(page).toMatch(/value="E1" checked/);
    expect(page).toMatch(/value="referent-site" checked/);
  });
});

describe('declaring an engagement', () => {
  it('asks for a confirmation and does not count until then', async () => {
    const { pathname, searchParams } = await declare();
    expect(searchParams.get('done')).toBe('engagement-declared');
    expect(decodeURIComponent(pathname)).toMatch(/^\/my\/engagements\/J-/);
    expect(await text(claire.get(pathname))).toContain(fr.records.confirmations.requested);
    expect(await text(claire.get('/my'))).toContain('1 année · 2 familles sur 5');
    const audit = (await fixture.service.ports.store.exportPerson(claire.personId))?.['audit'];
    expect(JSON.stringify(audit)).toContain('engagement-declared');
  });

  it('names each faulty field and keeps the others', async () => {
    const answer = await claire.post('/my/engagements/new', { ...FIELDS, from: '2026-02-30', missions: [] });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(fr.forms.faultsTitle(2));
    expect(page).toContain('href="#missions"');
    expect(page).toMatch(new RegExp(`value="${GUYOT}" checked`));
  });

  it('says at once that a mission is missing and that the days are wrong', async () => {
    const answer = await claire.post('/my/engagements/new', { ...FIELDS, to: '2025-08-31', missions: [] });
    const page = await answer.text();
    expect(page).toContain(fr.forms.faultsTitle(2));
    expect(page).toContain(fr.forms.faults['no-mission']);
    expect(page).toContain(fr.forms.faults['end-before-start']);
  });

  it('refuses an end before the start and an unknown school', async () => {
    const backwards = await claire.post('/my/engagements/new', { ...FIELDS, to: '2025-08-31' });
    expect(await backwards.text()).toContain(fr.forms.faults['end-before-start']);
    const nowhere = await claire.post('/my/engagements/new', { ...FIELDS, uai: '0000000A' });
    expect([
      nowhere.status,
      (await nowhere.text()).includes(fr.forms.faults['unknown-establishment']),
    ]).toEqual([400, true]);
  });

  it('may begin at most one school year ahead, and not too long ago', async () => {
    for (const [from, stated] of [
      ['2199-01-01', 'Cette date est trop lointaine'],
      ['1970-01-01', 'pas avant le 1er septembre 2000'],
      ['1850-01-01', 'pas avant le 1er septembre 2000'],
    ] as const) {
      const answer = await claire.post('/my/engagements/new', { ...FIELDS, from });
      expect([answer.status, (await answer.text()).includes(stated)]).toEqual([400, true]);
    }
  });

  it('makes only one of a form that is sent twice, at the same moment or later', async () => {
    const fields = { ...FIELDS, from: '2022-09-01', to: '2023-08-31', missions: ['E1', 'E3'] };
    const [first, second] = await Promise.all([declare(fields), declare(fields)]);
    const later = await declare({ ...fields, missions: ['E3', 'E1'] });
    expect(second.pathname).toBe(first.pathname);
    expect(later.pathname).toBe(first.pathname);
    const other = await declare({ ...fields, missions: ['E1'] });
    expect(other.pathname).not.toBe(first.pathname);
    const twice = await claire.post(`${other.pathname}/edit`, fields);
    expect([twice.status, (await twice.text()).includes('est déjà enregistré')]).toEqual([409, true]);
    // Once withdrawn, it may be declared again.
    await claire.post(`${first.pathname}/withdraw`);
    expect((await declare(fields)).pathname).not.toBe(first.pathname);
  });

  it('warns that C9 never counts, authorised or not', async () => {
    const form = await text(claire.get('/my/engagements/new'));
    const ofC9 = /id="mission-C9-text"[^>]*>([^<]*)</.exec(form)?.[1] ?? '';
    expect(ofC9).toContain(fr.my.engagements.form.uncounted);
    expect(ofC9).not.toMatch(like(fr.my.engagements.form.conditional([ANY])));
    const { pathname } = await declare({ ...FIELDS, missions: ['C9'], from: '2021-09-01', to: '2022-08-31' });
    const page = await text(claire.get(pathname));
    expect(page).toMatch(like(fr.my.engagements.uncounted(ANY)));
    expect(page).not.toMatch(like(fr.my.engagements.notAuthorised(ANY)));
  });

  it('warns of overlaps, held roles and missing authorisations, and is accepted nevertheless', async () => {
    const fields = { ...FIELDS, from: '2024-01-01', missions: ['C6', 'D1'], roles: ['contact-dane'] };
    const { pathname } = await declare(fields);
    const page = await text(claire.get(pathname));
    expect(page).toMatch(like(fr.my.engagements.overlap('Collège Claude Guyot', ANY)));
    expect(page).toMatch(like(fr.my.engagements.roleHeld(ANY)));
    expect(page).not.toContain('Durand');
    expect(page).toContain('La mission C6');
  });
});

describe('an engagement that no one has decided about', () => {
  it('is changed or withdrawn by its author', async () => {
    const { pathname } = await declare();
    expect(
      (await claire.post(`${pathname}/edit`, { ...FIELDS, uai: LACAILLE, to: '2026-08-31' })).status,
    ).toBe(303);
    const page = await text(claire.get(pathname));
    expect(page).toContain('Lycée Étienne Lacaille');
    expect(page).toContain('au 31 août 2026');
    const asked = await text(claire.get(`${pathname}/withdraw`));
    expect(asked).toContain(fr.my.engagements.withdrawConfirm);
    const withdrawn = await claire.post(`${pathname}/withdraw`);
    expect(withdrawn.headers.get('Location')).toBe('/my/engagements?done=engagement-withdrawn');
    const gone = await claire.get(pathname);
    expect(gone.status).toBe(404);
    const stated = await gone.text();
    expect(stated).toContain('class="account-fold"');
    expect(stated).toContain(fr.errors.notFoundInside.title);
    expect(stated).toContain('href="/my"');
  });

  it('can be seen and changed by no other person', async () => {
    const { pathname } = await declare();
    const paul = await signInAs(fixture.service, PAUL);
    expect((await paul.get(pathname)).status).toBe(403);
    expect((await paul.post(`${pathname}/withdraw`)).status).toBe(403);
    expect((await claire.get(pathname)).status).toBe(200);
  });

  it('is closed once it is confirmed, and an engagement from a file always is', async () => {
    const { pathname } = await declare();
    const reference = decodeURIComponent(pathname.split('/').at(-1) ?? '');
    const { store } = fixture.service.ports;
    const [engagement] = await store.readEngagements([reference]);
    if (!engagement) throw new Error('nothing was declared');
    await store.commit([
      {
        kind: 'engagement-imported',
        engagement: { ...engagement, confirmation: 'confirmed' },
        asRead: engagement,
      },
    ]);
    expect((await claire.post(`${pathname}/edit`, FIELDS)).status).toBe(409);
    expect((await claire.post(`${pathname}/withdraw`)).status).toBe(409);
    expect((await claire.get('/my/engagements/SEG-1/edit')).status).toBe(409);
    expect((await claire.post('/my/engagements/SEG-2/withdraw')).status).toBe(409);
    const page = await text(claire.get('/my/engagements/SEG-2'));
    expect(page).toContain(fr.my.engagements.answer);
    expect(page).not.toContain('/withdraw');
  });
});

describe('an engagement that a file contested', () => {
  it('shows its days, and its teacher asks for the reason in one step', async () => {
    const t = fr.contests;
    const list = await text(claire.get('/my/contests'));
    expect(list).toContain(fr.school.period(fr.day('2024-09-01' as never), fr.day('2025-08-31' as never)));
    const path = /\/my\/contests\/[\w-]+/.exec(list)?.[0] ?? '';
    expect(await text(claire.get(path))).toContain(t.askLede);
    expect((await claire.post(path, { answer: t.asked })).status).toBe(303);
    const page = await text(claire.get(path));
    expect(page).toContain(t.asked);
    expect(page).not.toContain(t.askLede);
    const [contest] = await fixture.service.ports.store.readContestsOfPerson(claire.personId);
    expect(contest).toMatchObject({ answer: t.asked });
  });
});
