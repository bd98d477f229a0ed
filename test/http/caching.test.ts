import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
let badge: string;
let list: string;
let definition: string;

beforeAll(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  const [issued] = await issueEverything(service);
  badge = issued?.path ?? '';
  await service.services.acceptCredential({ id: issued?.id ?? ('' as never), actor: 'test' });
  const document = await (await service.get(`${badge}.json`)).json();
  list = new URL(document.credentialStatus.statusListCredential).pathname;
  definition = new URL(document.credentialSubject.achievement.id).pathname;
});
afterAll(() => service.stop());

const DAY = 86_400;
const EIGHT_DAYS = 8 * DAY;

const CACHED_PAGES: readonly (readonly [what: string, path: () => string, cacheControl: string])[] = [
  ['the DID', () => '/.well-known/did.json', `public, max-age=300, stale-if-error=${DAY}`],
  ['the key set', () => '/.well-known/jwks.json', `public, max-age=300, stale-if-error=${DAY}`],
  ['a status list', () => list, `public, max-age=300, stale-if-error=${EIGHT_DAYS}`],
  ['an emblem', () => `${definition}/image.svg`, 'public, max-age=86400, stale-if-error=604800'],
  ['the icon', () => '/favicon.svg', 'public, max-age=86400, stale-if-error=604800'],
  ['the picture of a badge', () => `${badge}/image.png`, 'public, max-age=0, stale-if-error=86400'],
  ['the card of a badge', () => `${badge}/preview.png`, 'public, max-age=0, stale-if-error=86400'],
  ['the code of a badge', () => `${badge}/qr.svg`, 'public, max-age=0, stale-if-error=86400'],
];

it.each(CACHED_PAGES)(
  'a shared cache goes on giving %s while the service is down',
  async (_what, path, expected) => {
    const answer = await service.get(path());
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, expected]);
  },
);

it.each([
  ['page', () => badge],
  ['signed badge', () => `${badge}.json`],
  ['signed picture', () => `${badge}.png`],
  ['catalogue', () => '/badges'],
  ['page of the issuer', () => '/issuer'],
])('no cache gives the %s without asking the service', async (_what, path) => {
  const answer = await service.get(path());
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-cache']);
});

it('no cache goes on giving a picture that is not shown', async () => {
  const other = await service.get('/credentials/AAAAAAAAAAAAAAAAAAAAAA/image.png');
  expect(other.status).toBe(404);
  expect(other.headers.get('Cache-Control') ?? '').not.toContain('stale-if-error');
});
