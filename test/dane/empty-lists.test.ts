import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';

let service: TestService;
let agent: SignedInBrowser;
beforeAll(async () => {
  service = await startTestService();
  await service.importText({ 'gens.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n` });
  agent = await signInAs(service, AGENT);
});
afterAll(() => service.stop());

const textOf = async (path: string) =>
  (await (await agent.get(path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[ \n]+/g, ' ');

describe('a list without any record', () => {
  it.each([
    ['/dane/support', '/dane/support?q=amon', fr.support.dane.none],
    ['/dane/events', '/dane/events?kind=EV-PAF', 'Ajoutez le premier, ou importez'],
    ['/dane/coverage/schools', '/dane/coverage/schools?q=dumas', 'Importez leur liste'],
    ['/dane/contributions', '/dane/contributions?which=waiting&q=dumas', fr.changes.queue.none.waiting],
  ])(
    '%s explains what to do next, and mentions a filter only if there is one',
    async (path, filtered, next) => {
      const [whole, narrowed] = await Promise.all([textOf(path), textOf(filtered)]);
      expect(whole).toContain(next);
      expect(whole).not.toMatch(/ne correspond|Élargissez/);
      expect(narrowed).toMatch(/ne correspond\. Élargissez/);
      expect(narrowed).not.toContain(next);
    },
  );

  it('explains once that no badge waits, and what the filter changes', async () => {
    expect(await textOf('/dane/decisions')).toContain(fr.dane.decisions.neverJudged);
    await agent.post('/dane/decisions/judge');
    await service.services.runMaintenance();
    const judged = await textOf('/dane/decisions');
    expect(judged).toContain(fr.dane.decisions.allDecided);
    expect(judged).not.toContain(fr.dane.decisions.empty);
    expect(await textOf('/dane/decisions?q=claire')).toContain(fr.dane.decisions.empty);
  });

  it('names the meetings and the contests that it would show', async () => {
    expect(await textOf('/dane/meetings')).toContain(fr.meetings.dane.none.open);
    expect(await textOf('/dane/meetings?state=held')).toContain(fr.meetings.dane.none.held);
    expect(await textOf('/dane/contests?over=1')).toContain(fr.contests.noneOver);
  });
});
