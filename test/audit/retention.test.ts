import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changesToSql } from '../../src/adapters/storage/commit/changes-to-sql.ts';
import { openSqliteStore } from '../../src/adapters/storage/engines/sqlite.node.ts';
import { letAuditGo } from '../../src/application/audit/prune.ts';
import { sealAudit } from '../../src/application/audit/seal.ts';
import { audit } from '../../src/domain/audit/entry.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { type Instant, localDateInParis } from '../../src/domain/time/calendar.ts';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { MIGRATIONS } from '../support/migrations.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { check, checkTampered } from './fixture.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeAll(async () => {
  ({ service, agent } = await startDaneService());
});
afterAll(() => service.stop());

const MIGRATION = '0031_audit_sealed.sql';

it('loses what was typed about an erased person, and stays whole', async () => {
  const { store, clock } = service.ports;
  const [badge] = await issueEverything(service);
  const id = badge?.id;
  if (!id) throw new Error('no badge was issued');
  await service.services.suspendCredential({
    ...{ id, cause: 'check', reason: 'Vérifier avec Claire Dupont', actor: 'cli' },
  });
  await service.services.sealAudit();
  expect(await check(service)).toMatchObject({ withoutDetails: 0, faults: [] });
  await service.services.erasePerson({ email: CLAIRE, actor: 'cli' });
  const lines = await store.searchAudit({ limit: 200 });
  const suspended = lines.find(({ action }) => action === 'credential-suspended');
  expect(suspended).toMatchObject({ detailsDigest: expect.any(String) });
  expect(suspended?.details).toBeUndefined();
  expect(suspended?.detailsSalt).toBeUndefined();
  await service.services.sealAudit();
  const found = await check(service);
  expect(found.faults).toEqual([]);
  expect(found.withoutDetails).toBeGreaterThan(0);
  await store.commit([
    audit('award-refused', { at: clock.now(), actor: 'cli', subject: 'x', details: { reason: 'y' } }),
  ]);
  await service.services.sealAudit();
  const last = (await store.readTreeSize('audit')) - 1;
  const after = await checkTampered(service, `UPDATE audit SET details = NULL WHERE position = ${last}`);
  expect(after.faults).toEqual([{ kind: 'details-gone', line: last + 1 }]);
});

it('lets lines go after the years of the setting, which the page on personal data says', async () => {
  const { ports } = service;
  const years = ports.clock.now().slice(0, 4);
  const later = (over: number) => `${Number(years) + over}-11-30T23:30:00Z` as Instant;
  const nights = (at: Instant) => ({
    sureTime: async () => ({ at, today: localDateInParis(at), announcedBefore: localDateInParis(at) }),
  });
  const privacy = async () => (await service.get('/privacy')).text();
  expect(await privacy()).toContain('aussi longtemps que le service');
  await letAuditGo(ports, nights(later(9)))();
  expect((await check(service)).letGo).toBe(0);
  expect((await agent.post('/dane/settings/audit', { years: '2' })).status).toBe(400);
  await agent.post('/dane/settings/audit', { years: '3' });
  expect(await privacy()).toContain('3 ans');
  await service.services.sealAudit();
  const before = await check(service);
  await letAuditGo(ports, nights(later(2)))();
  expect(await check(service)).toEqual(before);
  await letAuditGo({ ...ports, clock: { now: () => later(4) } }, nights(later(4)))();
  await service.services.sealAudit();
  const found = await check(service);
  expect(found).toMatchObject({ sealed: before.sealed + 1, letGo: before.sealed, faults: [] });
  const [line, ...others] = await ports.store.searchAudit({ limit: 10 });
  expect(others).toEqual([]);
  expect(line).toMatchObject({ action: 'audit-let-go', details: { lines: before.sealed } });
  const page = await (await agent.get('/dane/audit')).text();
  expect(page).toContain(fr.dane.audit.actions['audit-let-go']);
});

it('seals the lines of an older database as it finds them, in their order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-audit-'));
  const earlier = join(folder, 'migrations');
  mkdirSync(earlier);
  for (const name of readdirSync(MIGRATIONS).filter((one) => one.endsWith('.sql') && one < MIGRATION))
    cpSync(join(MIGRATIONS, name), join(earlier, name));
  const file = join(folder, 'jalon.db');
  await (await openSqliteStore({ file, migrationsFolder: earlier } as never)).close();
  const database = new Sqlite(file);
  const insert = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?)');
  const person = 'p' as PersonId;
  for (let turn = 0; turn < 300; turn += 1)
    insert.run('2026-01-01T00:00:00Z', person, 'signed-in', `s${turn}`, turn % 2 ? '{"lines":1}' : null);
  database.close();
  const store = await openSqliteStore({ file, migrationsFolder: MIGRATIONS } as never);
  const ports = { ...service.ports, store };
  const keys = await service.ports.store.readPublicKeys();
  await store.commit(keys.map((key) => ({ kind: 'public-key-kept', key })));
  expect(await store.countUnsealedEntries()).toBe(300);
  await sealAudit(ports)();
  expect(await check({ ports })).toMatchObject({ sealed: 300, waiting: 0, faults: [] });
  const lines = await store.readSealedEntries(0, 300);
  expect(lines.map(({ subject }) => subject)).toEqual(Array.from({ length: 300 }, (_, turn) => `s${turn}`));
  expect(lines[1]).toMatchObject({ details: { lines: 1 } });
  expect(lines[1]?.road).toBeUndefined();
  await store.close();
  rmSync(folder, { recursive: true });
});

it('finds each line by its id while it seals, however many wait', () => {
  const lines = [{ id: 'a', digest: 'b', position: 0 }];
  const [statement = ''] = changesToSql([{ kind: 'audit-sealed', lines, tiles: [] }]).split('\n');
  const database = new Sqlite(join(service.folder, 'jalon.db'), { readonly: true });
  const plan = database.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).all();
  database.close();
  const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes(' audit '));
  expect(steps).toEqual([expect.stringMatching(/^SEARCH audit USING .*\(id=\?\)$/)]);
});
