import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { CLAIRE, type MyFixture, startMyFixture } from './fixture.ts';

const FULL = { visibility: 'public', name: 'full', form: 'feminine', schools: 'yes' };

let fixture: MyFixture;
let claire: SignedInBrowser;
let id: CredentialId;
beforeEach(async () => {
  fixture = await startMyFixture();
  claire = await signInAs(fixture.service, CLAIRE);
  id = fixture.badge as CredentialId;
});
afterEach(() => fixture.service.stop());

/** The badge was signed in 2024 and ended in 2025, before its holder answered. */
function endBadge(): void {
  const database = new Sqlite(fixture.service.environment['DATABASE_URL']?.replace('sqlite:', ''));
  database.prepare("update credential set valid_from = '2024-09-01T00:00:00Z' where id = ?").run(id);
  database
    .prepare(
      "update award set granted_at = '2024-09-01T00:00:00Z', valid_until = '2025-09-01T00:00:00Z' where id = (select award_id from credential where id = ?)",
    )
    .run(id);
  database.close();
}

it('a badge that ended before its holder answered is accepted, and verifies as ended', async () => {
  endBadge();
  expect((await claire.post(`/my/badges/${id}/accept`, FULL)).status).toBe(303);
  const found = await fixture.service.ports.store.readCredential(id);
  expect(found?.credential?.choice.acceptance).toBe('accepted');
  const document = await (await fixture.service.get(`/credentials/${id}.json`)).json();
  expect(document).toMatchObject({ validFrom: '2024-09-01T00:00:01Z', validUntil: '2025-09-01T00:00:00Z' });
  const report = await fixture.service.ports.verifyCredential({ kind: 'parsed', value: document });
  const codes = Object.fromEntries(report.steps.map(({ step, code }) => [step, code]));
  expect(codes).toMatchObject({ proof: 'ok', validity: 'expired' });
});
