import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANY, fr, like } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const AGENT = 'agent@ac-test.example';
const OTHER = 'autre.agent@ac-test.example';
const FROM = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

let service: TestService;
let agent: SignedInBrowser;
let other: SignedInBrowser;
const start = async (environment: Readonly<Record<string, string>> = {}) => {
  service = await startTestService(environment);
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n${OTHER};Paul;Martin;dane\n`,
  });
  [agent, other] = [await signInAs(service, AGENT), await signInAs(service, OTHER)];
};
beforeEach(() => start());
afterEach(() => service.stop());

const turn = (browser: SignedInBrowser, criteria: 'on' | 'off') =>
  browser.post('/dane/settings/approvals', { criteria });
const isOn = () => service.ports.settings.approvals().criteria;
const figures = { '/thresholds/fullYearDays': '190', from: FROM, confirm: 'yes' };
const propose = (browser: SignedInBrowser, more: object = {}) =>
  browser.post('/dane/criteria/adoption', { ...figures, ...more });
const pathOf = (answer: Response) => (answer.headers.get('Location') ?? '').split('?')[0] ?? '';
const versions = () => service.ports.catalogue.versions().length;

describe('a second person before criteria are adopted', () => {
  it('is not asked for unless someone turns it on', async () => {
    const before = versions();
    expect(pathOf(await propose(agent))).toBe('/dane/criteria');
    expect(versions()).toBe(before + 1);
  });

  it('keeps whoever drafted from adopting alone, by any way', async () => {
    expect((await turn(agent, 'on')).status).toBe(303);
    const before = versions();
    const path = pathOf(await propose(agent));
    expect(path).toMatch(/^\/dane\/criteria\/drafts\//);
    expect(versions()).toBe(before);
    const own = await (await agent.get(path)).text();
    expect(own).not.toContain('value="adopt"');
    expect((await agent.post(path, { decision: 'adopt' })).status).toBe(409);
    const command = { figures: { '/thresholds/fullYearDays': 190 }, from: FROM, actor: agent.personId };
    await expect(service.services.adoptCriteria(command as never)).rejects.toThrow('approval-needed');
    expect(versions()).toBe(before);
  });

  it('adopts what was drafted, once, and keeps the history', async () => {
    await turn(agent, 'on');
    const before = versions();
    const path = pathOf(await propose(agent));
    expect(await (await other.get('/dane/criteria')).text()).toContain(fr.dane.criteria.drafts.waiting);
    const waits = /1<\/strong> version des critères à relire/;
    expect(await (await other.get('/dane')).text()).toMatch(waits);
    expect(await (await agent.get('/dane')).text()).not.toMatch(waits);
    const page = await (await other.get(path)).text();
    expect(page).toContain('Odile Richardot');
    expect(page).toContain('190 au lieu de 200');
    expect((await other.post(path, { decision: 'adopt' })).status).toBe(303);
    expect(versions()).toBe(before + 1);
    expect((await other.post(path, { decision: 'adopt' })).status).toBe(409);
    expect(versions()).toBe(before + 1);
    expect(await (await other.get('/dane')).text()).not.toMatch(waits);
    expect(await (await agent.get('/dane/criteria')).text()).toMatch(
      like(fr.dane.criteria.drafts.outcomes.adopted('Paul Martin', ANY)),
    );
  });

  it('sends back with a word, which is needed', async () => {
    await turn(agent, 'on');
    const path = pathOf(await propose(agent));
    expect((await other.post(path, { decision: 'send-back' })).status).toBe(400);
    const words = 'Trop tôt dans l’année';
    expect((await other.post(path, { decision: 'send-back', words })).status).toBe(303);
    const page = await (await agent.get(path)).text();
    expect(page).toMatch(like(fr.dane.criteria.drafts.outcomes['sent-back']('Paul Martin', ANY)));
    expect(page).toContain(words);
    expect((await other.post(path, { decision: 'adopt' })).status).toBe(409);
  });

  it('approves nothing that was changed after it was read', async () => {
    await turn(agent, 'on');
    const before = versions();
    const read = pathOf(await propose(agent));
    const changed = pathOf(await propose(agent, { '/thresholds/fullYearDays': '150' }));
    expect(changed).not.toBe(read);
    expect((await other.post(read, { decision: 'adopt' })).status).toBe(409);
    expect(versions()).toBe(before);
    expect(await (await other.get(read)).text()).toMatch(
      like(fr.dane.criteria.drafts.outcomes.replaced('Odile Richardot', ANY)),
    );
    expect((await other.post(changed, { decision: 'adopt' })).status).toBe(303);
    expect(service.ports.catalogue.versions().at(-1)?.thresholds.fullYearDays).toBe(150);
  });

  it('refuses the commit where someone changes the draft while another adopts it', async () => {
    await turn(agent, 'on');
    const before = versions();
    const id =
      pathOf(await propose(agent))
        .split('/')
        .at(-1) ?? '';
    const { store } = service.ports;
    const draft = await store.readCriteriaDraft(id);
    await propose(agent, { '/thresholds/fullYearDays': '150' });
    // The judge read the draft just before it was changed.
    const { judgeDraft } = await import('../../src/application/criteria/workshop.ts');
    const late = judgeDraft({ ...service.ports, store: { ...store, readCriteriaDraft: async () => draft } });
    await expect(late({ id, actor: other.personId as never })).rejects.toThrow('store-conflict');
    expect(versions()).toBe(before);
  });

  it('does not adopt figures that no longer start from the newest version', async () => {
    await turn(agent, 'on');
    const path = pathOf(await propose(agent));
    await turn(agent, 'off');
    await turn(other, 'off');
    await propose(agent, { '/thresholds/fullYearDays': '180' });
    const page = await (await other.get(path)).text();
    expect(page).toContain(fr.dane.criteria.drafts.outdated);
    expect((await other.post(path, { decision: 'adopt' })).status).toBe(409);
  });

  it('is taken back by whoever drafted it, and by no one else', async () => {
    await turn(agent, 'on');
    const path = pathOf(await propose(agent));
    expect((await other.post(`${path}/withdrawal`)).status).toBe(403);
    expect((await agent.post(`${path}/withdrawal`)).status).toBe(303);
    expect((await other.post(path, { decision: 'adopt' })).status).toBe(409);
  });
});

describe('the setting of a second person', () => {
  it('is turned off by two, and each step is in the audit', async () => {
    await turn(agent, 'on');
    expect((await turn(agent, 'off')).status).toBe(303);
    expect(isOn()).toBe(true);
    expect((await turn(agent, 'off')).status).toBe(409);
    expect(isOn()).toBe(true);
    const page = await (await other.get('/dane/settings')).text();
    expect(page).toContain('Odile Richardot demande de ne plus l’exiger');
    expect((await turn(other, 'off')).status).toBe(303);
    expect(isOn()).toBe(false);
  });

  it('stays on where the request to turn it off is dropped', async () => {
    await turn(agent, 'on');
    await turn(agent, 'off');
    await turn(other, 'on');
    // No one asks for it any more, so the next one asks again.
    await turn(other, 'off');
    expect(isOn()).toBe(true);
  });

  it('is not turned on where no one else could approve', async () => {
    const [paul] = await service.ports.store.readPeopleByEmail([OTHER]);
    if (!paul) throw new Error('the other agent is in no register');
    await service.ports.store.commit([{ kind: 'person-saved', person: { ...paul, profiles: ['rupn'] } }]);
    expect((await turn(agent, 'on')).status).toBe(409);
    expect(isOn()).toBe(false);
  });

  it('is what the environment says, where it says something', async () => {
    await service.stop();
    await start({ CRITERIA_APPROVAL: '1' });
    expect(pathOf(await propose(agent))).toMatch(/drafts/);
    expect((await turn(agent, 'off')).status).toBe(409);
    expect(await (await agent.get('/dane/settings')).text()).toContain(fr.dane.data.approval.forced);
    expect(isOn()).toBe(true);
  });
});
