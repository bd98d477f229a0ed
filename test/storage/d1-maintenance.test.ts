import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clock } from '../../src/assembly/system-ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { Job } from '../../src/domain/job/types.ts';
import { localDateInParis, secondsAfter } from '../../src/domain/time/calendar.ts';
import { schoolYearOf } from '../../src/domain/time/school-year.ts';
import { grantToMany } from '../support/many-awards.ts';
import { toSource } from '../support/servers/service.ts';
import { type D1Service, openD1Service, QUERIES_AN_INVOCATION } from './d1-service.ts';

const BADGES = 45;
const MET = 12;
const AGENT = 'agent@ac-test.example';
const SCHOOLS = 30;

let running: D1Service;
const sent: string[] = [];
beforeAll(async () => {
  running = await openD1Service({
    makeMailer: () => ({
      send: async ({ to }) => {
        sent.push(to);
        return { kind: 'accepted' };
      },
    }),
  });
}, 60_000);
afterAll(() => running.stop());

/** Runs one event of the cron trigger; returns its number of queries. */
async function tick(): Promise<number> {
  const before = running.platform.statements();
  await running.service.services.runMaintenance();
  const queries = running.platform.statements() - before;
  expect(queries).toBeLessThanOrEqual(QUERIES_AN_INVOCATION);
  return queries;
}

/** Issues badges, each with a waiting mail. */
async function issueMany(): Promise<void> {
  const { service } = running;
  await grantToMany(service, BADGES - 1);
  for await (const outcome of service.services.issueCredentials({ actor: 'test' })) {
    expect(outcome.kind).toBe('issued');
  }
}

/** Imports people who meet a badge that no one has proposed yet. With a file of reviews, no one need look first. */
async function importMet(who = 'met', reviews?: string): Promise<void> {
  const numbers = Array.from({ length: MET }, (_, number) => number);
  const files = {
    'personnes.csv': [
      'email;prenom;nom;profil',
      ...numbers.map((number) => `${who}.${number}@ac-test.example;Nour;Petit;rupn`),
      `${AGENT};Odile;Richardot;dane`,
    ],
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...numbers.map(
        (number) =>
          `${who}-${number};${who}.${number}@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`,
      ),
    ],
    ...(reviews && {
      [reviews]: [
        'email;uai;date;nature',
        ...numbers.map((number) => `${who}.${number}@ac-test.example;0210001M;2024-05-02;point-etape`),
      ],
    }),
  };
  const sources = Object.entries(files).map(([name, lines]) => toSource([name, lines.join('\n')]));
  await running.service.services.importFiles(sources, { dryRun: false, actor: 'test' });
}

/** Makes schools with a principal each, asked more than two weeks ago about a waiting engagement. */
async function askManySchools(): Promise<void> {
  const list = readFileSync(new URL('../../data/establishments-dijon.csv', import.meta.url), 'utf8');
  const uais = [...list.matchAll(/\b\d{7}[A-Z]\b/g)].map(([uai]) => uai).slice(0, SCHOOLS);
  const files = {
    'etablissements.csv': ['uai;nom;secteur', ...uais.map((uai) => `${uai};Collège;Public`)],
    'personnes.csv': [
      'email;prenom;nom;profil;uai',
      ...uais.map((uai) => `chef.${uai}@ac-test.example;Ange;Roy;chef;${uai}`),
    ],
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      ...uais.map((uai) => `ASK-${uai};claire.dupont@ac-test.example;${uai};01/09/2026;;A1;;demandee`),
    ],
  };
  const sources = Object.entries(files).map(([name, lines]) => toSource([name, lines.join('\n')]));
  const { services, ports } = running.service;
  await services.importFiles(sources, { dryRun: false, actor: 'test' });
  const at = secondsAfter(clock.now(), -16 * 86_400);
  const [person] = await ports.store.readPeopleByEmail(['claire.dupont@ac-test.example']);
  const today = localDateInParis(clock.now());
  const campaign = {
    ...{ id: 'c1', name: 'Campagne', schoolYear: schoolYearOf(today), closesOn: today, openedAt: at },
    openedBy: person?.id ?? ('' as never),
  };
  const requested = uais.map(
    (uai): Change => ({
      kind: 'confirmation-asked',
      request: { engagementReference: `ASK-${uai}`, campaignId: campaign.id, requestedAt: at },
    }),
  );
  await ports.store.commit([{ kind: 'campaign-opened', campaign }, ...requested]);
}

describe('the cron trigger on D1', { timeout: 240_000 }, () => {
  it('publishes status lists at once and sends mail over several minutes, within D1’s limits', async () => {
    await issueMany();
    await importMet();
    const judge = { kind: 'propose-awards' } as const;
    const job = await running.service.services.beginJob(judge, 'somebody' as never);
    await tick();
    const [list] = await running.service.ports.store.readStatusLists();
    expect(list?.published?.publishedRevision).toBe(list?.revision);
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.length).toBeLessThan(BADGES);
    expect((await readJob(job)).done).toBeGreaterThan(0);
    for (let minutes = 1; sent.length < BADGES && minutes < 20; minutes += 1) await tick();
    expect(new Set(sent).size).toBe(BADGES);
    expect(sent).toHaveLength(BADGES);
    for (let minutes = 1; !(await readJob(job)).finishedAt && minutes < 20; minutes += 1) await tick();
    expect((await readJob(job)).finishedAt).toBeDefined();
    expect(running.logged.filter((line) => line.includes('upkeep-failed'))).toEqual([]);
  });

  it('decides on many proposals over several minutes', async () => {
    const { services, ports } = running.service;
    expect(await ports.store.countProposals({})).toBe(MET);
    const [agent] = await ports.store.readPeopleByEmail([AGENT]);
    if (!agent) throw new Error('the agent is in no register');
    const { ids } = await services.readBatch({ matching: {} }, agent.id);
    const command = { kind: 'decide-proposals', decision: 'grant', ids } as const;
    const job = await services.beginJob(command, agent.id);
    for (let minutes = 0; !(await readJob(job)).finishedAt && minutes < 20; minutes += 1) await tick();
    expect((await readJob(job)).progress.counts).toMatchObject({ granted: MET, issued: MET });
  });

  it('carries out a dated decision over several minutes', async () => {
    await importMet('due', 'points-etape.csv');
    const { services, ports } = running.service;
    const [agent] = await ports.store.readPeopleByEmail([AGENT]);
    const at = secondsAfter(clock.now(), 2);
    const job = await services.beginJob({ kind: 'grant-due', at }, agent?.id ?? ('' as never));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    for (let minutes = 0; !(await readJob(job)).finishedAt && minutes < 20; minutes += 1) await tick();
    expect((await readJob(job)).progress.counts).toMatchObject({ granted: MET, issued: MET });
  });

  it('reminds the principals of many schools, each once, over several minutes', async () => {
    await askManySchools();
    const reminded = () => sent.filter((address) => address.startsWith('chef.'));
    await tick();
    await tick();
    expect(reminded().length).toBeGreaterThan(0);
    expect(reminded().length).toBeLessThan(SCHOOLS);
    for (let minutes = 2; reminded().length < SCHOOLS && minutes < 20; minutes += 1) await tick();
    await tick();
    expect(new Set(reminded()).size).toBe(SCHOOLS);
    expect(reminded()).toHaveLength(SCHOOLS);
  });
});

async function readJob({ id }: Job): Promise<Job> {
  const job = await running.service.ports.store.readJob(id);
  if (!job) throw new Error('no such job');
  return job;
}
