import { beforeEach, describe, expect, it } from 'vitest';
import { type DuringOutage, makeOutageCopies } from '../../src/adapters/http/cache/outage-copies.ts';
import { makeResponseStore } from '../../src/adapters/http/cache/response-store.ts';
import type { PublicKeyRecord } from '../../src/domain/keys/public.ts';
import { type Instant, secondsAfter } from '../../src/domain/time/calendar.ts';

const START = '2026-12-02T08:00:00Z' as Instant;
const DAY = 86_400;
const VERSION = { common: 'one', own: '' };
const HTML = 'text/html; charset=utf-8';

let now: Instant;
let keys: readonly PublicKeyRecord[];
let isAway: boolean;
let common: string;
let saved: ReturnType<typeof makeResponseStore<ReturnType<typeof copy>>>;
let copies: ReturnType<typeof makeOutageCopies<ReturnType<typeof copy>>>;

beforeEach(() => {
  now = START;
  keys = [];
  isAway = false;
  common = VERSION.common;
  saved = makeResponseStore(10_000);
  copies = makeOutageCopies(saved, {
    clock: { now: () => now },
    keys: { list: () => keys },
    refresh: async () => {},
    store: {
      readDataVersion: () => {
        if (isAway) throw new Error('away');
        return { common, own: '' };
      },
    },
  });
  copies.noted(VERSION);
});

function copy(
  key: string,
  outage?: DuringOutage,
  end?: Instant,
  type = HTML,
  vary = 'Accept, Accept-Language',
) {
  return {
    ...{ key, outage, keys, dataVersion: VERSION, madeAt: START, changesAt: end ? [end] : [] },
    headers: [
      ['content-type', type],
      ['vary', vary],
    ] as const,
    sizeBytes: () => 100,
  };
}

const later = (seconds: number) => {
  now = secondsAfter(START, seconds);
};

describe('copies for an outage', () => {
  it('of pages and keys are given for a day after the database last answered', () => {
    copies.save(copy('/badges fr text/html', 'page'));
    copies.save(copy('/schools/0210001M/did.json fr ', 'keys', undefined, 'application/did', ''));
    for (const key of ['/badges fr text/html', '/schools/0210001M/did.json en ']) {
      later(DAY - 1);
      expect(copies.find(key)).toBeDefined();
      later(DAY);
      expect(copies.find(key)).toBeUndefined();
    }
  });

  it('of status lists are given until their own end', () => {
    copies.save(
      copy('/status/1 fr ', 'list', secondsAfter(START, 5 * DAY), 'application/vc+ld+json', 'Accept'),
    );
    later(5 * DAY - 1);
    expect(copies.find('/status/1 en application/vc+ld+json')).toBeDefined();
    later(5 * DAY);
    expect(copies.find('/status/1 en application/vc+ld+json')).toBeUndefined();
  });

  it('are not given by default, before they were made, in another language or as another type', () => {
    copies.save(copy('/credentials/x fr text/html'));
    expect(copies.find('/credentials/x fr text/html')).toBeUndefined();
    copies.save(copy('/badges fr ', 'page'));
    expect(copies.find('/badges en ')).toBeUndefined();
    expect(copies.find('/badges fr application/ld+json')).toBeUndefined();
    later(-1);
    expect(copies.find('/badges fr ')).toBeUndefined();
  });

  it('go when another process changed the settings or the keys while the database answered', async () => {
    const page = copy('/badges fr ', 'page');
    copies.save(page);
    copies.save(copy('/status/1 fr ', 'list', secondsAfter(START, DAY), 'application/json', 'Accept'));
    isAway = true;
    common = 'two';
    await copies.sweep();
    expect(copies.find('/badges fr ')).toBeDefined();
    isAway = false;
    await copies.sweep();
    expect(copies.find('/badges fr ')).toBeUndefined();
    expect(saved.heldBytes()).toBe(100);
    keys = [{ kid: 'new' } as PublicKeyRecord];
    expect(copies.find('/status/1 fr ')).toBeUndefined();
    await copies.sweep();
    expect(saved.heldBytes()).toBe(0);
  });

  it('are as many as there are representations, for any preference of a caller', () => {
    for (let at = 0; at < 50; at += 1) {
      copies.save(copy(`/badges fr text/html,application/x-${at}`, 'page'));
      copies.save(
        copy(`/status/1 fr application/x-${at}`, 'list', secondsAfter(START, DAY), 'application/json', ''),
      );
    }
    expect(saved.heldBytes()).toBe(200);
  });
});
