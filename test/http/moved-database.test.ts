import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';

it('answers 503 with a sentence to what would write after a move, and pages can still be read', async () => {
  const { service, agent } = await startDaneService();
  const database = new Sqlite(join(service.folder, 'jalon.db'));
  database.exec(`insert into life (id, home, mark, marked_at, moved_to) values (1, '', '', '', 'postgres://x/y')
    on conflict (id) do update set moved_to = excluded.moved_to`);
  database.close();
  const form = { untilOn: '2027-01-31', reason: 'Contrôle' };
  const page = await agent.post('/dane/retention/hold', form);
  expect(page.status).toBe(503);
  expect(await page.text()).toContain(fr.refusals['moved-to']({}).slice(0, 50));
  expect((await agent.get('/dane/people')).status).toBe(200);
  expect((await service.get('/badges')).status).toBe(200);
  expect((await service.get('/health/ready?for=writing')).status).toBe(503);
  await service.stop();
});
