import { chmodSync, cpSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';
import { openThirdPartyVerifier } from '../support/third-party/verifiers.ts';

const BEGIN = Date.parse('2028-11-24T17:00:00Z');
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(BEGIN + days * DAY_MS);

let service: TestService;
let context: NodeContext;
let badge: IssuedBadge;
let list: string;
let folder: string;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: BEGIN });
  service = await startTestService({ TRUST_CLOCK: '1' });
  folder = service.environment['KEYS_DIR'] ?? '';
  await service.importText(ONE_RUPN);
  badge = (await issueEverything(service))[0] as IssuedBadge;
  await service.services.acceptCredential({ id: badge.id, visibility: 'public', actor: 'test' });
  await service.services.runMaintenance();
  const found = await service.ports.store.readCredential(badge.id);
  list = `/status/${found?.credential?.statusListId}`;
  cpSync(folder, `${folder}.safe`, { recursive: true });
  rmSync(folder, { recursive: true });
  context = await openNodeContext(service.environment);
}, 60_000);
afterEach(async () => {
  await context.close();
  await service.stop();
  vi.useRealTimers();
});

const ask = async (path: string, accept = '*/*') =>
  context.app.request(`${context.ports.origin}${path}`, { headers: { Accept: accept } });

async function thirdPartyJudgment(): Promise<readonly string[]> {
  const at = new Date().toISOString().replace('.000Z', 'Z') as Instant;
  const verifier = openThirdPartyVerifier(
    'dcc',
    ({ url, headers }) => {
      const { pathname, origin } = new URL(url);
      return origin === context.ports.origin
        ? context.app.request(`${origin}${pathname}`, { headers })
        : undefined;
    },
    at,
  );
  try {
    const { verified, faults } = await verifier.verify(
      await (await ask(badge.path, 'application/vc')).json(),
    );
    return [verified ? 'verified' : 'not verified', ...faults];
  } finally {
    verifier.close();
  }
}

it('without keys, badges verify for the eight days of their list, and then only their status is unknown', async () => {
  for (const days of [0.5, 1, 3, 7, 7.99]) {
    vi.setSystemTime(later(days));
    await context.services.runMaintenance();
    expect([days, (await ask(list)).status]).toEqual([days, 200]);
    expect((await (await ask(badge.path)).text()).includes(fr.verification.innerVerdict.valid)).toBe(true);
  }
  expect(await thirdPartyJudgment()).toEqual(['verified']);

  vi.setSystemTime(later(8.001));
  await context.services.runMaintenance();
  const ended = await ask(list);
  expect([ended.status, ended.headers.get('Retry-After'), (await ended.json()).code]).toEqual([
    503,
    '10',
    'signing-unavailable',
  ]);
  const found = await context.ports.store.readCredential(badge.id);
  const value = JSON.parse(found?.credential?.document ?? '');
  const report = await context.ports.verifyCredential({ kind: 'parsed', value });
  expect([report.verdict, report.verified]).toEqual(['status-unreachable', false]);
  expect(report.steps.filter(({ result }) => result !== 'passed').map(({ step }) => step)).toEqual([
    'status',
  ]);
  for (const path of [badge.path, '/.well-known/did.json', '/verify', '/'])
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
  expect(await thirdPartyJudgment()).toEqual(['not verified', expect.any(String)]);

  cpSync(`${folder}.safe`, folder, { recursive: true });
  chmodSync(folder, 0o700);
  await context.keys.reload();
  expect((await ask(list)).status).toBe(200);
  expect((await (await ask(badge.path)).text()).includes(fr.verification.innerVerdict.valid)).toBe(true);
}, 120_000);

it('without keys, a revocation shows on the page of the badge, and no one here calls the badge valid', async () => {
  await context.services.revokeCredential({ id: badge.id, reason: 'Erreur de saisie', actor: 'test' });
  expect((await ask(list)).status).toBe(200);
  const text = await (await ask(badge.path)).text();
  expect(text.includes(fr.verification.innerVerdict.revoked)).toBe(true);
  expect(text.includes('Erreur de saisie')).toBe(true);
  expect(text.includes(fr.verification.innerVerdict.valid)).toBe(false);
  const found = await context.ports.store.readCredential(badge.id);
  const value = JSON.parse(found?.credential?.document ?? '');
  expect((await context.ports.verifyCredential({ kind: 'parsed', value })).verified).toBe(false);
}, 60_000);
