import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';
import { startWithOneBadge, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';

let service: TestService;
let badge: string;
let list: string;

beforeAll(async () => {
  const started = await startWithOneBadge();
  const { badge: issued } = started;
  service = started.service;
  await service.services.acceptCredential({ id: issued.id, actor: 'test', visibility: 'public' });
  badge = await (await service.get(issued.path, { Accept: 'application/json' })).text();
  list = JSON.parse(badge).credentialStatus.statusListCredential;
});
afterAll(() => service.stop());

const fetchOwn = (url: string) => service.ports.fetcher.fetch(url, 'application/json');
const text = (fetched: Fetched) =>
  fetched.kind === 'ok' ? new TextDecoder().decode(fetched.body) : fetched.kind;
const verdict = async () =>
  (await service.verify({ kind: 'bytes', bytes: new TextEncoder().encode(badge) })).verdict;

describe('a document of ours that a verification reads', () => {
  it('is the public document, and the same object while it stays the same', async () => {
    for (const url of [`${TEST_ORIGIN}/.well-known/did.json`, list]) {
      const fetched = await fetchOwn(url);
      expect(text(fetched)).toBe(await (await service.get(new URL(url).pathname)).text());
      expect(await fetchOwn(url)).toBe(fetched);
      // A query gives no other document, and takes no memory.
      expect(text(await fetchOwn(`${url}?n=1`))).toBe(text(fetched));
      expect(await fetchOwn(`${url}?n=1`)).not.toBe(await fetchOwn(`${url}?n=1`));
    }
  });

  it('is refused like at its address where it does not exist', async () => {
    expect(await fetchOwn(`${TEST_ORIGIN}/status/none`)).toMatchObject({ kind: 'status', status: 404 });
  });

  it('shows a revocation from the next verification on', async () => {
    expect(await verdict()).toBe('valid');
    const before = text(await fetchOwn(list));
    const { id } = JSON.parse(badge);
    await service.services.revokeCredential({
      id: id.split('/').at(-1),
      actor: 'test',
      reason: 'Délivré par erreur',
    });
    expect(await verdict()).toBe('revoked');
    expect(text(await fetchOwn(list))).not.toBe(before);
  });
});
