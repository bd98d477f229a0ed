import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

let service: TestService;
let badge: IssuedBadge;
let other: IssuedBadge;
const noon = Date.parse('2027-03-10T12:00:00Z');
/** Moves the clock of this process to so many seconds after noon. */
const at = (seconds: number) => void vi.setSystemTime(noon + seconds * 1000);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  at(0);
  service = await startTestService();
  await service.importText({
    ...ONE_RUPN,
    'personnes.csv':
      'email;prenom;nom\nclaire.dupont@ac-test.example;Claire;Dupont\nluc.petit@ac-test.example;Luc;Petit\n',
    'engagements.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      'SEG-1;claire.dupont@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee',
      'SEG-2;luc.petit@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee',
      '',
    ].join('\n'),
  });
  [badge, other] = (await issueEverything(service)) as [IssuedBadge, IssuedBadge];
  await service.services.acceptCredential({ id: badge.id, visibility: 'public', actor: 'test' });
  await service.services.runMaintenance();
  at(60);
});
afterEach(async () => {
  await service.stop();
  vi.useRealTimers();
});

const stepsOf = async ({ services, ports }: Pick<NodeContext, 'services' | 'ports'>) => {
  const found = await services.readPublicCredential(badge.id);
  if (found.kind !== 'found') throw new Error(found.kind);
  const report = await ports.verifyCredential({
    kind: 'parsed',
    value: JSON.parse(found.credential.document),
  } as never);
  return Object.fromEntries(report.steps.map(({ step, result }) => [step, result]));
};
const listOf = async (context: Pick<NodeContext, 'ports'>) => {
  const [list] = await context.ports.store.readStatusLists();
  return JSON.parse(list?.published?.document ?? '{}') as {
    readonly validFrom: string;
    readonly validUntil: string;
    readonly proof: readonly { readonly created: string }[];
  };
};

describe('a clock that was ahead and is right again', () => {
  it.each([30, 2 * HOUR, 30 * HOUR, 800 * DAY])(
    'by %i s leaves every badge verifiable at the next look',
    async (ahead) => {
      at(60 + ahead);
      const [list] = await service.ports.store.readStatusLists();
      await service.services.revokeCredential({ id: other.id, reason: 'Erreur', actor: 'test' });
      await service.services.runMaintenance();
      await service.get(`/status/${list?.id}`);
      at(120);
      expect(await stepsOf(service)).toMatchObject({ proof: 'passed', validity: 'passed', status: 'passed' });
      const served = (await (await service.get(`/status/${list?.id}`)).json()) as Awaited<
        ReturnType<typeof listOf>
      >;
      expect(Date.parse(served.validFrom)).toBeLessThanOrEqual(Date.now());
      expect(Date.parse(served.proof[0]?.created ?? '')).toBeLessThanOrEqual(Date.now());
    },
  );

  it('shows a checkpoint of its log that is not dated ahead of now', async () => {
    at(30 * HOUR);
    await service.services.runMaintenance();
    at(120);
    await service.services.runMaintenance();
    const checkpoint = await service.services.readCheckpoint();
    expect(Date.parse(checkpoint?.signedAt ?? '')).toBeLessThanOrEqual(Date.now());
    const days = await service.services.readCheckpoints();
    expect(days.map(({ day }) => day)).toEqual(['2027-03-10']);
  });

  it('takes up tasks and jobs that were put off by the clock that was ahead', async () => {
    at(40 * HOUR);
    const ahead = new Date(Date.now()).toISOString().replace(/\.\d{3}Z/, 'Z') as never;
    const [list] = await service.ports.store.readStatusLists();
    await service.ports.store.commit([
      {
        kind: 'outbox-added',
        id: 'put-off',
        task: { kind: 'publish-status-list', listId: list?.id ?? '' },
        at: ahead,
      },
    ]);
    const { id } = await service.services.beginJob({ kind: 'measure-coverage' }, 'test' as PersonId, 600);
    at(120);
    await service.services.runMaintenance();
    expect(await service.services.readOutboxState()).toMatchObject({ waiting: 0 });
    const job = await service.ports.store.readJob(id);
    expect(job?.finishedAt).toBeDefined();
  });
});

describe('a status list', () => {
  it('begins at the instant of its opening, is valid for eight days and signed again every twelve hours', async () => {
    const first = await listOf(service);
    at(11 * HOUR);
    await service.services.runMaintenance();
    expect(await listOf(service)).toEqual(first);
    at(12 * HOUR + 60);
    await service.services.runMaintenance();
    const second = await listOf(service);
    expect(second.validFrom).toBe(first.validFrom);
    expect(second.validUntil).not.toBe(first.validUntil);
    const created = Date.parse(second.proof[0]?.created ?? '');
    expect(created).toBe(Date.now());
    expect(Date.parse(second.validUntil) - created).toBe(8 * DAY * 1000);
  });
});

describe('two processes on one database whose clocks are 50 s apart', () => {
  let slow: NodeContext;
  beforeEach(async () => {
    slow = await openNodeContext(service.environment);
    await slow.keys.open();
  });
  afterEach(() => slow.close());
  const ahead = async <T>(work: () => Promise<T>): Promise<T> => {
    at(110);
    try {
      return await work();
    } finally {
      at(60);
    }
  };

  it('both verify every badge after a revocation by either', async () => {
    await ahead(() => service.services.revokeCredential({ id: other.id, reason: 'Erreur', actor: 'test' }));
    expect(await stepsOf(slow)).toMatchObject({ proof: 'passed', validity: 'passed', status: 'passed' });
    expect(await ahead(() => stepsOf(service))).toMatchObject({ status: 'passed' });
  });

  it('lets the holder choose again at the slower one, and the badge is valid at both', async () => {
    await ahead(() => service.services.acceptCredential({ id: badge.id, name: 'full', actor: 'test' }));
    expect(await stepsOf(slow)).toMatchObject({ validity: 'passed', status: 'passed' });
    await slow.services.acceptCredential({ id: badge.id, name: 'initials', actor: 'test' });
    expect(await stepsOf(slow)).toMatchObject({ validity: 'passed', status: 'passed' });
  });
});
