import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateDemo } from '../../demo/generate-demo.ts';
import { teamDaysUntil } from '../../demo/move-plan.ts';
import { ROOT } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { THIS_YEAR, todayInParis } from '../support/now.ts';
import {
  type IssuedBadge,
  issueEverything,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

let service: TestService;
let badges: readonly IssuedBadge[];

beforeAll(async () => {
  service = await startTestService();
  const establishmentsCsv = readFileSync(`${ROOT}data/establishments-dijon.csv`, 'utf8');
  const files = Object.fromEntries(
    generateDemo({ establishmentsCsv, today: todayInParis() }).map(({ name, text }) => [name, text]),
  );
  await service.importText(files);
  badges = await issueEverything(service, teamDaysUntil(todayInParis()).at(-1));
});
afterAll(() => service.stop());

/** The words of a page about the badge, without the badge's own addresses, which are random text. */
const readPage = async ({ path }: IssuedBadge) =>
  (await (await service.get(path)).text())
    .replaceAll(/\/credentials\/[\w-]{22}/g, '')
    .replaceAll(/&#39;/g, '’');

it('shows no school, event, year or reason that is not in the served credential', {
  timeout: MUCH_WORK_MS,
}, async () => {
  for (const badge of badges) {
    const { document } = await service.services.acceptCredential({ id: badge.id, actor: 'test' });
    const page = await readPage(badge);
    expect(page.match(/\b\d{7}[A-Z]\b/g) ?? []).toEqual([]);
    expect(page.match(/\b(RENC|ETAB|CV)-\d+|\b\d{2}A\d{7}\b/g) ?? []).toEqual([]);
    // A nameless badge tells the school year of its award instead of the day.
    const reported = page.replaceAll(fr.awarded({ kind: 'school-year', year: THIS_YEAR }), '');
    const years = new Set(reported.match(/\b20\d\d-20\d\d\b/g));
    expect([...years].filter((year) => !document.includes(year))).toEqual([]);
  }
});

it('states that an award was by decision, and nothing about the missing criteria', async () => {
  const email = 'anais.marceau@ac-dijon.example';
  const command = {
    scope: { kind: 'person' as const, email, achievement: 'RUPN-EXP' },
    reason: 'Remplacement de la référente académique',
    actor: 'test',
  };
  for await (const outcome of service.services.grantAwards(command)) expect(outcome.kind).toBe('granted');
  for await (const outcome of service.services.issueCredentials({ actor: 'test' })) {
    if (outcome.kind !== 'issued') throw outcome.error;
    const { document } = await service.services.acceptCredential({ id: outcome.id, actor: 'test' });
    const page = await readPage({ id: outcome.id, path: `/credentials/${outcome.id}` });
    expect(page).toContain(fr.credential.byDecision);
    expect(page).not.toContain('Il manque');
    expect(page).not.toContain(fr.credential.criterionNotMet);
    expect(page + document).not.toContain('Remplacement');
    expect(document).toContain(fr.credential.byDecision);
  }
});

it('stores no NUMEN from a reason', async () => {
  const numen = ['21E', '1234567', 'ABC'].join('');
  const [badge] = badges as [IssuedBadge];
  const revoking = service.services.revokeCredential({
    id: badge.id,
    reason: `Agent ${numen}`,
    actor: 'test',
  });
  await expect(revoking).rejects.toMatchObject({ code: 'numen-refused' });
});

it('answers an unknown route in the requested form', async () => {
  expect(await (await service.get('/api/v1/nothing')).json()).toMatchObject({
    status: 404,
    code: 'not-found',
  });
  expect(await (await service.get('/nothing')).text()).toContain(fr.errors.kinds['not-found'].title);
  const odd = await service.get(`${badges[0]?.path}.constructor`);
  expect(odd.status).toBe(404);
});
