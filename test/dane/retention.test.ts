import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expireFacts } from '../../src/application/upkeep/expire-facts.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { factsKeptFrom } from '../../src/domain/retention.ts';
import type { Instant, LocalDate } from '../../src/domain/time/time.ts';
import { CLAIRE, startDaneService } from '../support/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const OLD = 'vieux@ac-test.example';
const GUYOT = '0210001M';
/** Half past midnight in Paris. */
const LAST_NIGHT = '2026-08-30T22:30:00.000Z';
const FIRST_NIGHT = '2026-08-31T22:30:00.000Z';
const FIRST_MORNING = '2026-09-01T08:00:00.000Z';

let service: TestService;
let agent: SignedInBrowser;
let old: PersonId;
beforeEach(async () => {
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

const expire = (now: string) =>
  expireFacts({ store: service.ports.store, clock: { now: () => now as Instant } })();
const record = async () => (await service.ports.store.readPersonRecords([old]))[0];
const facts = async () => {
  const found = await record();
  return [found?.engagements, found?.attended, found?.reviews, found?.contributions].map(
    (one) => one?.length,
  );
};
const told = () => service.ports.store.readAuditOf('retention', 5);

describe('the facts of a person', () => {
  it.each([
    ['2026-08-31', '2020-09-01'],
    ['2026-09-01', '2021-09-01'],
    ['2027-01-15', '2021-09-01'],
  ])('are kept on %s from %s on', (on, from) => {
    expect(factsKeptFrom(on as LocalDate)).toBe(from);
  });

  it('stay to the last day of the fifth school year after the last one, and go the next night', async () => {
    await expire(LAST_NIGHT);
    expect(await facts()).toEqual([1, 1, 1, 1]);
    await expire(FIRST_NIGHT);
    expect(await facts()).toEqual([0, 0, 0, 0]);
    expect(await told()).toMatchObject([
      { action: 'facts-expired', actor: 'service', details: { people: 1, before: '2021-09-01' } },
    ]);
    expect(await service.ports.store.readPeople([old])).toHaveLength(1);
  });

  it('are deleted once: a second run changes nothing and logs nothing', async () => {
    await expire(FIRST_NIGHT);
    await expire(FIRST_NIGHT);
    expect(await told()).toHaveLength(1);
  });

  it('are checked only in the first hour of the day', async () => {
    await expire(FIRST_MORNING);
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
    await expire(FIRST_NIGHT);
    expect(await facts()).toEqual(before);
  });

  it('are deleted without the badges, whose award keeps the facts that it used', async () => {
    const badges = await issueEverything(service);
    await expire(FIRST_NIGHT);
    const awards = await service.ports.store.readAwardsOf([{ kind: 'person', personId: old }]);
    expect(awards.length).toBeGreaterThan(0);
    for (const { award } of awards) expect(award.evaluation.facts.kind).toBe('person');
    expect(badges.length).toBeGreaterThan(0);
    const [person] = await service.ports.store.readPeopleByEmail([CLAIRE]);
    const [kept] = await service.ports.store.readPersonRecords([person?.id as PersonId]);
    expect(kept?.engagements).toHaveLength(1);
  });

  it('are counted before the deletion, on the page of requests about data', async () => {
    const { on, people } = await service.services.readRetention();
    const html = await (await agent.get('/dane/requests')).text();
    expect(html).toContain(fr.dane.requests.retentionTitle);
    expect(html).toContain(people === 0 ? 'ne concerne personne' : 'cela concerne');
    expect(on.slice(4)).toBe('-09-01');
  });
});
