import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { openSavedDatabase, type SavedDatabase } from '../support/saved-database.ts';

/** All that was handed out: the bytes of badges, the hashes of the log's entries, the keys that signed them. */
const HANDED_OUT = [
  'select id, document, jws, key_ids, status_list_id, status_index, salt from credential order by id',
  'select * from log_tile',
  'select * from public_key order by kid',
];

interface Badge {
  readonly id: string;
  readonly document: string;
}

describe('a database that an earlier version wrote', () => {
  let saved: SavedDatabase;
  let before: Buffer;
  let handedOut: readonly unknown[];
  const run = (...texts: readonly string[]) => jalon(texts, { environment: saved.environment });
  const read = () => HANDED_OUT.map((sql) => saved.ask(sql));
  const badges = (where: string) =>
    saved.ask<Badge>(`select id, document from credential where acceptance = 'accepted' and ${where}`);

  beforeAll(() => {
    saved = openSavedDatabase();
    before = readFileSync(saved.file);
    handedOut = read();
  });

  afterAll(() => saved.remove());

  async function verify({ id, document }: Badge) {
    const file = join(saved.folder, `${id}.json`);
    writeFileSync(file, document);
    const { code, lines } = await jalon(['verify', file, '--json'], { environment: saved.environment });
    return { code, verdict: lines[0]?.['verdict'] };
  }

  it('is refused in production until someone migrates it, and not touched in the meantime', async () => {
    const refused = await run('issue');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('jalon migrate');
    expect(readFileSync(saved.file).equals(before)).toBe(true);
  });

  it('is migrated once, and keeps every byte that was handed out', async () => {
    const count = readdirSync(MIGRATIONS).length - 1;
    expect((await run('migrate')).stdout.trim()).toBe(fr.cli.migrated(count));
    expect((await run('migrate')).stdout.trim()).toBe(fr.cli.migrated(0));
    expect(handedOut[0]).toHaveLength(43);
    expect(read()).toEqual(handedOut);
  });

  it('is kept up by the service, as at its next start', async () => {
    const context = await openNodeContext(saved.environment);
    await context.services.runMaintenance();
    await context.close();
    expect(read()).toEqual(handedOut);
  });

  it('has badges that verify as before: good ones, a revoked and a suspended one', async () => {
    const [good, revoked, suspended] = [
      badges('revoked_at is null and suspended_at is null'),
      badges('revoked_at is not null'),
      badges('suspended_at is not null'),
    ];
    expect([good.length, revoked.length, suspended.length]).toEqual([5, 1, 1]);
    expect(await Promise.all(good.map(verify))).toEqual(good.map(() => ({ code: 0, verdict: 'valid' })));
    expect(await verify(revoked[0] as Badge)).toEqual({ code: 1, verdict: 'revoked' });
    expect(await verify(suspended[0] as Badge)).toEqual({ code: 1, verdict: 'suspended' });
  });

  it('signs on with the keys that it had', async () => {
    const [waiting] = saved.ask<Badge>(
      "select id, document from credential where acceptance = 'private' limit 1",
    );
    const accepted = await run('accept', waiting?.id ?? '', '--name', 'full');
    expect(accepted).toMatchObject({ code: 0 });
    const [signed] = saved.ask<Badge>(`select id, document from credential where id = '${waiting?.id}'`);
    expect(signed?.document).not.toBe(waiting?.document);
    expect(await verify(signed as Badge)).toEqual({ code: 0, verdict: 'valid' });
  });

  it('is found sound by the doctor', async () => {
    const { code, stdout } = await run('doctor');
    expect([code, stdout]).toEqual([0, expect.stringContaining('invariants')]);
  });

  it('comes back from its backup, and a program older than a database says how', async () => {
    const backup = join(saved.folder, 'before.db');
    writeFileSync(backup, before);
    expect((await run('restore', backup)).code).toBe(0);
    expect(read()).toEqual(handedOut);
    const connection = new Sqlite(saved.file);
    connection.exec("insert into kysely_migration values ('9999_of_the_next.sql', '2027-01-01')");
    connection.close();
    const refused = await run('issue');
    expect(refused.code).toBe(3);
    expect(refused.stderr.trim()).toBe(
      fr.refusals['newer-database']({ migrations: ['9999_of_the_next.sql'] }),
    );
    expect((await run('restore', backup)).code).toBe(0);
    expect(read()).toEqual(handedOut);
  });
});
