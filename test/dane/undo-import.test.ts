import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoSteps } from '../../src/application/files/undo/steps.ts';
import { advanceJob } from '../../src/application/jobs/services.ts';
import type { Store } from '../../src/application/ports.ts';
import type { Engagement, Person } from '../../src/domain/records.ts';
import { openImportedContests } from '../../src/features/contests/actions.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { ANY, fr, like } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const GUYOT = '0210001M';
const LUC = 'luc.petit@ac-test.example';
const FILES = {
  'ecoles.csv': `uai;nom;secteur\n0210010X;Lycée d’à côté;Public\n${GUYOT};Collège renommé;Public\n`,
  'gens.csv': `email;prenom;nom\n${LUC};Luc;Petit\n${CLAIRE};Claire;Martin\n`,
  'evenements.csv': 'code;nature;intitule;debut;heures\nPAF-9;EV-PAF;Une formation;2024-02-02;6\n',
  'segments.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `N-1;${LUC};0210010X;01/09/2025;30/06/2026;A1|B1;;confirmee`,
    `N-2;${LUC};${GUYOT};01/09/2024;30/06/2025;A1;;demandee`,
    '',
  ].join('\n'),
  'presences.csv': `email;evenement;heures;preuve\n${LUC};PAF-9;6;3\n`,
  'points.csv': `email;uai;date\n${LUC};0210010X;12/05/2026\n`,
  'apports.csv': `reference;email;nature;date;validee\nK-1;${LUC};ressource;10/01/2026;oui\n`,
  'autorisations.csv': `uai;mission;collectivite;debut\n0210010X;C6;Région;01/09/2025\n`,
};

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
});
afterEach(() => service.stop());

const store = () => service.ports.store;
const luc = async () => (await store().readPeopleByEmail([LUC]))[0];
const latest = async () => (await store().readImportRuns(1))[0]?.id ?? '';

/** All records that imports write, without the ids of people, which change after an undoing. */
async function everything() {
  const people = await store().readPeopleByEmail([CLAIRE, LUC]);
  const [record] = await store().readPersonRecords(people.map(({ id }) => id));
  return JSON.stringify([
    people,
    record,
    await store().readSchoolsByUai([GUYOT as never, '0210010X' as never]),
    await store().readEvents(['PAF-9']),
    await store().readAuthorisations(['0210010X' as never]),
    await store().readEngagements(['N-1', 'N-2', 'SEG-1']),
  ]);
}

/** Presses a button of the import's page, and visits the page until its work is done. */
async function press(id: string, act: 'check' | 'undo'): Promise<string> {
  const sent = await agent.post(`/dane/imports/past/${id}/${act}`);
  expect(sent.status).toBe(303);
  const path = sent.headers.get('Location') ?? '';
  for (let visit = 0; visit < 20; visit += 1) {
    const html = await (await agent.get(path)).text();
    if (!html.includes('http-equiv="refresh"')) return html;
  }
  throw new Error('the work has no end');
}

describe('an import to which no other record refers', () => {
  it('is undone completely: new records are removed, and changed ones are as before', async () => {
    const before = await everything();
    await service.importText(FILES);
    const id = await latest();
    expect(await everything()).not.toBe(before);
    const plan = await press(id, 'check');
    expect(plan).toContain(fr.undo.plan);
    expect(plan).not.toContain(fr.undo.kept);
    expect(await luc()).toBeDefined();
    const done = await press(id, 'undo');
    expect(done).toMatch(like(fr.undo.undone(ANY, ANY)));
    // The page shows the work itself, so the line above it leaves it out.
    expect(done).not.toContain(fr.dane.jobs.titles['undo-import']);
    expect(await (await agent.get('/dane/imports')).text()).toContain(fr.undo.openUndone);
    expect(await everything()).toBe(before);
    expect(await luc()).toBeUndefined();
    expect((await store().readImportRun(id))?.undone?.by).toBe(agent.personId);
    const [reported] = await store().readAuditOf(id, 5);
    expect(reported).toMatchObject({ action: 'import-undone', actor: agent.personId });
    expect(await store().readLatestJob('propose-awards')).toMatchObject({ madeBy: agent.personId });
  });

  it('can be imported again after that', async () => {
    await service.importText(FILES);
    const id = await latest();
    await press(id, 'check');
    await press(id, 'undo');
    const again = await service.importText(FILES);
    expect(again.summary).toMatchObject({ refused: 0, updated: 2 });
    expect(await luc()).toBeDefined();
  });

  it('is undone once: a second time changes nothing', async () => {
    await service.importText(FILES);
    const id = await latest();
    await press(id, 'check');
    await press(id, 'undo');
    await service.importText(FILES);
    const sent = await agent.post(`/dane/imports/past/${id}/undo`);
    expect(sent.headers.get('Location')).toBe(`/dane/imports/past/${id}`);
    expect(await luc()).toBeDefined();
  });

  it('is only looked at by a dry run, which keeps nothing', async () => {
    const before = await latest();
    await service.services.importFiles([], { dryRun: true, actor: 'test' });
    expect(await latest()).toBe(before);
  });
});

describe('a record in use stays, with its reason', () => {
  const stays = async (id: string) =>
    (await store().readUndoRecords(id, { verdict: 'kept', limit: 50 })).map(
      ({ kind, reason }) => `${kind}: ${reason}`,
    );
  const change = async (reference: string, to: Partial<Engagement>) => {
    const [asRead] = await store().readEngagements([reference]);
    if (!asRead) throw new Error('no segment');
    await store().commit([{ kind: 'engagement-imported', engagement: { ...asRead, ...to }, asRead }]);
  };

  it('for a decision, and with it the person and school of the engagement', async () => {
    await service.importText(FILES);
    const id = await latest();
    await change('N-1', {
      confirmation: 'confirmed',
      decided: { by: 'head@ac-test.example', on: '2026-10-01' as never, from: 'confirmed' },
    });
    const plan = await press(id, 'check');
    expect(plan).toContain(fr.undo.reasons.decided);
    expect((await stays(id)).toSorted()).toEqual([
      'engagement: decided',
      'establishment: in-use',
      'person: in-use',
    ]);
    expect(plan).toContain(fr.undo.confirmRest);
    await press(id, 'undo');
    expect(await luc()).toBeDefined();
    const left = await store().readEngagements(['N-1', 'N-2']);
    expect(left.map(({ reference }) => reference)).toEqual(['N-1']);
  });

  it('for a later import that changed the same record', async () => {
    await service.importText(FILES);
    const id = await latest();
    await service.importText({
      'segments.csv': `reference;email;uai;debut;fin;missions;confirmation\nN-2;${LUC};${GUYOT};01/09/2024;30/06/2025;A1|C1;demandee\n`,
    });
    await press(id, 'check');
    expect(await stays(id)).toContain('engagement: changed-since');
  });

  it('for a person who has signed in', async () => {
    await service.importText(FILES);
    const id = await latest();
    const person = (await luc()) as Person;
    const link = { issuer: 'https://idp', subject: 's', provider: 'local', personId: person.id } as const;
    const at = service.ports.clock.now();
    await store().commit([{ kind: 'identity-linked', link: { ...link, linkedAt: at, linkedBy: 'sign-in' } }]);
    await press(id, 'check');
    expect(await stays(id)).toEqual(['person: signed-in']);
  });

  it('for a later badge that counts the fact, but not for a revoked one', async () => {
    await service.importText({
      'points.csv': `email;uai;date\n${CLAIRE};${GUYOT};12/05/2024\n`,
      'segments.csv': `reference;email;uai;debut;fin;missions;confirmation\nN-9;${CLAIRE};${GUYOT};01/09/2022;31/08/2023;A1|B1;confirmee\n`,
    });
    const id = await latest();
    const badges = await issueEverything(service);
    await press(id, 'check');
    expect(await stays(id)).toContain('engagement: award');
    for (const one of badges) {
      await service.services.revokeCredential({ id: one.id, reason: 'Erreur', actor: agent.personId });
    }
    await press(id, 'check');
    expect(await stays(id)).toEqual([]);
  });

  it('and says whose it is and which badge counts it; what stayed is taken up once the badge is revoked', async () => {
    await service.importText({
      'points.csv': `email;uai;date\n${CLAIRE};${GUYOT};12/05/2024\n`,
      'segments.csv': `reference;email;uai;debut;fin;missions;confirmation\nN-9;${CLAIRE};${GUYOT};01/09/2022;31/08/2023;A1|B1;confirmee\n`,
    });
    const id = await latest();
    const badges = await issueEverything(service);
    await press(id, 'check');
    const done = await press(id, 'undo');
    const [claire] = await store().readPeopleByEmail([CLAIRE]);
    expect(done).toMatch(
      new RegExp(`<a href="/dane/people/${claire?.id}">${claire?.givenName} ${claire?.familyName}</a>`),
    );
    expect(done).toContain('<span class="block">Collège Claude Guyot');
    expect(badges.some((one) => done.includes(`/dane/credentials/${one.id}/revocation`))).toBe(true);
    expect(done).toContain(fr.undo.checkKept);
    expect(await press(id, 'check')).not.toContain(fr.undo.confirmKept);
    for (const one of badges) {
      await service.services.revokeCredential({ id: one.id, reason: 'Erreur', actor: agent.personId });
    }
    expect(await press(id, 'check')).toContain(fr.undo.confirmKept);
    expect(await store().readEngagements(['N-9'])).toHaveLength(1);
    expect(await press(id, 'undo')).not.toContain(fr.undo.checkKept);
    expect(await store().readEngagements(['N-9'])).toEqual([]);
    expect(await stays(id)).toEqual([]);
  });

  it('for a reference that was made between the look and the undoing', async () => {
    await service.importText(FILES);
    const id = await latest();
    await press(id, 'check');
    await change('N-2', { missions: ['A1' as never, 'B1' as never] });
    await press(id, 'undo');
    expect(await store().readEngagements(['N-2'])).toHaveLength(1);
    expect(await store().readEngagements(['N-1'])).toEqual([]);
    expect(await luc()).toBeDefined();
  });
});

describe('an undoing at work', () => {
  /** Undoes an import while another commit changes a person between the read and the write of a step. */
  async function undoWhile(meanwhile: () => Promise<void>) {
    const { ports, services } = service;
    let isFirst = true;
    const racing: Store = {
      ...store(),
      commit: async (changes) => {
        const writesPeople = changes.some((one) => 'of' in one && one.of === 'person');
        if (isFirst && writesPeople) {
          isFirst = false;
          await meanwhile();
        }
        return store().commit(changes);
      },
    };
    const id = await latest();
    await press(id, 'check');
    const raced = { ...ports, store: racing };
    const advance = advanceJob(raced, undoSteps(raced) as never);
    const job = await services.beginJob({ kind: 'undo-import', importId: id }, agent.personId);
    expect((await advance(job.id))?.finishedAt).toBeDefined();
    return (await agent.get(`/dane/imports/past/${id}`)).text();
  }

  it('leaves a person who is changed at the same moment, and reports this', async () => {
    await service.importText(FILES);
    const person = (await luc()) as Person;
    const changed = { ...person, givenName: 'Lucas' };
    const page = await undoWhile(() => store().commit([{ kind: 'person-saved', person: changed }]));
    expect(await luc()).toEqual(changed);
    expect(page).toContain(fr.undo.reasons['changed-since']);
    expect(page).toContain(fr.undo.because['changed-since'](1));
    expect(await store().readEvents(['PAF-9'])).toEqual([]);
  });

  it('does not write a former name over one that is changed at the same moment', async () => {
    await service.importText(FILES);
    const claire = (await store().readPeopleByEmail([CLAIRE]))[0] as Person;
    const changed = { ...claire, familyName: 'Martin-Durand' };
    await undoWhile(() => store().commit([{ kind: 'person-saved', person: changed }]));
    expect(await store().readPeople([claire.id])).toEqual([changed]);
  });
});

describe('an undoing that was stopped or interrupted', () => {
  /** Begins the undoing and does one step of it. */
  async function beginAndStep(id: string) {
    const { ports, services } = service;
    const job = await services.beginJob({ kind: 'undo-import', importId: id }, agent.personId);
    const advance = advanceJob(ports, undoSteps(ports) as never);
    // The allowance of one step: it may use 250 queries.
    let left = 1;
    await advance(job.id, { has: () => left-- > 0 } as never);
    return job.id;
  }

  it('continues at the same place, from the page and from a program, without another look', async () => {
    const before = await everything();
    await service.importText(FILES);
    const id = await latest();
    await press(id, 'check');
    await beginAndStep(id);
    const { undoByProgram } = service.services;
    const actor = agent.personId;
    const looked = await undoByProgram({ importId: id, act: 'look', actor });
    expect([looked.next, looked.undone, looked.done]).toEqual([undefined, false, 1]);
    expect(await press(id, 'check')).toMatch(like(fr.undo.undone(ANY, ANY)));
    expect(await everything()).toBe(before);
    const again = await undoByProgram({ importId: id, act: 'undo', actor });
    expect(again.kinds).toEqual(looked.kinds);
  });

  it('is stopped by a button, and the rest is undone after another look', async () => {
    const before = await everything();
    await service.importText(FILES);
    const id = await latest();
    await press(id, 'check');
    const job = await beginAndStep(id);
    const stopped = await agent.post(`/dane/imports/past/${id}/stop`);
    const page = await (await agent.get(stopped.headers.get('Location') ?? '')).text();
    expect(page).toContain(fr.undo.stopped);
    expect(await (await agent.get(`/dane/jobs/${job}`)).text()).toContain(fr.dane.jobs.left['undo-import']);
    expect(await luc()).toBeDefined();
    await press(id, 'check');
    await press(id, 'undo');
    expect(await everything()).toBe(before);
    const counts = await store().countUndoRecords(id);
    expect(counts.map(({ verdict }) => verdict)).not.toContain('gone');
  });
});

describe('data added to an import’s records since', () => {
  it('is removed where it was only measured: a school’s coverage', async () => {
    await service.importText(FILES);
    const id = await latest();
    const job = await service.services.beginJob({ kind: 'measure-coverage' }, agent.personId);
    expect((await service.services.advanceJob(job.id))?.finishedAt).toBeDefined();
    await press(id, 'check');
    await press(id, 'undo');
    expect(await store().readSchoolsByUai(['0210010X' as never])).toEqual([]);
    expect((await store().readImportRun(id))?.undone).toBeDefined();
  });

  it('keeps a person and an event where the person was invited', async () => {
    await service.importText(FILES);
    const id = await latest();
    const person = (await luc()) as Person;
    const at = service.ports.clock.now();
    const invitation = {
      ...{ eventCode: 'PAF-9', personId: person.id, invitedAt: at, invitedBy: agent.personId },
    };
    await store().commit([{ kind: 'person-invited', invitation }]);
    await press(id, 'check');
    await press(id, 'undo');
    expect(await luc()).toEqual(person);
    const saved = await store().readUndoRecords(id, { verdict: 'kept', limit: 9 });
    expect(saved.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
      'event: in-use',
      'person: in-use',
    ]);
  });
});

describe('the record of an import', () => {
  it('is deleted for an erased person, and the rest can still be undone', async () => {
    await service.importText(FILES);
    const id = await latest();
    await service.services.erasePerson({ email: LUC, actor: agent.personId });
    const plan = await press(id, 'check');
    expect(plan).not.toContain('Luc');
    await press(id, 'undo');
    expect(await store().readEvents(['PAF-9'])).toEqual([]);
  });

  it('is for the DANE alone', async () => {
    await service.importText(FILES);
    const id = await latest();
    const teacher = await signInAs(service, CLAIRE);
    expect((await teacher.get(`/dane/imports/past/${id}`)).status).toBe(403);
    expect((await teacher.post(`/dane/imports/past/${id}/undo`)).status).toBe(403);
    expect((await agent.get('/dane/imports/past/none')).status).toBe(404);
  });
});

describe('an undoing that may not begin', () => {
  const begin = (importId: string, of: 'look' | 'undo' = 'undo') =>
    service.services.beginUndo({ importId, act: of, actor: agent.personId });

  it('is refused for an import that is not kept', async () => {
    await expect(begin('none')).rejects.toMatchObject({ code: 'unknown-import' });
    expect(await store().readUnfinishedJobs('undo-import')).toEqual([]);
  });

  it('is refused before its check has come to its end, with a sentence on the page', async () => {
    await service.importText(FILES);
    const id = await latest();
    await expect(begin(id)).rejects.toMatchObject({ code: 'undo-unchecked' });
    await begin(id, 'look');
    const page = await agent.post(`/dane/imports/past/${id}/undo`);
    expect(page.status).toBe(409);
    expect(await page.text()).toContain(fr.refusals['undo-unchecked']({}));
    await press(id, 'check');
    expect((await begin(id)).command).toEqual({ kind: 'undo-import', importId: id });
  });

  it('is refused while another import is being undone', async () => {
    await service.importText(FILES);
    const first = await latest();
    await press(first, 'check');
    await service.importText({
      'evenements.csv': 'code;nature;intitule;debut;heures\nP-8;EV-PAF;X;2024-02-02;6\n',
    });
    const second = (await store().readImportRuns(9)).map(({ id }) => id).find((id) => id !== first) ?? '';
    await press(second, 'check');
    await begin(first);
    await expect(begin(second)).rejects.toMatchObject({ code: 'undo-underway' });
    const begun = service.services.beginJob({ kind: 'undo-import', importId: second }, agent.personId);
    await expect(begun).rejects.toMatchObject({ code: 'undo-underway' });
  });
});

it('undoes an import whose contest no one has touched', async () => {
  await service.importText({
    'gens.csv': `email;prenom;nom\n${LUC};Luc;Petit\n`,
    'segments.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `N-3;${LUC};${GUYOT};01/09/2025;30/06/2026;A1;;contestee`,
      '',
    ].join('\n'),
  });
  await openImportedContests(service.ports)();
  const id = await latest();
  await press(id, 'check');
  expect(await press(id, 'undo')).toMatch(like(fr.undo.undone(ANY, ANY)));
  expect([await luc(), await store().readEngagements(['N-3'])]).toEqual([undefined, []]);
});
