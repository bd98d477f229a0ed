import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { type AuditCheck, checkAuditChain } from '../../src/application/audit/verify-chain.ts';
import { audit } from '../../src/domain/audit/entry.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

/** Lines of the world: one tile and a part of the next. */
export const ENTRIES = 300;

/** A service whose audit has lines with and without details, sealed in two states of the chain. */
export async function startAudited(): Promise<TestService> {
  const service = await startTestService();
  const { store, clock } = service.ports;
  const actions = Array.from({ length: ENTRIES }, (_, turn) =>
    audit('award-refused', {
      ...{ at: clock.now(), actor: `agent-${turn % 3}`, subject: `person-${turn}` },
      ...(turn % 2 === 0 && { details: { reason: `reason ${turn}` } }),
    }),
  );
  await store.commit(actions.slice(0, 100));
  await service.services.sealAudit();
  await service.services.appendBadgeLog();
  await store.commit(actions.slice(100));
  await service.services.sealAudit();
  return service;
}

export const check = ({ ports }: Pick<TestService, 'ports'>): Promise<AuditCheck> => checkAuditChain(ports)();

/** What the check says of a copy of the service's database on which these statements were run. */
export async function checkTampered(service: TestService, sql: string): Promise<AuditCheck> {
  const file = join(service.folder, `tampered-${crypto.randomUUID()}.db`);
  const database = new Sqlite(join(service.folder, 'jalon.db'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  await cp(join(service.folder, 'jalon.db'), file);
  const copy = new Sqlite(file);
  copy.exec(sql);
  copy.close();
  const store = await openSqliteStore({ file, migrationsFolder: MIGRATIONS, migrating: 'never' } as never);
  try {
    return await check({ ports: { ...service.ports, store } });
  } finally {
    await store.close();
  }
}
