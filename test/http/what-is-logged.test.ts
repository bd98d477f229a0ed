import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWalletFixture, type WalletFixture } from '../wallets/fixture.ts';

const EMAIL = 'claire.dupont@ac-test.example';
const TOKEN = `jalon_${'t'.repeat(43)}`;

let fixture: WalletFixture;
let secret: string;
let stated: string;
const restore: (() => void)[] = [];

beforeAll(async () => {
  fixture = await startWalletFixture();
  ({ secret } = await fixture.offer());
});
afterAll(() => fixture.service.stop());
beforeEach(() => {
  stated = '';
  const listen = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stated += String(text);
    return true;
  });
  restore.push(() => listen.mockRestore());
});
afterEach(() => {
  for (const undo of restore.splice(0)) undo();
});

/** The requests of a day: a badge in all its forms, its verification with an address, a wallet, faulty
 *  tokens. */
async function traffic(): Promise<readonly number[]> {
  const { service, claire, id } = fixture;
  const paths = ['', '.json', '.jws', '.png', '.svg', '.pdf', '/qr.svg', '.tlog-proof', '/ob2', '/embed'];
  const statuses: number[] = [];
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    statuses.push((await service.get(path, headers)).status);
  };
  for (const form of paths) await ask(`/credentials/${id}${form}`);
  await ask(`/verify?url=${id}`);
  await ask(`/interactions/${secret}?iuv=1`);
  await ask(`/oid4vci/offers/${secret}`);
  await ask('/api/v1/people', { Authorization: `Bearer ${TOKEN}` });
  await ask('/ims/ob/v3p0/credentials', { Authorization: `Bearer ${TOKEN}` });
  await ask(`/roll-call/${secret}`);
  await ask(`/records/${secret.slice(0, 22)}`);
  await ask(`/sign-in/callback?code=${secret}&state=${secret}`);
  for (const path of ['/my', `/my/badges/${id}/share`, '/dane']) {
    statuses.push((await claire.get(path)).status);
  }
  statuses.push((await service.post('/api/v1/verifications', { url: id, recipient: EMAIL })).status);
  const verify = await service.app.request('https://jalon.test/verify', {
    method: 'POST',
    headers: { Origin: 'https://jalon.test' },
    body: new URLSearchParams({ credential: id, recipient: EMAIL }),
  });
  statuses.push(verify.status);
  return statuses;
}

/** The personal data and secrets that a log may never contain. */
function secretsIn(text: string): readonly string[] {
  const { id, claire } = fixture;
  const session = claire.cookie.split('=')[1] ?? claire.cookie;
  const hidden = [id, EMAIL, 'dupont', 'Claire', secret, secret.slice(0, 22), TOKEN, session];
  return hidden.filter((one) => text.includes(one));
}

describe('the service’s records about its visitors', () => {
  it('contain no badge, address or secret, for any request', async () => {
    const statuses = await traffic();
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(10);
    expect(stated).toContain('"event":"access-refused"');
    expect(secretsIn(stated)).toEqual([]);
  });

  it('contain none in the figures, in the headers of answers, nor in the audit', async () => {
    const { service, id } = fixture;
    const readAudit = () => service.ports.store.readAuditOf(id, 1000);
    const before = await readAudit();
    await traffic();
    expect(await readAudit()).toEqual(before);
    expect(secretsIn(JSON.stringify(before.map(({ details, actor }) => [details, actor])))).toEqual([]);
    const figures = await (await service.get('/metrics')).text();
    expect(figures).toContain('jalon_credentials');
    const labels = Array.from(figures.matchAll(/[{,](\w+)="([^"]*)"/g), ([, name, value]) => [name, value]);
    expect(labels.length).toBeGreaterThan(10);
    expect(labels.filter(([, value]) => !/^[\w.+-]{1,40}$/.test(value ?? ''))).toEqual([]);
    expect(secretsIn(figures)).toEqual([]);
    const { headers } = await service.get(`/credentials/${id}`);
    expect(headers.get('Server-Timing') ?? '').toBe('');
  });

  it('contain none if the database fails, although each failed address has one', async () => {
    const { environment } = fixture.service;
    const file = (environment['DATABASE_URL'] ?? '').replace('sqlite:', '');
    const database = new Sqlite(file);
    database.exec('ALTER TABLE credential RENAME TO lost_1; ALTER TABLE wallet_offer RENAME TO lost_2');
    database.exec('ALTER TABLE session RENAME TO lost_3; ALTER TABLE award RENAME TO lost_4');
    try {
      const statuses = await traffic();
      expect(statuses.filter((status) => status >= 500).length).toBeGreaterThan(5);
    } finally {
      database.exec('ALTER TABLE lost_1 RENAME TO credential; ALTER TABLE lost_2 RENAME TO wallet_offer');
      database.exec('ALTER TABLE lost_3 RENAME TO session; ALTER TABLE lost_4 RENAME TO award');
      database.close();
    }
    expect(stated).toMatch(/"event":"(request-failed|database-unavailable)"/);
    expect(stated).toContain('"route":"/oid4vci/offers/:secret"');
    expect(secretsIn(stated)).toEqual([]);
  });
});
