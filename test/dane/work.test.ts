import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const OTHER = 'autre.agent@ac-test.example';

let service: TestService;
let agent: SignedInBrowser;
let other: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane|rupn\n${OTHER};Paul;Martin;dane\n`,
  });
  [agent, other] = [await signInAs(service, AGENT), await signInAs(service, OTHER)];
});
afterEach(() => service.stop());

const workNoticeOf = async (browser: SignedInBrowser, path: string) => {
  const page = await (await browser.get(path)).text();
  return /<section class="work.*?<\/section>/s.exec(page)?.[0] ?? '';
};

describe('the line about work in progress', () => {
  it('stands on every page of the space while the reader’s work is in progress', async () => {
    const begun = await agent.post('/dane/decisions/judge');
    for (const path of ['/dane', '/dane/people', '/dane/settings', '/dane/jobs']) {
      const line = await workNoticeOf(agent, path);
      expect(line).toContain(`${fr.dane.jobs.titles['propose-awards']}\u00a0: 0 sur`);
      expect(line).toContain(`href="${begun.headers.get('Location')}"`);
      expect(line).toContain('aria-live="polite"');
      expect(line).toContain(fr.dane.jobs.work.again);
    }
    expect(await workNoticeOf(other, '/dane')).toBe('');
    expect(await workNoticeOf(agent, '/my')).toBe('');
  });

  it('reports once that the work is done', async () => {
    const begun = await agent.post('/dane/decisions/judge');
    const id = begun.headers.get('Location')?.split('/').at(-1) ?? '';
    await service.services.advanceJob(id);
    // A file shows the line to no one, so it does not count.
    await agent.get('/dane/coverage.csv');
    expect(await workNoticeOf(agent, '/dane/people')).toContain(
      `${fr.dane.jobs.titles['propose-awards']}\u00a0: ${fr.dane.jobs.work.over}`,
    );
    expect(await workNoticeOf(agent, '/dane/people')).toBe('');
    expect(await (await agent.get('/dane/jobs')).text()).toContain(fr.dane.jobs.work.none);
  });

  it('leaves out the work that the page itself shows', async () => {
    const begun = await agent.post('/dane/decisions/judge');
    expect(await workNoticeOf(agent, begun.headers.get('Location') ?? '')).toBe('');
  });
});
