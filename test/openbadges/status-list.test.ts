import { gzipSync } from 'node:zlib';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { statusListCredential, statusListEntry } from '../../src/issuing/status-list.ts';
import {
  decodeBitstring,
  encodeBitstring,
  MINIMUM_BITS,
  readBit,
} from '../../src/open-badges/status/bitstring.ts';
import { readStatusBit } from '../../src/open-badges/status/read-list.ts';
import { canonizeSafely, ORIGIN } from './builders.ts';

function encode(bytes: Uint8Array): string {
  return `u${gzipSync(bytes).toString('base64url')}`;
}

describe('encodeBitstring and decodeBitstring', () => {
  test.prop([fc.uniqueArray(fc.nat(MINIMUM_BITS - 1), { maxLength: 200 })], { numRuns: 30 })(
    'give back exactly the set bits',
    async (indexes) => {
      const bits = await decodeBitstring(await encodeBitstring(indexes, MINIMUM_BITS));
      const found: number[] = [];
      for (let index = 0; index < MINIMUM_BITS; index += 1) if (readBit(bits, index)) found.push(index);
      expect(found).toEqual(indexes.toSorted((a, b) => a - b));
    },
  );

  it('put index 0 in the highest bit of the first byte', async () => {
    const bits = await decodeBitstring(await encodeBitstring([0, 9], MINIMUM_BITS));
    expect([...bits.subarray(0, 2)]).toEqual([0b1000_0000, 0b0100_0000]);
  });

  it('make a list of the requested length', async () => {
    expect(await decodeBitstring(await encodeBitstring([], 2 * MINIMUM_BITS))).toHaveLength(
      (2 * MINIMUM_BITS) / 8,
    );
  });

  it.each([
    [[], MINIMUM_BITS - 8],
    [[], MINIMUM_BITS + 1],
    [[MINIMUM_BITS], MINIMUM_BITS],
    [[-1], MINIMUM_BITS],
    [[1.5], MINIMUM_BITS],
  ])('refuse to encode %o of %i', async (indexes, size) => {
    await expect(encodeBitstring(indexes, size)).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it.each([
    ['another multibase', 'zabc'],
    ['padding', 'uH4sI===='],
    ['no gzip', 'uAAAA'],
    ['nothing', ''],
    ['a truncated stream', encode(new Uint8Array(MINIMUM_BITS / 8)).slice(0, 30)],
  ])('refuse %s', async (_, encoded) => {
    await expect(decodeBitstring(encoded)).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('stop at the limit instead of unpacking a bomb', async () => {
    const bomb = encode(new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(decodeBitstring(bomb)).rejects.toMatchObject({
      code: 'unreadable-file',
      params: { limitBytes: 4 * 1024 * 1024 },
    });
  });
});

const LIST = '7';
const ENTRY = statusListEntry(ORIGIN, { listId: LIST, index: 12 });

async function makeList(indexes: readonly number[] = []) {
  return statusListCredential({
    origin: ORIGIN,
    listId: LIST,
    issuer: { name: 'DANE de Dijon' },
    encodedList: await encodeBitstring(indexes, MINIMUM_BITS),
    validFrom: '2026-07-03T10:00:00Z' as Instant,
    validUntil: '2026-07-04T10:00:00Z' as Instant,
    ttlMilliseconds: 300_000,
  });
}

describe('statusListCredential', () => {
  it('has only defined terms, and one context', async () => {
    const list = await makeList();
    expect(list['@context']).toEqual(['https://www.w3.org/ns/credentials/v2']);
    expect(list.id).toBe(`${ORIGIN}/status/7`);
    expect(await canonizeSafely(list)).toContain('encodedList');
  });
});

describe('readStatusBit', () => {
  test.prop(
    [fc.uniqueArray(fc.nat(MINIMUM_BITS - 1), { minLength: 1, maxLength: 20 }), fc.nat(MINIMUM_BITS - 1)],
    {
      numRuns: 30,
    },
  )('reads revoked for the set indexes and for no other', async (indexes, other) => {
    const list = await makeList(indexes);
    for (const index of [...indexes, other]) {
      const entry = statusListEntry(ORIGIN, { listId: LIST, index });
      expect(await readStatusBit(list, entry)).toEqual({ kind: 'read', set: indexes.includes(index) });
    }
  });

  it('accepts a purpose among several', async () => {
    const list = await makeList([12]);
    const several = {
      ...list,
      credentialSubject: { ...list.credentialSubject, statusPurpose: ['suspension', 'revocation'] },
    };
    expect(await readStatusBit(several, ENTRY)).toEqual({ kind: 'read', set: true });
  });

  it.each<[string, object]>([
    ['an index with a tail', { statusListIndex: '12abc' }],
    ['an index as a number', { statusListIndex: 12 }],
    ['a negative index', { statusListIndex: '-1' }],
    ['a hexadecimal index', { statusListIndex: '0x0c' }],
    ['an index with leading zeros', { statusListIndex: '012' }],
    ['an index beyond the list', { statusListIndex: String(MINIMUM_BITS) }],
    ['another purpose', { statusPurpose: 'suspension' }],
    ['no purpose', { statusPurpose: undefined }],
    ['another type', { type: 'StatusList2021Entry' }],
    ['another list', { statusListCredential: `${ORIGIN}/status/8` }],
    ['entries of two bits', { statusSize: 2 }],
  ])('does not read an entry with %s', async (_, change) => {
    expect(await readStatusBit(await makeList(), { ...ENTRY, ...change })).toMatchObject({ kind: 'invalid' });
  });

  it.each<[string, object]>([
    ['of 8 bits', { encodedList: encode(new Uint8Array(1)) }],
    ['just too short', { encodedList: encode(new Uint8Array(MINIMUM_BITS / 8 - 1)) }],
    ['that cannot be decoded', { encodedList: 'u!!' }],
    ['without bits', { encodedList: undefined }],
    ['of another type', { type: 'StatusList2021' }],
    ['of another purpose', { statusPurpose: 'refresh' }],
  ])('does not read a list %s', async (_, change) => {
    const list = await makeList();
    const changed = { ...list, credentialSubject: { ...list.credentialSubject, ...change } };
    expect(await readStatusBit(changed, ENTRY)).toMatchObject({ kind: 'invalid' });
  });

  it.each([undefined, null, 'x', [], {}])('does not read %o as a list or an entry', async (value) => {
    expect(await readStatusBit(value, ENTRY)).toMatchObject({ kind: 'invalid' });
    expect(await readStatusBit(await makeList(), value)).toMatchObject({ kind: 'invalid' });
  });
});
