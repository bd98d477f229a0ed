import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../src/application/ports.ts';
import { expireFacts } from '../../src/application/retention.ts';
import { makeUptimeDays } from '../../src/application/time/uptime-days.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { factsRetainedFrom, LONGEST_HOLD_DAYS } from '../../src/domain/retention.ts';
import {
  type Instant,
  type LocalDate,
  localDateInParis,
  secondsAfter,
} from '../../src/domain/time/calendar.ts';
import type { ClockJudgment } from '../../src/domain/time/clock-evidence.ts';
import { UPTIME_DAYS_NEEDED } from '../../src/domain/time/confirmed-uptime-days.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import { somePorts } from '../support/servers/some-ports.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const OLD = 'vieux@ac-test.example';
const GUYOT = '0210001M';
/** Half past midnight in Paris. */
const LAST_NIGHT = '2026-08-30T22:30:00.000Z';
const FIRST_NIGHT = '2026-08-31T22:30:00.000Z';
const FIRST_MORNING = '2026-09-01T08:00:00.000Z';
const EIGHTH_NIGHT = '2026-09-07T22:30:00.000Z';
/** After seven lived days. */
const NINTH_NIGHT = '2026-09-08T22:30:00.000Z';
const NINTH_MORNING = '2026-09-09T08:00:00.000Z';

let service: TestService;
let agent: SignedInBrowser;
const ONE_OF_EACH = { engagements: 1, attended: 1, reviews: 1, contributions: 1, participations: 0 };
let old: PersonId;
beforeEach(async () => {
  logged.length = 0;
  ({ service, agent } = await startDaneService());
  await service.importText({
    'gens.csv': `email;prenom;nom\n${OLD};Ancien;Référent\n`,
    'evenements.csv': 'code;nature;intitule;debut;heures\nPAF-1;EV-PAF;Une formation;2020-10-02;6\n',
    // The last fact is from the last day of 2020-2021, so the fifth school year after it is 2025-2026.
    'segments.csv': [
      'reference;email;uai;debut;fin;missions;confirmation',
      `O-1;${OLD};${GUYOT};01/09/2019;31/08/2021;A1|B1;confirmee`,
      '',
    ].join('\n'),
    'presences.csv': `email;evenement;heures;preuve\n${OLD};PAF-1;6;3\n`,
    'points.csv': `email;uai;date\n${OLD};${GUYOT};12/05/2021\n`,
    'apports.csv': `reference;email;nature;date;validee\nV-1;${OLD};ressource;10/01/2021;oui\n`,
  });
  old = (await service.ports.store.readPeopleByEmail([OLD]))[0]?.id as PersonId;
});
afterEach(() => service.stop());

const logged: [string, object | undefined][] = [];
const daysAt = (now: string, contradictions: ClockJudgment['contradictions'] = []) =>
  makeUptimeDays(
    somePorts({
      store: service.ports.store,
      ids: service.ports.ids,
      log: { info: () => {}, error: () => {} },
      time: {
        look: async () => ({
          now: now as Instant,
          contradictions,
          isConfirmed: false,
          isFarFromRecord: false,
        }),
        jumps: () => 0,
        hear: () => {},
        check: async () => now as Instant,
      },
      monotonic: () => 0,
      trustsClock: false,
    }),
  );
const expire = async (now: string, contradictions: ClockJudgment['contradictions'] = []) => {
  const days = daysAt(now, contradictions);
  await days.count();
  const log: Log = { info: (event, fields) => void logged.push([event, fields]), error: () => {} };
  await expireFacts({ ...service.ports, log }, days)();
};
/** Announces in the first night, and lives so many days. */
const announceAndLive = async (days: number) => {
  await expire(FIRST_NIGHT);
  const lived = Array.from({ length: days }, (_, at) => `2026-09-0${at + 2}` as LocalDate);
  await service.ports.store.commit(lived.map((day) => ({ kind: 'day-lived', day })));
};
/** Enters two classes for a project of the school year. */
const enterClasses = async (schoolYear: number) => {
  const joinsUntil = `${schoolYear + 1}-05-31` as LocalDate;
  const made = { madeBy: old, madeAt: `${schoolYear}-10-01T08:00:00Z` as Instant };
  const id = `P-${schoolYear}`;
  const entry = { uai: parseUai(GUYOT), classes: '5e B, 5e C', count: 2, joinedAt: made.madeAt };
  await service.ports.store.commit([
    {
      kind: 'class-project-added',
      project: { id, title: 'webdiff', audience: 'Les collèges', schoolYear, joinsUntil, ...made },
    },
    {
      kind: 'classes-entered',
      participation: { projectId: id, personId: old, ...entry },
      today: joinsUntil,
    },
  ]);
};
/** Lives seven more days after the ninth night, and deletes in the night after them. */
const liveAfterNinthNight = async () => {
  const days = Array.from({ length: 7 }, (_, at) => `2026-09-${at + 10}` as LocalDate);
  await service.ports.store.commit(days.map((day) => ({ kind: 'day-lived', day })));
  await expire('2026-09-16T22:30:00.000Z');
};
const record = async () => (await service.ports.store.readPersonRecords([old]))[0];
const facts = async () => {
  const found = await record();
  return [found?.engagements, found?.attended, found?.reviews, found?.contributions].map(
    (one) => one?.length,
  );
};
const readRetentionAudit = () => service.ports.store.readAuditOf('retention', 5);

describe('the facts of a person', () => {
  it.each([
    ['2026-08-31', '2020-09-01'],
    ['2026-09-01', '2021-09-01'],
    ['2027-01-15', '2021-09-01'],
  ])('are kept on %s from %s on', (on, from) => {
    expect(factsRetainedFrom(on as LocalDate)).toBe(from);
  });

  it('are announced when the fifth school year after the last one is over, and go after seven uptime days', async () => {
    await expire(LAST_NIGHT);
    expect((await service.services.readRetention()).announced.people).toBe(0);
    await announceAndLive(7);
    expect(await facts()).toEqual([1, 1, 1, 1]);
    expect((await service.services.readRetention()).notices).toEqual([
      { personId: old, before: '2021-09-01', announcedOn: '2026-09-01', ...ONE_OF_EACH },
    ]);
    await expire(EIGHTH_NIGHT);
    expect(await facts()).toEqual([1, 1, 1, 1]);
    await expire(NINTH_NIGHT);
    expect(await facts()).toEqual([0, 0, 0, 0]);
    expect(await readRetentionAudit()).toMatchObject([
      { action: 'facts-expired', actor: 'service', details: { people: 1, before: '2021-09-01' } },
    ]);
    expect(logged).toEqual([
      ['retention-announced', { before: '2021-09-01', people: 1, ...ONE_OF_EACH }],
      ['facts-expired', { before: '2021-09-01', people: 1, ...ONE_OF_EACH }],
    ]);
    expect(await service.ports.store.readPeople([old])).toHaveLength(1);
  });

  it('are deleted once: a second run changes nothing and logs nothing', async () => {
    await announceAndLive(7);
    await expire(NINTH_NIGHT);
    await expire(NINTH_NIGHT);
    expect(await readRetentionAudit()).toHaveLength(1);
  });

  it('stay however late the clock says it is, until as many days were lived', async () => {
    await announceAndLive(6);
    await expire('2033-01-14T23:20:00.000Z');
    await expire('2033-01-20T23:20:00.000Z');
    expect(await facts()).toEqual([1, 1, 1, 1]);
  });

  it('stay while something contradicts the clock', async () => {
    await announceAndLive(7);
    await expire(NINTH_NIGHT, [{ witness: 'database', at: FIRST_NIGHT as Instant }]);
    expect(await facts()).toEqual([1, 1, 1, 1]);
  });

  it('are announced again where one more of them is recorded', async () => {
    await announceAndLive(7);
    await service.importText({
      'apports.csv': `reference;email;nature;date;validee\nV-2;${OLD};projet;11/01/2021;oui\n`,
    });
    await expire(NINTH_NIGHT);
    expect(await facts()).toEqual([1, 1, 1, 2]);
    expect((await service.services.readRetention()).notices).toMatchObject([
      { announcedOn: '2026-09-09', contributions: 2 },
    ]);
  });

  it('are no longer announced where a younger one is recorded', async () => {
    await announceAndLive(7);
    await service.importText({ 'points.csv': `email;uai;date\n${OLD};${GUYOT};01/09/2021\n` });
    await expire(NINTH_NIGHT);
    expect((await service.services.readRetention()).announced.people).toBe(0);
  });

  it('are checked only in the first hour of the day', async () => {
    await expire(FIRST_MORNING);
    expect((await service.services.readRetention()).announced.people).toBe(0);
    await announceAndLive(7);
    await expire(NINTH_MORNING);
    expect(await facts()).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['a segment', 'segments.csv', `reference;email;uai;debut;missions\nO-2;${OLD};${GUYOT};01/09/2019;A1\n`],
    ['a review', 'points.csv', `email;uai;date\n${OLD};${GUYOT};01/09/2021\n`],
    [
      'a contribution',
      'apports.csv',
      `reference;email;nature;date;validee\nV-2;${OLD};projet;01/09/2021;non\n`,
    ],
  ])('stay complete as long as one fact is younger: %s', async (_what, name, text) => {
    await service.importText({ [name]: text });
    const before = await facts();
    await announceAndLive(7);
    await expire(NINTH_NIGHT);
    expect(await facts()).toEqual(before);
  });

  it('are deleted without the badges, whose award keeps the facts that it used', async () => {
    const badges = await issueEverything(service);
    await announceAndLive(7);
    await expire(NINTH_NIGHT);
    expect(await facts()).toEqual([0, 0, 0, 0]);
    const awards = await service.ports.store.readAwardsOf([{ kind: 'person', personId: old }]);
    expect(awards.length).toBeGreaterThan(0);
    for (const { award } of awards) expect(award.evaluation.facts.kind).toBe('person');
    expect(badges.length).toBeGreaterThan(0);
    const [person] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    const [saved] = await service.ports.store.readPersonRecords([person?.id as PersonId]);
    expect(saved?.engagements).toHaveLength(1);
  });

  it('are announced again where classes were entered for a project, and end with them', async () => {
    await announceAndLive(7);
    await enterClasses(2020);
    await expire(NINTH_NIGHT);
    expect(await facts()).toEqual([1, 1, 1, 1]);
    expect((await service.services.readRetention()).notices).toMatchObject([
      { announcedOn: '2026-09-09', ...ONE_OF_EACH, participations: 1 },
    ]);
    await liveAfterNinthNight();
    expect(await facts()).toEqual([0, 0, 0, 0]);
    expect(await service.ports.store.readParticipationsOf(old)).toEqual([]);
  });

  it('end where classes entered for a project are the only one', async () => {
    await announceAndLive(7);
    await expire(NINTH_NIGHT);
    await enterClasses(2020);
    await expire(NINTH_NIGHT);
    const { notices } = await service.services.readRetention();
    expect(notices).toMatchObject([{ personId: old, engagements: 0, participations: 1 }]);
    await liveAfterNinthNight();
    expect(await service.ports.store.readParticipationsOf(old)).toEqual([]);
    expect((await service.services.readRetention()).announced.people).toBe(0);
  });

  it('stay complete as long as classes are entered for a project of a younger school year', async () => {
    await enterClasses(2020);
    await enterClasses(2021);
    await announceAndLive(7);
    await expire(NINTH_NIGHT);
    expect(await facts()).toEqual([1, 1, 1, 1]);
    expect(await service.ports.store.readParticipationsOf(old)).toHaveLength(2);
  });

  it('are counted before the deletion, on the page of requests about data', async () => {
    const { on, people } = await service.services.readRetention();
    const html = await (await agent.get('/dane/requests')).text();
    expect(html).toContain(fr.dataRequests.retentionTitle);
    expect(html).toContain(people === 0 ? 'ne concerne personne' : 'cela concerne');
    expect(html).toContain('href="/dane/retention"');
    expect(on.slice(4)).toBe('-09-01');
  });
});

describe('the page of announced deletions', () => {
  const page = async () => (await agent.get('/dane/retention')).text();
  const inDays = (days: number) => localDateInParis(secondsAfter(service.ports.clock.now(), days * 86_400));

  it('names the people, and counts their facts', async () => {
    expect(await page()).toContain(fr.dane.retention.none);
    await expire(FIRST_NIGHT);
    const html = await page();
    expect(html).toContain('Ancien Référent');
    expect(html).toContain(fr.dane.retention.count(1));
  });

  it('holds the deletions back with a reason, and lets them go on', async () => {
    const untilOn = inDays(30);
    const answer = await agent.post('/dane/retention/hold', { untilOn, reason: 'Enquête en cours' });
    expect(answer.status).toBe(303);
    expect(await page()).toContain('Enquête en cours');
    await announceAndLive(7);
    await expire(NINTH_NIGHT);
    const isHeldThen = untilOn >= '2026-09-09';
    expect(await facts()).toEqual(isHeldThen ? [1, 1, 1, 1] : [0, 0, 0, 0]);
    await agent.post('/dane/retention/hold/end', {});
    expect(await page()).not.toContain(fr.dane.retention.endHold);
    expect((await readRetentionAudit()).map(({ action }) => action)).toContain('retention-hold-ended');
  });

  it('refuses a hold without a reason, and one that lasts more than ninety days in all', async () => {
    const hold = (days: number, reason: string) =>
      agent.post('/dane/retention/hold', { untilOn: inDays(days), reason });
    expect((await hold(30, ' ')).status).toBe(400);
    expect((await hold(LONGEST_HOLD_DAYS + 1, 'Enquête')).status).toBe(400);
    expect((await hold(LONGEST_HOLD_DAYS, 'Enquête')).status).toBe(303);
    await agent.post('/dane/retention/hold/end', {});
    expect((await hold(LONGEST_HOLD_DAYS + 1, 'Enquête')).status).toBe(400);
  });
});

describe.each(['fr', 'en'])('the page on personal data in %s', (language) => {
  it('says how long facts are kept, by the figures of the code', async () => {
    const html = (await (await agent.get(`/privacy?lang=${language}`)).text()).replaceAll('\u00a0', ' ');
    const years = Number(factsRetainedFrom('2026-09-01' as LocalDate).slice(0, 4));
    const saved = 2026 - years;
    expect(html).toContain(language === 'fr' ? `${saved} années scolaires` : `${saved} school years`);
    expect(html).toContain(language === 'fr' ? `${UPTIME_DAYS_NEEDED} jours` : `${UPTIME_DAYS_NEEDED} days`);
    expect(html).toContain(`${LONGEST_HOLD_DAYS} ${language === 'fr' ? 'jours' : 'days'}`);
    expect(html).not.toMatch(
      /rien n’en est effacé|ne contient que des identifiants|only identifiers without names:/,
    );
  });
});
