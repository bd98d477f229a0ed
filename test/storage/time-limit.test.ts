import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openPool,
  type PostgresConnection,
  withUnavailableErrors,
} from '../../src/adapters/storage/engines/postgres-pool.node.ts';
import { makeWaitLimit } from '../../src/adapters/storage/engines/time-limit.node.ts';
import { makePostgresDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';

let database: PostgresDatabase;
let pool: ReturnType<typeof openPool>;
beforeEach(async () => {
  database = await makePostgresDatabase();
  pool = openPool(database.url, { size: 1 });
  // The limits below are about waiting for a connection, not about opening the first one.
  await pool.query('select 1');
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

/** One connection for all actions. `as` does work as part of an action. */
function makeActions(limits: { readonly firstMilliseconds: number; readonly laterMilliseconds: number }) {
  let present: object | undefined;
  const waits = makeWaitLimit({ ...limits, currentAction: () => present });
  const connections = withUnavailableErrors(pool, 'postgres://here', { waits });
  const as = (action: object | undefined) => {
    present = action;
    return connections.connect();
  };
  const query = async (action: object) => {
    const client = await as(action);
    return client.query('select 1').finally(() => client.release());
  };
  return { as, query };
}

const REFUSED = { code: 'unavailable' };

describe('an action on PostgreSQL', () => {
  it('waits for its later connections while an action that has none yet is refused', async () => {
    const { as, query } = makeActions({ firstMilliseconds: 200, laterMilliseconds: 60_000 });
    const [long, other] = [{}, {}];
    await query(long);
    const held: PostgresConnection = await as(undefined);
    const later = Array.from({ length: 20 }, () => query(long));
    await expect(query(other)).rejects.toMatchObject(REFUSED);
    held.release();
    await expect(Promise.all(later)).resolves.toHaveLength(20);
    await expect(query(other)).resolves.toBeDefined();
  });

  it('has one limit for all its waits, and other actions keep theirs', async () => {
    const { as, query } = makeActions({ firstMilliseconds: 60_000, laterMilliseconds: 400 });
    const [long, other] = [{}, {}];
    await query(long);
    await query(other);
    let held = await as(undefined);
    await expect(query(long)).rejects.toMatchObject(REFUSED);
    const waiting = query(other);
    held.release();
    await expect(waiting).resolves.toBeDefined();
    held = await as(undefined);
    // Twenty queries that wait together use the time of one.
    const spent = Array.from({ length: 20 }, () => query(long));
    for (const one of spent) await expect(one).rejects.toMatchObject(REFUSED);
    held.release();
  });

  it('that was refused leaves its place in the queue to others', async () => {
    const { as, query } = makeActions({ firstMilliseconds: 100, laterMilliseconds: 100 });
    const held = await as(undefined);
    await Promise.allSettled(Array.from({ length: 50 }, () => query({})));
    held.release();
    await expect(query({})).resolves.toBeDefined();
    expect(pool.totalCount).toBe(1);
  });
});
