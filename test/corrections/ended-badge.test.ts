import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-12T10:00:00Z') }));
afterEach(async () => {
  await service.stop();
  vi.useRealTimers();
});

it('a badge that has ended is signed again with the corrected name, and still begins before its end', async () => {
  service = await startTestService({ TRUST_CLOCK: '1' });
  await service.importText(ONE_RUPN);
  const { services, ports } = service;
  const scope = {
    kind: 'person',
    email: 'claire.dupont@ac-test.example',
    achievement: 'RUPN-VEILLE',
  } as const;
  for await (const one of services.grantAwards({ scope, reason: 'Une année de veille.', actor: 'test' }))
    expect(one.kind).toBe('granted');
  const badge = (await issueEverything(service))[0] as IssuedBadge;
  await services.acceptCredential({ id: badge.id, name: 'full', visibility: 'public', actor: 'test' });
  vi.setSystemTime(new Date('2034-01-12T10:00:00Z'));
  const renamed = ONE_RUPN['personnes.csv']?.replace('Claire;Dupont', 'Claire;Durand') ?? '';
  await service.importText({ 'personnes.csv': renamed });
  await services.emptyOutbox('re-sign-credential');
  const found = await ports.store.readCredential(badge.id);
  const document = JSON.parse(found?.credential?.document ?? '{}');
  expect(JSON.stringify(document)).toContain('Durand');
  expect(document.validFrom < document.validUntil).toBe(true);
  const { steps } = await ports.verifyCredential({ kind: 'parsed', value: document });
  const codes = new Map(steps.map(({ step, code }) => [step, code]));
  expect([codes.get('proof'), codes.get('validity')]).toEqual(['ok', 'expired']);
  expect((await ports.store.countOutbox(ports.clock.now())).waiting).toBe(0);
});
