import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { fr } from '../support/fr.ts';
import { ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
let path: string;
let validUntil: string;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T09:20:10Z') });
  // The day is a past one: nothing but the operator's word makes the service sign on it.
  service = await startTestService({ TRUST_CLOCK: '1' });
  await service.importText(ONE_RUPN);
  const scope = { kind: 'person' as const, email: 'claire.dupont@ac-test.example', achievement: 'RUPN-EXP' };
  const command = { scope, reason: 'Décision du jury', actor: 'test' };
  for await (const outcome of service.services.grantAwards(command)) expect(outcome.kind).toBe('granted');
  for await (const outcome of service.services.issueCredentials({ actor: 'test' })) {
    if (outcome.kind !== 'issued') throw outcome.error;
    const read = await service.ports.store.readCredential(outcome.id);
    path = `/credentials/${outcome.id}`;
    validUntil = read?.award.validUntil ?? '';
    await service.services.acceptCredential({ id: outcome.id, actor: 'test' });
  }
});
afterAll(async () => {
  vi.useRealTimers();
  await service.stop();
});

const at = (instant: string) => void vi.setSystemTime(new Date(instant));
const ask = async (headers: Record<string, string> = {}) => {
  const answer = await service.get(path, headers);
  return { status: answer.status, tag: answer.headers.get('ETag') ?? '', text: await answer.text() };
};
const verifications = () =>
  service.meter
    .read()
    .filter(({ name }) => name === 'jalon_verifications')
    .reduce((sum, { value }) => sum + value, 0);
const isValid = ({ text }: { readonly text: string }) => text.includes(fr.verification.innerVerdict.valid);

describe('a page that was verified', () => {
  it('is kept for a minute and then verified again, and a reader who has it learns that nothing changed', async () => {
    at('2026-11-26T09:30:10Z');
    const first = await ask();
    expect(first.text).toContain(fr.credential.checkedAt('26 novembre 2026'));
    const verified = verifications();
    const again = async (instant: string) => {
      at(instant);
      return [(await ask({ 'If-None-Match': first.tag })).status, verifications() - verified];
    };
    expect(await again('2026-11-26T09:31:09Z')).toEqual([304, 0]);
    expect(await again('2026-11-26T09:31:10Z')).toEqual([304, 1]);
    expect(await again('2026-11-26T10:31:10Z')).toEqual([304, 2]);
    // The page states the day, in Paris.
    expect(await again('2026-11-26T23:00:00Z')).toEqual([200, 3]);
  });

  it('is made again when the clock is set back, because its age is then unknown', async () => {
    at('2026-11-26T09:40:30Z');
    await ask();
    const verified = verifications();
    at('2026-11-26T09:35:00Z');
    await ask();
    expect(verifications()).toBe(verified + 1);
  });

  it('is not kept beyond the end of the badge', async () => {
    for (const seconds of [-40, -10, -1]) {
      at(secondsAfter(validUntil as never, seconds));
      expect([seconds, isValid(await ask())]).toEqual([seconds, true]);
    }
    const { tag } = await ask();
    at(validUntil);
    const ended = await ask({ 'If-None-Match': tag });
    expect([ended.status, isValid(ended)]).toEqual([200, false]);
    expect(ended.text).toContain('expiré');
  });
});

describe('the memory of kept answers', () => {
  it('contains nothing older than a minute, once it is swept', async () => {
    at('2030-11-26T10:00:00Z');
    await ask();
    expect(service.kept.heldBytes()).toBeGreaterThan(10_000);
    at('2030-11-26T10:01:00Z');
    service.kept.sweep();
    expect(service.kept.heldBytes()).toBe(0);
  });

  it('is swept by new answers too, where there is no timer', async () => {
    at('2030-11-26T11:00:00Z');
    await ask();
    const before = service.kept.heldBytes();
    at('2030-11-26T11:05:00Z');
    await service.get('/.well-known/did.json');
    expect(service.kept.heldBytes()).toBeLessThan(before / 2);
  });

  it('drops a hidden badge at the next request for it', async () => {
    at('2030-11-26T12:00:00Z');
    service.kept.sweep();
    await ask();
    const id = path.slice('/credentials/'.length);
    await service.services.hideCredential({ id: id as never, actor: 'test' });
    expect((await ask()).status).toBe(404);
    const held = service.kept.heldBytes();
    await service.services.showCredential({ id: id as never, actor: 'test' });
    expect(held).toBeLessThan(10_000);
  });
});
