import { type NodeContext, openNodeContext } from '../../../src/node.ts';
import { SCHOOL_FIXTURE } from '../fixtures/schools.ts';
import { makeMigratedDatabase } from './postgres.ts';
import { startTestService } from './service.ts';

/** Two processes of the service on one database. */
export interface TwoProcesses {
  readonly one: NodeContext;
  readonly other: NodeContext;
  stop(): Promise<void>;
}

/** How to start two processes with one school in their database, on each engine that several processes share. */
export const PAIRS: readonly (readonly [string, () => Promise<TwoProcesses>])[] = [
  ['SQLite', () => startPair()],
  ['PostgreSQL', startPairOnPostgres],
];

async function startPair(settings: Readonly<Record<string, string>> = {}): Promise<TwoProcesses> {
  const one = await startTestService(settings);
  await one.importText(SCHOOL_FIXTURE);
  const other = await openNodeContext(one.environment);
  const stop = async () => {
    await other.close();
    await one.stop();
  };
  return { one, other, stop };
}

async function startPairOnPostgres(): Promise<TwoProcesses> {
  const database = await makeMigratedDatabase();
  const pair = await startPair({ DATABASE_URL: database.url });
  const stop = async () => {
    await pair.stop();
    await database.drop();
  };
  return { ...pair, stop };
}
