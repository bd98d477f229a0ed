import { describe, expect, it } from 'vitest';
import type { Uai } from '../../src/domain/uai.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, LUC, NEIGHBOUR, PAUL, SCHOOL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M' as Uai;
const PAGE = `${SCHOOL}/projects`;

let service: TestService;
let chef: SignedInBrowser;
let paul: SignedInBrowser;
startBeforeEach(schoolOf({ chef: CHEF, paul: PAUL }), (fixture) => {
  ({ service, chef, paul } = fixture);
});

const RADIO = {
  title: 'Webradio du collège',
  description: 'Une émission par mois.',
  url: 'https://webradio.example/',
  from: '2025-09-01',
};
const radio = () => ({ ...RADIO, members: [paul.personId] });
const projects = () => service.ports.store.readSchoolProjects(GUYOT);
const textOf = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();

describe('a project of the school', () => {
  it('is recorded by the principal or the DANE, and seen by the people associated to it', async () => {
    expect((await chef.post(PAGE, radio())).headers.get('Location')).toContain('project-saved');
    const dane = await signInAs(service, DANE);
    expect((await dane.post(PAGE, { ...RADIO, title: 'Escape game' })).status).toBe(303);
    expect(await textOf(chef, PAGE)).toMatch(/Webradio du collège[\s\S]*Paul Martin/);
    const own = await textOf(paul, '/my/engagements');
    expect(own).toContain('Webradio du collège');
    expect(own).not.toContain('Escape game');
    expect(await textOf(await signInAs(service, LUC), '/my/engagements')).not.toContain('Webradio');
  });

  it('cannot be read, recorded or removed by the head of another school, nor by a RUPN', async () => {
    await chef.post(PAGE, radio());
    const [project] = await projects();
    for (const email of [NEIGHBOUR, PAUL]) {
      const other = await signInAs(service, email);
      expect((await other.get(PAGE)).status).toBe(403);
      expect((await other.post(PAGE, radio())).status).toBe(403);
      expect((await other.post(`${PAGE}/remove`, { id: project?.id ?? '' })).status).toBe(403);
    }
    expect(await projects()).toHaveLength(1);
  });

  it('of another school cannot be changed or removed through one’s own', async () => {
    const neighbour = await signInAs(service, NEIGHBOUR);
    await neighbour.post('/school/0210011Y/projects', RADIO);
    const [theirs] = await service.ports.store.readSchoolProjects('0210011Y' as Uai);
    const id = theirs?.id ?? '';
    expect((await chef.post(PAGE, { ...radio(), id })).status).toBe(409);
    expect((await chef.post(`${PAGE}/remove`, { id })).status).toBe(409);
    expect(await service.ports.store.readSchoolProjects('0210011Y' as Uai)).toEqual([theirs]);
  });

  it('associates only people with a confirmed engagement here during the project', async () => {
    const [claire] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    for (const sent of [
      { ...RADIO, members: [claire?.id ?? ''] },
      { ...radio(), from: '2020-09-01', to: '2021-08-31' },
    ]) {
      const refused = await chef.post(PAGE, sent);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain(fr.forms.faults['not-engaged-then']);
    }
    expect(await projects()).toEqual([]);
  });

  it('is corrected, ended and deleted, and the person’s history shows when they join and leave', async () => {
    await chef.post(PAGE, radio());
    const [made] = await projects();
    const id = made?.id ?? '';
    expect(await textOf(chef, `${PAGE}?project=${id}`)).toContain(fr.classProjects.dane.change);
    await chef.post(PAGE, { ...RADIO, id, title: 'Webradio', to: '2026-07-03' });
    expect(await projects()).toMatchObject([
      { id, title: 'Webradio', period: { from: '2025-09-01', to: '2026-07-03' }, members: [] },
    ]);
    await chef.post(`${PAGE}/remove`, { id });
    expect(await projects()).toEqual([]);
    const history = await service.ports.store.readAuditOf(paul.personId, 10);
    const actions = history.map(({ action }) => action);
    expect(actions).toContain('project-joined');
    expect(actions).toContain('project-left');
  });

  it('is exported to the person, moves in a merge and is deleted by an erasure', async () => {
    await chef.post(PAGE, radio());
    const { tables } = await service.services.exportPerson({ email: PAUL, actor: 'test' });
    expect(tables['school_project_member']).toMatchObject([{ title: 'Webradio du collège', uai: GUYOT }]);
    const [former] = await service.ports.store.readPeopleByEmail([LUC]);
    await service.ports.store.commit([
      { kind: 'people-merged', from: paul.personId, into: former?.id as never },
    ]);
    expect(await projects()).toMatchObject([{ members: [former?.id] }]);
    await service.services.erasePerson({ email: LUC, actor: 'test' });
    expect(await projects()).toMatchObject([{ title: 'Webradio du collège', members: [] }]);
  });

  it('stands in each associated person’s statement as a fact, and its page reports changes', async () => {
    await chef.post(PAGE, radio());
    const make = { kind: 'statement', personId: paul.personId, year: '2025' };
    expect((await chef.post(`${SCHOOL}/papers`, make)).status).toBe(303);
    const [paper] = await service.ports.store.readPapers(GUYOT, 1);
    expect(paper?.facts.members[0]?.projects).toMatchObject([{ title: 'Webradio du collège' }]);
    const page = `/papers/${paper?.id}`;
    expect(await textOf(chef, page)).toContain(fr.school.papers.public.unchanged);
    const [project] = await projects();
    await chef.post(PAGE, { ...radio(), id: project?.id ?? '', title: 'Webradio' });
    expect(await textOf(chef, page)).toContain(fr.school.papers.public.changes.projects);
  });
});
