import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const SCHOOL = '0210001M';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(() => service.stop());

interface Engaged {
  readonly name: string;
  readonly to?: string;
  readonly reviewed?: boolean;
}

/** People engaged in 2025-2026, with a review unless stated otherwise. */
async function fill(people: readonly Engaged[]): Promise<void> {
  const mail = (at: number) => `p${at}@ac-test.example`;
  await service.importText({
    'etablissements.csv': `uai;nom;commune;code_departement;departement\n${SCHOOL};Lycée Guyot;Dijon;21;Côte-d'Or\n`,
    'personnes.csv': [
      'email;prenom;nom;profil',
      `${AGENT};Odile;Richardot;dane`,
      ...people.map(({ name }, at) => `${mail(at)};Ana;${name};rupn`),
      '',
    ].join('\n'),
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...people.map(
        ({ to = '2026-08-31' }, at) => `M-${at};${mail(at)};${SCHOOL};2025-09-01;${to};A1|B1;;confirmee`,
      ),
      '',
    ].join('\n'),
    'points-etape.csv': [
      'email;uai;date;nature',
      ...people.map((_, at) => `${mail(at)};${SCHOOL};2026-06-01;point-etape`),
      '',
    ].join('\n'),
  });
  agent = await signInAs(service, AGENT);
  const begun = await agent.post('/dane/decisions/judge');
  const id = begun.headers.get('Location')?.split('/').at(-1) ?? '';
  while (!(await service.services.advanceJob(id))?.finishedAt);
}

const confirmationOf = (page: string) => /name="confirm" value="([^"]+)"/.exec(page)?.[1] ?? '';
const queuePage = async (query = '') => (await agent.get(`/dane/decisions${query}`)).text();

describe('several proposals together', () => {
  it('show the doubtful ones first, with the reason, and tick the others together', async () => {
    await fill([{ name: 'Abel' }, { name: 'Zoller', to: '2026-03-25' }, { name: 'Bertin' }]);
    const page = await queuePage();
    expect(page).toContain(fr.dane.decisions.cautions.lot(1, 3));
    expect(page.indexOf('Zoller')).toBeLessThan(page.indexOf('Abel'));
    expect(page).toContain('2025-2026\u00a0: 206 jours, il en faut 200.');
    expect(page.match(/data-clear/g)).toHaveLength(3);
    const one = /href="(\/dane\/decisions\/[^"]+)">[^<]*Zoller/.exec(page)?.[1] ?? '';
    expect(await (await agent.get(one)).text()).toContain('2025-2026\u00a0: 206 jours, il en faut 200.');
    const ticked = await queuePage('?all=clear');
    expect(ticked.match(/name="ids"[^>]*checked/g)).toHaveLength(2);
    expect(ticked).toMatch(/name="ids"(?![^>]*checked)[^>]*Zoller/);
    expect(page).not.toContain('value="grant-all"');
    expect(page).toContain(fr.dane.decisions.cautions.grantClear(2));
  });

  it('are summed up before the decision, and those to look at are left out', async () => {
    await fill([{ name: 'Abel' }, { name: 'Zoller', to: '2026-03-25' }, { name: 'Bertin' }]);
    const clear = await (await agent.post('/dane/decisions', { decision: 'grant-clear' })).text();
    expect(clear).toContain(fr.dane.decisions.batch.title.grant(2));
    expect(clear).toContain(fr.dane.decisions.cautions.batchTitle(0));
    const all = await (await agent.post('/dane/decisions', { decision: 'grant-all' })).text();
    expect(all).toContain('Attribuer 3 badges');
    expect(all).toContain(fr.dane.decisions.cautions.batchTitle(1));
    expect(all).toContain('206 jours');
    // The confirmation of the clear ones does not confirm the others.
    const other = await agent.post('/dane/decisions', {
      decision: 'grant-all',
      confirm: confirmationOf(clear),
    });
    expect(other.status).toBe(200);
    const begun = await agent.post('/dane/decisions', {
      decision: 'grant-clear',
      confirm: confirmationOf(clear),
    });
    const path = begun.headers.get('Location') ?? '';
    await agent.post(`${path}/start`);
    const job = await service.services.advanceJob(path.split('/').at(-1) ?? '');
    expect(job?.progress.counts).toEqual({ granted: 2, issued: 2 });
    expect(await service.ports.store.countProposals({ isClear: false })).toBe(1);
  });

  it('are listed page by page in two parts, each proposal once', async () => {
    await fill([
      ...Array.from({ length: 60 }, (_, at) => ({ name: `Zoller${at}`, to: '2026-03-20' })),
      ...Array.from({ length: 60 }, (_, at) => ({ name: `Abel${at}` })),
    ]);
    const seen: string[] = [];
    let path = '/dane/decisions';
    for (;;) {
      const page = await (await agent.get(path)).text();
      seen.push(...[...page.matchAll(/name="ids" value="([^"]+)"/g)].map(([, id]) => id ?? ''));
      const next = /href="([^"]*after=[^"]*)">Page suivante/.exec(page)?.[1];
      if (!next) break;
      path = next.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(120);
  });

  it('are granted five hundred at once, on pages that do not grow, with their progress', async () => {
    await fill(Array.from({ length: 500 }, (_, at) => ({ name: `Abel${at}` })));
    const page = await queuePage();
    expect(page.match(/name="ids"/g)).toHaveLength(50);
    const requested = await (await agent.post('/dane/decisions', { decision: 'grant-all' })).text();
    expect(requested).toContain('Attribuer 500 badges');
    expect(requested.length).toBeLessThan(30_000);
    const begun = await agent.post('/dane/decisions', {
      decision: 'grant-all',
      confirm: confirmationOf(requested),
    });
    const path = begun.headers.get('Location') ?? '';
    await agent.post(`${path}/start`);
    const id = path.split('/').at(-1) ?? '';
    const first = await service.services.advanceJob(id);
    const shown = await (await agent.get(path)).text();
    expect(shown.length).toBeLessThan(60_000);
    expect(first?.total).toBe(500);
    while (!(await service.services.advanceJob(id))?.finishedAt);
    const job = await service.ports.store.readJob(id);
    expect(job?.progress.counts).toEqual({ granted: 500, issued: 500 });
    expect(job?.done).toBe(500);
  }, 180_000);
});
