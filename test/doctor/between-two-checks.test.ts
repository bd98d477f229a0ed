import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../../src/application/invariants/services.ts';
import type { Ports } from '../../src/application/service-ports.ts';
import { startWithOneBadge, type TestService } from '../support/servers/service.ts';

/** The ports, with a look at the log that sees a state of before a commit, the first `times` times. */
function lookingBefore({ ports }: TestService, times: number): Ports {
  let left = times;
  const readLogged: Ports['store']['readLogged'] = async (documents) => {
    left -= 1;
    return left >= 0 ? [] : ports.store.readLogged(documents);
  };
  return { ...ports, store: { ...ports.store, readLogged } };
}

const askLog = async (ports: Ports) => {
  const [answer] = await Array.fromAsync(checkInvariants(ports)({ depth: 'quick', only: ['badge-in-log'] }));
  return answer?.count;
};

describe('what is found is looked for again', () => {
  it('so that a commit between two queries is no contradiction', async () => {
    const { service } = await startWithOneBadge();
    expect(await askLog(lookingBefore(service, 1))).toBe(0);
    expect(await askLog(lookingBefore(service, Number.POSITIVE_INFINITY))).toBe(1);
    await service.stop();
  });
});
