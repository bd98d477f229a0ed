import { describe, expect, it } from 'vitest';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { award } from '../contracts/store-values.ts';
import { startWithOneAgent } from '../support/fixtures/dane.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const FAMILIES = '/achievements/0/requirements/1/rule/someYear/families/atLeast';

let service: TestService;
let agent: SignedInBrowser;
startBeforeEach(startWithOneAgent, (started) => {
  ({ service, agent } = started);
});

const today = () => localDateInParis(service.ports.clock.now());
/** 1 September of so many years from now. */
const september = (years: number) => `${Number(today().slice(0, 4)) + years}-09-01`;

const figures = async (changed: Readonly<Record<string, string>>) => {
  const page = await (await agent.get('/dane/criteria/workshop')).text();
  const fields = [...page.matchAll(/name="(\/[^"]+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  return { ...Object.fromEntries(fields), ...changed };
};
const adopt = async (from: string, more: Readonly<Record<string, string>> = { confirm: 'yes' }) =>
  agent.post('/dane/criteria/adoption', { ...(await figures({ [FAMILIES]: '3' })), from, ...more });
const tryOut = async (changed: Readonly<Record<string, string>>) =>
  agent.post('/dane/criteria/trials', await figures({ on: today(), ...changed }));

async function toTheEnd(answer: Response): Promise<string> {
  const path = answer.headers.get('Location') ?? '';
  expect(path).toMatch(/^\/dane\/jobs\//);
  for (;;) {
    const page = await (await agent.get(path)).text();
    if (!page.includes('http-equiv="refresh"')) return page;
  }
}

describe('the criteria workshop', () => {
  it('shows who would lose a badge by another figure, which one, as of when, and changes nothing', async () => {
    const page = await toTheEnd(await tryOut({ [FAMILIES]: '3' }));
    expect(page).toContain('Claire Dupont');
    expect(page).toContain('3 au lieu de 2');
    expect(page).toMatch(like(fr.dane.criteria.comparedOn(ANY)));
    expect(page).toContain('Équipe RUPN');
    expect(service.ports.catalogue.versions()).toHaveLength(1);
  });

  it('counts everyone who would move, and keeps the names of the first hundred', async () => {
    const people = Array.from({ length: 130 }, (_, number) => `many.${number}@ac-test.example`);
    await service.importText({
      'personnes.csv': ['email;prenom;nom', ...people.map((email) => `${email};Nour;Petit`)].join('\n'),
      'engagements.csv': [
        'reference;email;uai;debut;fin;missions;roles;confirmation',
        ...people.map(
          (email, number) => `MANY-${number};${email};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
        ),
      ].join('\n'),
    });
    const begun = await tryOut({ [FAMILIES]: '3' });
    const page = await toTheEnd(begun);
    expect(page).toContain('131 personnes');
    expect(page).toContain(fr.dane.criteria.andMore(31));
    const job = await service.ports.store.readJob(begun.headers.get('Location')?.split('/').at(-1) ?? '');
    expect(job?.progress.moves?.['RUPN-ENG']).toMatchObject({ before: 131, after: 0, moreLose: 31 });
    expect(job?.progress.moves?.['RUPN-ENG']?.lose).toHaveLength(100);
  });

  it('names each figure once, with the year or window that binds it', async () => {
    const page = await (await agent.get('/dane/criteria/workshop')).text();
    const labels = [...page.matchAll(/<label for="(\/achievements\/6[^"]+)">([^<]+)</g)].map(
      ([, , label]) => label,
    );
    expect(labels.length).toBeGreaterThan(4);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.join(' ')).not.toContain('au total');
    expect(page).not.toContain('(au moins)');
  });

  it('refuses figures out of their bounds, each on its field', async () => {
    const refused = await tryOut({
      '/thresholds/trainingProof': '9',
      '/thresholds/fullYearDays': '50',
      [FAMILIES]: 'three',
    });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain(fr.forms.faults['out-of-range']);
    expect(page).toContain(fr.forms.faults['above-full-year']);
    expect(page).toContain(fr.forms.faults['invalid-number']);
  });

  it('compares only as of days that can be judged, and keeps the figures', async () => {
    const refused = await tryOut({ [FAMILIES]: '3', on: '1900-01-01' });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain(fr.forms.faults['before-criteria']);
    expect(page).toContain('3 au lieu de 2');
  });

  it('ends a job that can never be judged, and gives the reason', async () => {
    const command = { kind: 'try-criteria' as const, figures: {}, on: '1900-01-01' as never };
    const { id } = await service.services.beginJob(command, agent.personId);
    const page = await agent.get(`/dane/jobs/${id}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(fr.dane.skipped['no-criteria-in-force']);
  });
});

describe('an adoption', () => {
  it('first shows its changes, its first day, and the moves of the last comparison', async () => {
    const before = await (await adopt(september(1), {})).text();
    expect(before).toContain('3 au lieu de 2');
    expect(before).toContain(fr.dane.criteria.notCompared);
    await toTheEnd(await tryOut({ [FAMILIES]: '3' }));
    expect(await (await adopt(september(1), {})).text()).toContain('Claire Dupont');
    expect(service.ports.catalogue.versions()).toHaveLength(1);
  });

  it('counts from a future day, and does not change what is awarded', async () => {
    await issueEverything(service);
    const before = await service.ports.store.readCredentials({ limit: 5 });
    expect((await adopt(september(1))).status).toBe(303);
    expect(service.ports.catalogue.criteriaVersion(2)?.inForceFrom).toBe(september(1));
    expect(await service.ports.store.readCredentials({ limit: 5 })).toEqual(before);
    const page = await (await service.get('/badges/RUPN-ENG/v2')).text();
    expect(page).toMatch(like(fr.badge.toCome(ANY)));
    expect(page).not.toContain(fr.badge.superseded);
    expect(await (await service.get('/badges/RUPN-ENG')).text()).toContain('v1');
  });

  it('is refused for an unreasonable day, and keeps everything typed', async () => {
    for (const from of ['2020-01-01', today(), '9999-12-31', september(4)]) {
      const refused = await adopt(from);
      expect(refused.status).toBe(400);
      const page = await refused.text();
      expect(page).toContain(`value="${from}"`);
      expect(page).toContain('3 au lieu de 2');
    }
    const unchanged = await agent.post('/dane/criteria/adoption', {
      ...(await figures({})),
      from: september(1),
      confirm: 'yes',
    });
    expect(unchanged.status).toBe(400);
    expect(await unchanged.text()).toContain(fr.forms.faults.unchanged);
    expect(service.ports.catalogue.versions()).toHaveLength(1);
  });

  it('is withdrawn before its day, and its number is not used again', async () => {
    await adopt(september(1));
    expect(await (await agent.get('/dane/criteria')).text()).toContain(fr.dane.criteria.withdraw(2));
    expect((await agent.get('/dane/criteria/2/withdrawal')).status).toBe(200);
    expect((await agent.post('/dane/criteria/2/withdrawal')).status).toBe(303);
    expect(service.ports.catalogue.versions()).toHaveLength(1);
    expect((await service.get('/badges/RUPN-ENG/v2')).status).toBe(404);
    expect(await service.ports.store.readAuditOf('criteria/2', 5)).toMatchObject([
      { action: 'criteria-withdrawn', actor: agent.personId },
      { action: 'criteria-adopted' },
    ]);
    expect((await adopt(september(1))).status).toBe(303);
    expect(service.ports.catalogue.versions().map(({ version }) => version)).toEqual([1, 3]);
    expect((await agent.get('/dane/criteria/1/withdrawal')).status).toBe(404);
  });

  it('is not withdrawn once an award was judged by it', async () => {
    await adopt(september(1));
    const [claire] = await service.ports.store.readPeopleByEmail(['claire.dupont@ac-test.example']);
    if (!claire) throw new Error('nobody');
    const recipient = { kind: 'person' as const, personId: claire.id };
    const granted = award('a-2', { recipient, version: 2 });
    await service.ports.store.commit([{ kind: 'award-granted', award: granted }]);
    expect((await agent.post('/dane/criteria/2/withdrawal')).status).toBe(409);
    expect(service.ports.catalogue.versions()).toHaveLength(2);
  });
});
