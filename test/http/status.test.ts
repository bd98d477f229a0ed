import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IssuedBadge, startWithOneBadge, type TestService } from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  await service.services.acceptCredential({ id: badge.id, actor: 'test' });
});
afterAll(() => service.stop());

const statusPath = async () => {
  const document = await (await service.get(`${badge.path}.json`)).json();
  return new URL(document.credentialStatus.statusListCredential).pathname;
};

describe('revoking', () => {
  it('sets the bit, and the page and the bytes stay', async () => {
    expect((await service.verify({ kind: 'url', url: `https://jalon.test${badge.path}` })).verdict).toBe(
      'valid',
    );
    await service.services.revokeCredential({ id: badge.id, reason: 'Saisie erronée', actor: 'test' });
    const report = await service.verify({ kind: 'url', url: `https://jalon.test${badge.path}` });
    expect(report.verdict).toBe('revoked');
    expect(report.verified).toBe(false);
    const page = await service.get(badge.path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Saisie erronée');
    expect((await service.get(`${badge.path}.json`)).status).toBe(200);
  });

  it('is refused the second time, and without a reason', async () => {
    const revoke = (reason: string) =>
      service.services.revokeCredential({ id: badge.id, reason, actor: 'test' });
    await expect(revoke('encore')).rejects.toMatchObject({ code: 'already-revoked' });
    await expect(revoke('  ')).rejects.toMatchObject({ code: 'reason-required' });
  });
});

describe('the status list', () => {
  it('may be kept by a reader exactly as long as its own ttl', async () => {
    const answer = await service.get(await statusPath());
    const list = await answer.json();
    expect(answer.headers.get('Cache-Control')).toContain(`max-age=${list.credentialSubject.ttl / 1000},`);
    expect(Date.parse(list.validUntil)).toBeGreaterThan(Date.now());
  });

  it('is not signed again while nothing has changed', async () => {
    const path = await statusPath();
    const [one, two] = [await (await service.get(path)).text(), await (await service.get(path)).text()];
    expect(two).toBe(one);
  });
});
