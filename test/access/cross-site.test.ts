import { describe, expect, it } from 'vitest';
import { startWithOneAgent } from '../support/fixtures/dane.ts';
import { TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { startBeforeAll } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

const ELSEWHERE = 'https://elsewhere.example';

let agent: SignedInBrowser;
let service: TestService;
startBeforeAll(startWithOneAgent, (started) => {
  ({ agent, service } = started);
});

/** Media types that a page of another site can make a browser send, with the cookie. */
const TYPES: readonly (readonly [string, string | undefined])[] = [
  ['JSON', 'application/json'],
  ['a text', 'text/plain'],
  ['a form', 'application/x-www-form-urlencoded'],
  ['nothing said of it', undefined],
];
const ORIGINS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another origin', { Origin: ELSEWHERE }],
  ['an origin that is hidden', { Origin: 'null' }],
  ['another site, and no origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a site beside ours, and no origin', { 'Sec-Fetch-Site': 'same-site' }],
  ['our origin, from another site', { Origin: TEST_ORIGIN, 'Sec-Fetch-Site': 'cross-site' }],
  ['nowhere that it says', {}],
];
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

describe.each(ORIGINS)('a request that comes from %s', (_where, origin) => {
  it.each(TYPES)('is refused, sent as %s to a form', async (_what, type) => {
    for (const method of METHODS) {
      const headers = { ...origin, ...(type && { 'Content-Type': type }) };
      // Bytes are sent, because a string would get a content type.
      const body = new TextEncoder().encode('office=Pirates');
      const answer = await agent.send('/dane/settings/words', { method, headers, body });
      expect([method, answer.status]).toEqual([method, 403]);
    }
    expect(await (await agent.get('/dane/settings')).text()).not.toContain('Pirates');
  });

  it.each(TYPES)('is refused, sent as %s to the API', async (_what, type) => {
    const headers = { ...origin, ...(type && { 'Content-Type': type }) };
    const body = new TextEncoder().encode('{"limit":1}');
    const answer = await agent.send('/api/v1/credentials', { method: 'POST', headers, body });
    expect(answer.status).toBe(403);
  });
});

it('a form of ours is accepted by its origin or, from a browser that sends none, by its site', async () => {
  for (const headers of [{ Origin: TEST_ORIGIN }, { 'Sec-Fetch-Site': 'same-origin' }]) {
    const seen = (await service.ports.store.readSettings()).get('words') ?? '';
    const body = new URLSearchParams({ office: 'la DRNE', welcome: '', seen });
    const answer = await agent.send('/dane/settings/words', { method: 'POST', headers, body });
    expect(answer.status).toBe(303);
  }
});
