import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS_OF_NETWORK, MOST_SESSIONS_OF_PERSON } from '../../src/domain/access/account.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import { MOST_NONCES_OF_NETWORK } from '../../src/standards/wallets/feature.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { ADA, BOB, FIXTURE, NOW } from './store-values.ts';

/** How many more than the bound are written. */
const MORE = 3;
/** Statements of one commit, few enough for each engine. */
const AT_ONCE = 100;

const times = (most: number, make: (at: number) => Change): readonly Change[] =>
  Array.from({ length: most + MORE }, (_, at) => make(at));

const later = (at: number) => secondsAfter(NOW, 60 + at);

const attempt = (network: string, at: number): Change => ({
  kind: 'sign-in-begun',
  attempt: { secretHash: `${network}-${at}`, attempt: '{}', expiresAt: later(at) },
  network,
});

const nonce = (network: string, at: number): Change => ({
  kind: 'wallet-nonce-given',
  ...{ nonceHash: `${network}-${at}`, expiresAt: later(at), network },
});

const session = (personId: typeof ADA, at: number): Change => ({
  kind: 'session-begun',
  session: {
    ...{ id: `${personId}-${at}`, secretHash: `${personId}-${at}`, personId, provider: 'local', mayHead: [] },
    ...{ createdAt: NOW, seenAt: NOW, expiresAt: later(at) },
  },
});

/** What strangers may write without end is shared out: the oldest rows of whoever writes much make room. */
export function describeUntrustedWrites({ store }: StoreUnderTest): void {
  const commit = async (changes: readonly Change[]) => {
    for (let at = 0; at < changes.length; at += AT_ONCE)
      await store().commit(changes.slice(at, at + AT_ONCE));
  };

  describe('what strangers write', () => {
    it('keeps the newest attempts to sign in of a network, and those of others', async () => {
      await commit([attempt('few', 0), ...times(MOST_ATTEMPTS_OF_NETWORK, (at) => attempt('many', at))]);
      const isSaved = async (hash: string) => (await store().readSignInAttempt(hash)) !== undefined;
      const last = MOST_ATTEMPTS_OF_NETWORK + MORE - 1;
      expect(await isSaved('few-0')).toBe(true);
      expect([await isSaved(`many-${MORE - 1}`), await isSaved(`many-${MORE}`)]).toEqual([false, true]);
      expect(await isSaved(`many-${last}`)).toBe(true);
    });

    it('keeps the newest challenges of a network, and those of others', async () => {
      await commit([nonce('few', 0), ...times(MOST_NONCES_OF_NETWORK, (at) => nonce('many', at))]);
      const isSaved = (hash: string) => store().hasWalletNonce(hash, NOW);
      expect(await isSaved('few-0')).toBe(true);
      expect([await isSaved(`many-${MORE - 1}`), await isSaved(`many-${MORE}`)]).toEqual([false, true]);
    });

    it('includes the level and the instant of the sign-in of a session', async () => {
      const { session: plain } = session(BOB, 1) as Extract<Change, { kind: 'session-begun' }>;
      const proved = { ...plain, id: 'proved', secretHash: 'proved', acr: 'eidas2', authTime: NOW };
      await commit([...FIXTURE, { kind: 'session-begun', session: proved }]);
      expect((await store().readSession('proved'))?.session).toEqual(proved);
      expect((await store().readAccount(BOB))?.person.id).toBe(BOB);
    });

    it('keeps the newest sessions of a person, and those of others', async () => {
      await commit([
        ...FIXTURE,
        session(BOB, 0),
        ...times(MOST_SESSIONS_OF_PERSON, (at) => session(ADA, at)),
      ]);
      const isSaved = async (hash: string) => (await store().readSession(hash)) !== undefined;
      expect(await isSaved(`${BOB}-0`)).toBe(true);
      expect([await isSaved(`${ADA}-${MORE - 1}`), await isSaved(`${ADA}-${MORE}`)]).toEqual([false, true]);
    });
  });
}
