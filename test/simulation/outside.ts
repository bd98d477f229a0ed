import { createPublicKey } from 'node:crypto';
import type { Random } from '../../demo/random.ts';
import { type KeyFile, unreadable } from '../../src/adapters/signing/key-file.ts';
import { openKeySet } from '../../src/adapters/signing/key-set.ts';
import type { IdentityProvider } from '../../src/application/accounts/identity-provider.ts';
import type { MailDelivery, MailMessage } from '../../src/application/mail/mailer.ts';
import type { System } from '../../src/assembly/system-ports.ts';
import { type Instant, toInstant } from '../../src/domain/time/calendar.ts';
import { instantAfter } from '../../src/domain/time/clock-skew.ts';
import type { Fetched } from '../../src/open-badges/fetching/fetcher.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { RSA_KEYS, testKey } from '../support/credential-signing.ts';

/** The life begins with a school year, after the day on which the program was written. */
const BEGIN = Date.parse('2027-08-30T06:00:00Z');
const LONGEST_WAIT_SECONDS = 5;

/** `away`: their folder is empty, as a volume that is not mounted. `fails`: they are read, and do not sign. */
export type KeyMood = 'sign' | 'away' | 'unreadable' | 'fails';

/** What surrounds the service: time, chance, the keys' folder, the mail server and the network. All of it is
 *  drawn from the seed, and nothing of it is the machine's. */
export interface Outside {
  readonly system: System;
  readonly keys: ReturnType<typeof makeKeys>;
  readonly sent: MailMessage[];
  /** Seconds of true time since the beginning of the life, by how many the machine's clock is wrong, and until when
   *  what it wrote is dated ahead. */
  readonly time: { passed: number; wrong: number; aheadUntil: number };
  /** What the mail server answers, how the network behaves, and whether the keys can be read and sign. */
  readonly mood: { mail: MailDelivery['kind']; network: 'answers' | 'refuses' | 'hangs'; keys: KeyMood };
  now(): Instant;
  pass(seconds: number): void;
  /** Notes the state of all of it. Returns the function that brings it back, as often as it is called. */
  save(): () => void;
  readonly mailer: { send(message: MailMessage): Promise<MailDelivery> };
  readonly network: { fetch(url: string): Promise<Fetched>; send(): Promise<Fetched> };
}

export function makeOutside(random: () => Random): Outside {
  const time = { passed: 0, wrong: 0, aheadUntil: 0 };
  const mood: Outside['mood'] = { mail: 'accepted', network: 'answers', keys: 'sign' };
  const sent: MailMessage[] = [];
  const pass = (seconds: number) => {
    time.passed += seconds;
  };
  const now = () => toInstant(new Date(BEGIN + (Math.floor(time.passed) + time.wrong) * 1000));
  const ask = async (): Promise<Fetched> => {
    if (mood.network === 'answers') return { kind: 'status', status: 404 };
    if (mood.network === 'hangs') pass(8);
    return { kind: 'unreachable', reason: mood.network };
  };
  const [keys, ids] = [makeKeys(mood), makeIds(random)];
  return {
    time,
    mood,
    sent,
    now,
    pass,
    keys,
    save: () => {
      const state = { time: { ...time }, mood: { ...mood }, sent: [...sent] };
      const [restoreKeys, restoreIds] = [keys.save(), ids.save()];
      return () => {
        Object.assign(time, state.time);
        Object.assign(mood, state.mood);
        sent.splice(0, sent.length, ...state.sent);
        restoreKeys();
        restoreIds();
      };
    },
    system: {
      clock: { now },
      monotonic: () => time.passed,
      waitUntilAfter: async (instant) => {
        for (let waited = 0; now() <= instant; waited += 1) {
          if (waited === LONGEST_WAIT_SECONDS) return instantAfter(instant, now());
          pass(1);
        }
        return now();
      },
      ids: ids.ports,
    },
    mailer: {
      send: async (message) => {
        if (mood.mail === 'accepted') {
          sent.push(message);
          return { kind: 'accepted' };
        }
        return { kind: mood.mail, code: 'smtp-450' };
      },
    },
    network: { fetch: ask, send: ask },
  };
}

/** Ids that are drawn, with a number of their own, so that no two are the same. */
function makeIds(random: () => Random): { readonly ports: System['ids']; save(): () => void } {
  let count = 0;
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => random().integer(16).toString(16)).join('');
  const numbered = () => {
    count += 1;
    return count.toString(16).padStart(12, '0');
  };
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${numbered()}`;
  const ports: System['ids'] = {
    personId: () => uuid() as never,
    awardId: () => `${numbered().padStart(14, '0')}-${hex(16)}` as never,
    credentialId: () =>
      Buffer.from(`${hex(20)}${numbered()}`, 'hex')
        .toString('base64url')
        .replace(/^-/, 'A') as never,
    uuid,
    integer: (below) => random().integer(below),
    salt: () => hex(20) + numbered(),
    auditEntryId: () => `${numbered().padStart(14, '0')}-${hex(32)}`,
  };
  const save = () => {
    const saved = count;
    return () => {
      count = saved;
    };
  };
  return { ports, save };
}

const RSA = [RSA_KEYS.active, RSA_KEYS.attacker, RSA_KEYS.compromised];

/** The folder of keys. Their private halves are fixed, so that a life signs the same bytes each time. */
function makeKeys(mood: Outside['mood']) {
  let files: readonly KeyFile[] = [];
  let made = 0;
  const makeEd25519 = (at: Instant): KeyFile => {
    const { publicKeyMultibase, privateJwk } = testKey(made + 1);
    return {
      record: { kid: `ed-${made}`, algorithm: 'Ed25519', state: 'active', createdAt: at, publicKeyMultibase },
      privateKey: { jwk: privateJwk },
    };
  };
  const makeRsa = (at: Instant): KeyFile => {
    const jwk = RSA[files.filter(({ record }) => record.algorithm === 'RS256').length % RSA.length];
    const { n = '', e = '' } = createPublicKey({ key: jwk as never, format: 'jwk' }).export({
      format: 'jwk',
    });
    return {
      record: {
        ...{ kid: `rs-${made}`, algorithm: 'RS256', state: 'active', createdAt: at },
        publicKeyJwk: { kty: 'RSA', n, e },
      },
      privateKey: { jwk: jwk as JsonWebKey },
    };
  };
  const end = (kid: string, record: Partial<KeyFile['record']>) => {
    files = files.map((file) =>
      file.record.kid === kid ? { record: { ...file.record, ...record } as KeyFile['record'] } : file,
    );
  };
  const add = (algorithm: 'Ed25519' | 'RS256', at: Instant) => {
    made += 1;
    files = [...files, algorithm === 'Ed25519' ? makeEd25519(at) : makeRsa(at)];
  };
  const active = (algorithm: string) =>
    files.filter(({ record }) => record.algorithm === algorithm && record.state === 'active');
  /** What the folder holds, for who reads it now. */
  const read = () => {
    if (mood.keys === 'unreadable') throw unreadable('keys', 'EACCES');
    return mood.keys === 'away' ? [] : files;
  };
  const isThere = () => mood.keys === 'sign' || mood.keys === 'fails';
  return {
    save: () => {
      const saved = { files, made };
      return () => {
        ({ files, made } = saved);
      };
    },
    records: () => read().map(({ record }) => record),
    load: async (kept: readonly KeyFile['record'][]) =>
      openKeySet(read(), { place: 'keys', placeOf: (kid) => kid, kept, primitives: nodePrimitives }),
    generate: (at: Instant) => {
      add('Ed25519', at);
      add('RS256', at);
    },
    /** As `keys rotate`: the successor first, then the end of the former key. There are as many RSA keys as the
     *  tests have. */
    rotate: (algorithm: 'Ed25519' | 'RS256', at: Instant) => {
      const isLast =
        algorithm === 'RS256' &&
        files.filter((file) => file.record.kid.startsWith('rs')).length === RSA.length;
      if (isLast || !isThere()) return false;
      const former = active(algorithm);
      add(algorithm, at);
      for (const { record } of former) end(record.kid, { state: 'retired', retiredAt: at });
      return true;
    },
    /** As `keys compromise` of the newest Ed25519 key. */
    compromise: (at: Instant) => {
      if (!isThere()) return undefined;
      const [former] = active('Ed25519');
      add('Ed25519', at);
      if (former)
        end(former.record.kid, { state: 'compromised', compromised: { at, reason: 'Copie volée.' } });
      return former?.record.kid;
    },
  };
}

/** A provider at which everybody is who the address says that the browser comes back to. */
export const SIMULATED_PROVIDER: IdentityProvider = {
  id: 'fim',
  begin: async () => ({
    url: 'https://fim.test/authorize',
    transaction: { provider: 'fim', state: 'state', nonce: 'nonce', verifier: 'verifier' },
  }),
  finish: async (callbackUrl) => {
    const stated = new URL(callbackUrl).searchParams;
    const uai = stated.get('uai');
    const subject = stated.get('subject') ?? '';
    return {
      ...{ provider: 'fim', issuer: 'https://fim.test', subject, emailVerified: true, worksAt: [] },
      email: stated.get('email') ?? '',
      ...{ givenName: 'Alix' as never, familyName: 'Nouvelle' as never },
      mayHead: uai ? [uai as never] : [],
    };
  },
  endSessionUrl: async () => undefined,
};
