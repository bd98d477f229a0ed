import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PublishedStatusList } from '../../src/domain/award/status-list.ts';
import { jalon } from '../support/command-line.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  service = await startTestService();
  await service.importText(ONE_RUPN);
  [badge] = (await issueEverything(service)) as [IssuedBadge];
  await service.services.acceptCredential({ id: badge.id, visibility: 'public', actor: 'test' });
  await service.services.runMaintenance();
});
afterEach(async () => {
  await service.stop();
  vi.useRealTimers();
});

async function readList() {
  const [list] = await service.ports.store.readStatusLists();
  if (!list?.published) throw new Error('no list is published');
  return list.published;
}

/** Changes what is kept, as someone with access to the database. */
async function change(list: Pick<Partial<PublishedStatusList>, 'document' | 'suspensionDocument'>) {
  const published = { ...(await readList()), ...list, validFrom: service.ports.clock.now() };
  await service.ports.store.commit([{ kind: 'status-list-published', list: published }]);
}

async function statusOf({ id }: IssuedBadge) {
  const found = await service.services.readPublicCredential(id);
  if (found.kind !== 'found') throw new Error(found.kind);
  const value = JSON.parse(found.credential.document);
  const { steps } = await service.ports.verifyCredential({ kind: 'parsed', value } as never);
  return steps.find(({ step }) => step === 'status')?.result;
}

const withOtherTtl = (document: string | undefined) =>
  document?.replace('"ttl":300000', '"ttl":300001') ?? '';

describe('a status list that someone changed in the database', () => {
  it('makes badges unverifiable until a minute after the next look, which signs it again', async () => {
    const sound = await readList();
    await change({ document: withOtherTtl(sound.document) });
    expect(await statusOf(badge)).not.toBe('passed');
    await service.services.runMaintenance();
    // A process reads a list again after a minute at the latest.
    vi.setSystemTime(Date.now() + 61_000);
    expect(await statusOf(badge)).toBe('passed');
    expect(JSON.parse((await readList()).document)).toMatchObject({
      credentialSubject: JSON.parse(sound.document).credentialSubject,
    });
  });

  it('is signed again too where it is the list of suspensions', async () => {
    const order = { cause: 'check', reason: 'Contrôle', actor: 'test' } as const;
    await service.services.suspendCredential({ id: badge.id, ...order });
    await service.services.runMaintenance();
    const { suspensionDocument: sound } = await readList();
    await change({ suspensionDocument: withOtherTtl(sound) });
    await service.services.runMaintenance();
    expect((await readList()).suspensionDocument).toContain('"ttl":300000');
  });

  it('is left as it is where its signature holds', async () => {
    const { document } = await readList();
    await service.services.runMaintenance();
    expect((await readList()).document).toBe(document);
  });

  it('is left as it is where the key that signed it has ended since', async () => {
    const { document } = await readList();
    const { code } = await jalon(['keys', 'rotate'], { environment: service.environment });
    expect(code).toBe(0);
    await service.keys.refresh();
    await service.services.runMaintenance();
    expect((await readList()).document).toBe(document);
  });

  it('is signed by the new key where it is changed after the old one has ended', async () => {
    await jalon(['keys', 'rotate'], { environment: service.environment });
    await service.keys.refresh();
    await change({ document: withOtherTtl((await readList()).document) });
    await service.services.runMaintenance();
    const { document } = await readList();
    expect(document).toContain('"ttl":300000');
    await service.services.runMaintenance();
    expect((await readList()).document).toBe(document);
  });
});
