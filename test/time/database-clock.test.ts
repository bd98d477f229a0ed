import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { factsRetainedFrom } from '../../src/domain/retention.ts';
import { fromDayNumber, localDateInParis, toDayNumber, toInstant } from '../../src/domain/time/calendar.ts';
import { makePostgresDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';
import { postgresRunsHere } from '../support/servers/start-postgres.ts';

const OLD = 'vieux@ac-test.example';

let database: PostgresDatabase;
/** Half past midnight in Paris in winter, six years after PostgreSQL's clock: the hour at which facts are
 *  deleted. */
let yearsAhead: string;
let service: TestService;
let badges: readonly IssuedBadge[];
const start = (trusted = '0') => startTestService({ DATABASE_URL: database.url, TRUST_CLOCK: trusted });

/** The service begins with the time of PostgreSQL's clock, whatever day the tests run on. */
async function agreeWithDatabase(): Promise<void> {
  const [row] = await database.ask('select extract(epoch from now())::bigint as seconds');
  const now = new Date(Number(row?.['seconds']) * 1000);
  yearsAhead = `${now.getUTCFullYear() + 6}-01-14T23:30:00Z`;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(now);
}

/** Old facts that were announced long ago, and eight lived days up to yesterday. */
async function makeOldFacts(): Promise<void> {
  const { store, clock } = service.ports;
  await service.importText({
    'gens.csv': `email;prenom;nom\n${OLD};Ancien;Référent\n`,
    'segments.csv': `reference;email;uai;debut;fin;missions;confirmation\nO-1;${OLD};0210001M;01/09/2011;31/08/2012;A1|B1;confirmee\n`,
  });
  const [person] = await store.readPeopleByEmail([OLD]);
  if (!person) throw new Error('nobody');
  const today = toDayNumber(localDateInParis(clock.now()));
  const counts = { engagements: 1, attended: 0, reviews: 0, contributions: 0, participations: 0 };
  const before = factsRetainedFrom(localDateInParis(toInstant(new Date(yearsAhead))));
  await store.commit([
    ...Array.from({ length: 8 }, (_, at) => ({
      kind: 'day-lived' as const,
      day: fromDayNumber(today - at - 1),
    })),
    {
      kind: 'retention-announced',
      notices: [{ personId: person.id, before, announcedOn: fromDayNumber(today - 20), ...counts }],
    },
  ]);
}

describe.skipIf(!postgresRunsHere)(
  'a service that PostgreSQL’s clock contradicts',
  { timeout: 240_000 },
  () => {
    beforeEach(async () => {
      database = await makePostgresDatabase();
      await agreeWithDatabase();
      service = await start();
      await service.importText(ONE_RUPN);
      badges = await issueEverything(service);
      await makeOldFacts();
      await service.services.runMaintenance();
      vi.setSystemTime(yearsAhead);
    });
    afterEach(async () => {
      vi.useRealTimers();
      await service.stop();
      await database.drop();
    });
    const restart = async (trusted?: string) => {
      await service.stop();
      service = await start(trusted);
    };

    it.each(['goes on', 'starts'])(
      'deletes nothing, does not sign, and says so, where it %s',
      async (how) => {
        if (how === 'starts') await restart();
        const { store } = service.ports;
        await service.services.runMaintenance();
        expect(await store.readEngagements(['O-1'])).toHaveLength(1);
        expect((await store.readLife()).days).toEqual([]);
        const id = badges[0]?.id as IssuedBadge['id'];
        await expect(
          service.services.acceptCredential({ id, name: 'full', actor: 'test' }),
        ).rejects.toMatchObject({ code: 'clock-contradicted', params: { witness: 'database' } });
        const ready = await (await service.get('/health/ready?for=writing')).json();
        expect(ready).toMatchObject({ reason: 'clock' });
      },
    );

    it('publishes its lists', async () => {
      const id = badges[0]?.id as IssuedBadge['id'];
      await service.services.revokeCredential({ id, reason: 'Erreur', actor: 'test' });
      await service.services.runMaintenance();
      const [list] = await service.ports.store.readStatusLists();
      expect(list?.published?.publishedRevision).toBe(list?.revision);
    });

    it('signs by the word of its operator, which stands in the audit, and deletes nothing after a rest', async () => {
      await restart('1');
      await service.services.runMaintenance();
      const id = badges[0]?.id as IssuedBadge['id'];
      await service.services.acceptCredential({ id, name: 'full', actor: 'test' });
      expect(await service.ports.store.readAuditOf('clock', 5)).toMatchObject([{ action: 'clock-trusted' }]);
      expect(await service.ports.store.readEngagements(['O-1'])).toHaveLength(1);
    });
  },
);

describe.skipIf(!postgresRunsHere)('the place of a PostgreSQL database', () => {
  it('stays where it is opened again, and is another once its tables were put back', async () => {
    const made = await makePostgresDatabase();
    const homeOf = async () => {
      const store = await made.open();
      const home = await store.readHome();
      await store.close();
      return home;
    };
    const first = await homeOf();
    expect(first).toMatch(/^\d+:[0-9A-F]{8}$/);
    expect(await homeOf()).toBe(first);
    await made.ask('drop table lived_day');
    await made.ask('create table lived_day (day text not null primary key)');
    expect(await homeOf()).not.toBe(first);
    await made.drop();
  });
});
