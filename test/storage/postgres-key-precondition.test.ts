import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';

const KEY = {
  kid: 'ed-test',
  algorithm: 'Ed25519',
  state: 'active',
  createdAt: '2026-01-01T00:00:00Z' as Instant,
  publicKeyMultibase: 'z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp',
} as const;
const SIGNED = { kind: 'keys-signed', keyIds: [KEY.kid] } as const;

let database: PostgresDatabase;
let store: Store;
let other: Client;
beforeEach(async () => {
  database = await makeMigratedDatabase();
  store = await database.open();
  other = new Client(database.url);
  await other.connect();
  await store.commit([{ kind: 'public-key-kept', key: KEY }]);
});
afterEach(async () => {
  await other.end();
  await store.close();
  await database.drop();
});

describe('a commit of what a key signed, on PostgreSQL', () => {
  it('waits for another that ends the key, and is then refused', async () => {
    await other.query('BEGIN');
    await other.query("UPDATE public_key SET state = 'retired', retired_at = '2026-02-01T00:00:00Z'");
    let isDone = false;
    const commit = store.commit([SIGNED]).finally(() => {
      isDone = true;
    });
    commit.catch(() => {});
    await wait(300);
    expect(isDone).toBe(false);
    await other.query('COMMIT');
    await expect(commit).rejects.toMatchObject({
      code: 'store-conflict',
      params: { constraint: expect.stringContaining('signing_key_active') },
    });
  });

  it('is done where the other one leaves the key as it was', async () => {
    await other.query('BEGIN');
    await other.query("UPDATE public_key SET state = 'retired', retired_at = '2026-02-01T00:00:00Z'");
    const commit = store.commit([SIGNED]);
    await other.query('ROLLBACK');
    await commit;
  });

  it('holds up no other commit of the same key', async () => {
    await Promise.all(Array.from({ length: 12 }, () => store.commit([SIGNED])));
  });
});
