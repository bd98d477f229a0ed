import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';
import { ONE_RUPN, startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';

/** The timer looks once a minute: what is finished earlier was begun by an announcement. */
const SECONDS = 30;

let database: PostgresDatabase;
let service: TestService;
let server: RunningServer;
afterEach(async () => {
  await server.stop();
  await service.stop();
  await database.drop();
});

it('a server does a job that another process began, without a visitor and without waiting for its timer', async () => {
  database = await makeMigratedDatabase();
  service = await startTestService({ DATABASE_URL: database.url });
  await service.importText(ONE_RUPN);
  server = await startServer(service.environment, TEST_ORIGIN);
  // The work of its start is done before the job begins.
  await wait(2000);
  const { id } = await service.services.beginJob({ kind: 'measure-coverage' }, 'test' as PersonId);
  const readJob = () => service.ports.store.readJob(id);
  let job = await readJob();
  for (let left = SECONDS * 5; left > 0 && !job?.finishedAt; left -= 1) {
    await wait(200);
    job = await readJob();
  }
  expect(job?.finishedAt).toBeDefined();
});
