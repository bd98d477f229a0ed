import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLAIRE, startDaneService } from '../support/fixtures/dane.ts';
import { fr } from '../support/fr.ts';
import { issueEverything, type TestService } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

let service: TestService;
let agent: SignedInBrowser;
beforeEach(async () => {
  ({ service, agent } = await startDaneService());
  await issueEverything(service);
});
afterEach(() => service.stop());

const page = async () => (await agent.get('/dane/re-signing')).text();

describe('a badge whose engagement was ended or corrected after its grant', () => {
  it('is listed for a decision with a link to revoke it, and no new signature includes it', async () => {
    expect(await page()).toContain(fr.dane.corrections.none);
    const { store } = service.ports;
    const [claire] = await store.readPeopleByEmail([CLAIRE]);
    if (!claire) throw new Error('nobody');
    const [record] = await store.readPersonRecords([claire.id]);
    for (const { reference, period } of record?.engagements ?? []) {
      const fields = { to: period.from, reason: 'N’a exercé qu’un jour.' };
      const answer = await agent.post(`/dane/people/${claire.id}/engagements/${reference}/end`, fields);
      expect(answer.status).toBe(303);
    }
    const html = await page();
    expect(html).toContain(fr.dane.corrections.toDecide['record-changed'].title);
    expect(html).toContain('Ses critères ne sont pas remplis aujourd’hui.');
    expect(html).toMatch(/\/dane\/credentials\/[\w-]+\/revocation/);
    const outcomes = await Array.fromAsync(
      service.services.reSignMisstated({ actor: 'test', dryRun: false }),
    );
    expect(outcomes.map(({ found }) => found.kind)).toEqual(['to-decide']);
  });
});
