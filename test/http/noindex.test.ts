import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CredentialId, parseProfileId } from '../../src/domain/ids.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { ONE_RUPN, startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

let service: TestService;
let id: CredentialId;
let validUntil: string;
let profile: string;

const START = '2026-11-26T09:20:10Z';
const at = (instant: string) => void vi.setSystemTime(new Date(instant));

beforeAll(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date(START) }));
afterAll(() => vi.useRealTimers());
beforeEach(async () => {
  at(START);
  // The day is a past one: nothing but the operator's word makes the service sign on it.
  service = await startTestService({ TRUST_CLOCK: '1' });
  await service.importText(ONE_RUPN);
  const scope = { kind: 'person' as const, email: 'claire.dupont@ac-test.example', achievement: 'RUPN-EXP' };
  const grant = { scope, reason: 'Décision du jury', actor: 'test' };
  for await (const outcome of service.services.grantAwards(grant)) expect(outcome.kind).toBe('granted');
  for await (const outcome of service.services.issueCredentials({ actor: 'test' })) {
    if (outcome.kind !== 'issued') throw outcome.error;
    id = outcome.id;
  }
  await service.services.acceptCredential({
    ...{ id, actor: 'test', name: 'full', visibility: 'public', emailIdentifier: true },
  });
  const read = await service.ports.store.readCredential(id);
  if (read?.award.recipient.kind !== 'person') throw new Error('no badge of a person');
  validUntil = read.award.validUntil ?? '';
  const { personId } = read.award.recipient;
  const stated = { personId, name: 'full', searchable: true, credentialIds: [id] } as const;
  profile = parseProfileId((await service.services.savePublicProfile(stated)).id) ?? '';
});

/** Every channel to the badge, by the type that is asked for. */
function channels(): readonly (readonly [path: string, accept?: string])[] {
  const own = `/credentials/${id}`;
  const url = encodeURIComponent(`${TEST_ORIGIN}${own}`);
  return [
    [own],
    [`${own}?lang=en`],
    [own, 'application/vc+ld+json'],
    [own, 'application/vc+jwt'],
    ...['json', 'jws', 'png', 'svg', 'pdf'].map((form) => [`${own}.${form}`] as const),
    ...['qr.svg', 'qr.png', 'image.svg', 'image.png'].map((name) => [`${own}/${name}`] as const),
    ...['preview.png', 'card-square.png', 'ob2'].map((name) => [`${own}/${name}`] as const),
    [`/oembed?format=json&url=${url}`],
    [`/profiles/${profile}`],
  ];
}

/** Channels that are never listed, such as a card for other people's pages. */
const never = () => [
  `/credentials/${id}/easy`,
  `/credentials/${id}/embed`,
  `/credentials/${id}.tlog-proof`,
  `/profiles/${profile}/qr.svg`,
];

/** The channels that search engines may list. */
async function listed(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, accept = 'text/html'] of channels()) {
    const answer = await service.get(path, { Accept: accept });
    const header = answer.headers.get('X-Robots-Tag');
    const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;
    const meta = isPage && (await answer.text()).includes('<meta name="robots" content="noindex"/>');
    if (isPage) expect([path, meta]).toEqual([path, header === 'noindex']);
    if (header !== 'noindex') found.push(`${path} ${accept}`);
  }
  return found;
}

describe('what search engines may list', { timeout: MUCH_WORK_MS }, () => {
  it('is every channel to a valid badge whose holder wants it to be found, but no card and no proof', async () => {
    expect(await listed()).toHaveLength(channels().length);
    for (const path of never()) {
      expect([path, (await service.get(path)).headers.get('X-Robots-Tag')]).toEqual([path, 'noindex']);
    }
    await service.services.acceptCredential({ id, visibility: 'unlisted', actor: 'test' });
    expect(await listed()).toEqual([]);
    await service.stop();
  });

  it.each([
    ['revoked', () => service.services.revokeCredential({ id, reason: 'Erreur', actor: 'test' })],
    [
      'suspended',
      () => service.services.suspendCredential({ id, cause: 'check', reason: 'Examen', actor: 'test' }),
    ],
    ['hidden', () => service.services.hideCredential({ id, actor: 'test' })],
    ['expired', () => Promise.resolve(at(validUntil))],
    ['erased', () => service.services.erasePerson({ email: 'claire.dupont@ac-test.example', actor: 'test' })],
  ] as const)(
    'is at once none of a badge that was %s, although all answers had been kept',
    async (_, action) => {
      if (_ === 'expired') at(secondsAfter(validUntil as never, -30));
      expect(await listed()).toHaveLength(channels().length);
      await action();
      expect(await listed()).toEqual([]);
      await service.stop();
    },
  );
});
