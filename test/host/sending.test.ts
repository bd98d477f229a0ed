import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANY, fr, like } from '../support/fr.ts';
import { CLAIRE, PAUL, startTwoHosts, type TwoHosts } from '../support/servers/two-hosts.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let hosts: TwoHosts;
let claire: SignedInBrowser;
let claireAway: SignedInBrowser;
beforeAll(async () => {
  hosts = await startTwoHosts();
  claire = await signInAs(hosts.home, CLAIRE);
  claireAway = await signInAs(hosts.away, CLAIRE);
});
afterAll(() => hosts.stop());
afterEach(() => void vi.useRealTimers());

const begin = (address: string) => claire.post(`/my/badges/${hosts.badge}/send`, { address });

/** The address at the other host to which the page leads. */
async function onward(): Promise<URL> {
  const page = await (await begin('portfolio.test')).text();
  const href = /href="(https:\/\/portfolio\.test\/oauth\/authorize[^"]+)"/.exec(page)?.[1] ?? '';
  return new URL(href.replaceAll('&amp;', '&'));
}

/** The address to which the other host sends the person back. */
async function decide(requested: URL, decision: 'allow' | 'decline'): Promise<URL> {
  const consent = await (await claireAway.get(requested.pathname + requested.search)).text();
  const request = /name="request" value="([^"]+)"/.exec(consent)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await claireAway.post('/oauth/authorize', { request, decision });
  return new URL(answer.headers.get('Location') ?? '');
}

const comeBack = async (address: URL, browser = claire) =>
  (await browser.get(address.pathname + address.search)).text();

describe('a badge sent to another host', () => {
  it('arrives there with its signed bytes, each time it is sent', async () => {
    const first = await decide(await onward(), 'allow');
    expect(first.origin + first.pathname).toBe('https://jalon.test/my/badges/sent');
    expect(await comeBack(first)).toContain('portfolio.test garde maintenant votre badge');
    const [held] = await hosts.away.ports.store.readHeldBadges(claireAway.personId);
    const [whole] = await hosts.away.ports.store.readWholeBadges(claireAway.personId, [held?.id ?? '']);
    expect(whole?.content).toBe(hosts.document);
    const again = await decide(await onward(), 'allow');
    expect(await comeBack(again)).toMatch(like(fr.host.sending.result.replaced(ANY)));
    const { audit = [] } = (await hosts.home.ports.store.exportPerson(claire.personId)) ?? {};
    expect(audit.filter((line) => JSON.stringify(line).includes('badge-sent'))).toHaveLength(2);
  });

  it('is requested with PKCE, a state and the one scope that is needed', async () => {
    const { searchParams } = await onward();
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('state')).toMatch(/^[\w-]{44}$/);
    expect(searchParams.get('scope')).toMatch(/scope\/credential\.upsert$/);
  });

  it('stays here where its holder declines at the other host', async () => {
    const back = await decide(await onward(), 'decline');
    expect(await comeBack(back)).toMatch(like(fr.host.sending.result.declined(ANY)));
  });

  it('is sent once for each consent, and only by the person who began', async () => {
    const paul = await signInAs(hosts.home, PAUL);
    const back = await decide(await onward(), 'allow');
    expect(await comeBack(back, paul)).toContain(fr.host.sending.result.over);
    expect(await comeBack(back)).toMatch(like(fr.host.sending.result.replaced(ANY)));
    expect(await comeBack(back)).toContain(fr.host.sending.result.over);
  });

  it('is not sent for an answer with another state, or after its time', async () => {
    const back = await decide(await onward(), 'allow');
    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(44));
    expect(await comeBack(forged)).toContain(fr.host.sending.result.over);
    vi.useFakeTimers({ now: Date.now() + 21 * 60_000, toFake: ['Date'] });
    expect(await comeBack(back)).toContain(fr.host.sending.result.over);
  });

  it('is not sent for a code that the other host did not give', async () => {
    const back = await decide(await onward(), 'allow');
    back.searchParams.set('code', 'forged');
    expect(await comeBack(back)).toContain('n’a pas ouvert l’accès');
  });

  it.each([
    ['http://portfolio.test', fr.host.sending.faults['bad-address']],
    ['localhost', fr.host.sending.faults['bad-address']],
    ['file:///etc/passwd', fr.host.sending.faults['bad-address']],
    ['https://me:secret@portfolio.test', fr.host.sending.faults['bad-address']],
    ['https://jalon.test/', fr.host.sending.faults['own-service']],
    ['https://nowhere.example', 'Aucun portefeuille Open Badges 3.0'],
  ])('does not go to %s', async (address, stated) => {
    const answer = await begin(address);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(stated);
  });

  it('leaves no secret of the other host', async () => {
    const requested = await onward();
    const id = requested.searchParams.get('client_id') ?? 'absent';
    const { readFileSync } = await import('node:fs');
    const files = ['jalon.db', 'jalon.db-wal'].map((name) =>
      readFileSync(`${hosts.home.folder}/${name}`).toString('latin1'),
    );
    for (const bytes of files) {
      expect(bytes).not.toContain(id);
      expect(bytes).not.toContain(requested.searchParams.get('state'));
    }
  });

  it('belongs to its holder: no other person can send it, and a hidden one is not sent', async () => {
    const paul = await signInAs(hosts.home, PAUL);
    const path = `/my/badges/${hosts.badge}/send`;
    expect((await paul.get(path)).status).toBe(404);
    const back = await decide(await onward(), 'allow');
    await claire.post(`/my/badges/${hosts.badge}/hide`);
    expect((await claire.get(path)).status).toBe(404);
    expect(await comeBack(back)).toContain(fr.host.sending.result.over);
    await claire.post(`/my/badges/${hosts.badge}/show`);
  });
});
