import { base64 } from '@scure/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extendBadgeLog } from '../../src/application/badge-log/append-badges.ts';
import { checkLoggedBadge } from '../../src/application/badge-log/check-logged-badge.ts';
import {
  type MonitorState,
  monitorLog,
  parseMonitorState,
} from '../../src/application/badge-log/monitor-log.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { readBundle } from '../../src/issuing/log-entry.ts';
import { fromEd25519Multikey, toEd25519Multikey } from '../../src/open-badges/keys/multibase.ts';
import { makeNoteChecker } from '../../src/open-badges/transparency-log/check-note.ts';
import { parseNote } from '../../src/open-badges/transparency-log/signed-note.ts';
import { asAuthorised } from '../support/as-authorised.ts';
import { type IssuedBadge, startWithOneBadge, type TestService } from '../support/servers/service.ts';
import { somePorts } from '../support/servers/some-ports.ts';
import { readFrom, readNoteByHand } from './fixture.ts';

/** A note with its key, from the documentation of Go's sumdb/note. */
const PUBLISHED = {
  key: 'ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  keyId: 'c74f20a3',
  note: 'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'.replaceAll(
    '’',
    "'",
  ),
};

let service: TestService;
let badge: IssuedBadge;
let publicKey: Uint8Array;
const text = async (path: string) => new TextDecoder().decode(await readFrom(service, path));
const keyOf = (bytes: Uint8Array) => asAuthorised({ publicKeyMultibase: toEd25519Multikey(bytes) });
const check = async (note: string) => makeNoteChecker()(note, [keyOf(publicKey)]);
const signers = () => [base64.encode(publicKey)];

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
  await service.services.acceptAll({ visibility: 'public', name: 'full', actor: 'test' }).next();
  await service.services.runMaintenance();
  const record = service.ports.keys.list().find(({ algorithm }) => algorithm === 'Ed25519');
  publicKey = fromEd25519Multikey(record?.publicKeyMultibase ?? '') as Uint8Array;
});
afterAll(() => service.stop());

async function personOf({ ports }: TestService): Promise<PersonId> {
  const { award } = (await ports.store.readCredential(badge.id)) ?? {};
  if (award?.recipient.kind !== 'person') throw new Error('no award of a person');
  return award.recipient.personId;
}

describe('a signed note', () => {
  it('is read in the form that other programs write', () => {
    const parsed = parseNote(PUBLISHED.note);
    expect(parsed?.text).toBe(PUBLISHED.note.split('\n\n')[0]?.concat('\n'));
    const [signature] = parsed?.signatures ?? [];
    expect(Buffer.from(signature?.keyId ?? []).toString('hex')).toBe(PUBLISHED.keyId);
    expect(signature?.name).toBe('PeterNeumann');
  });
});

describe('the log of signed badges', () => {
  it('publishes a checkpoint that verifies by the text of the standard', async () => {
    const note = await text('/log/checkpoint');
    const { origin, size, seconds } = readNoteByHand(note, publicKey);
    expect(origin).toBe('jalon.test/log');
    expect(size).toBe(2);
    expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(600);
  });

  it('contains each revision of a badge once, and no name', async () => {
    const entries = readBundle(await readFrom(service, '/log/tile/entries/000.p/2')) ?? [];
    expect(entries).toHaveLength(2);
    for (const entry of entries)
      expect(new TextDecoder().decode(entry)).toMatch(
        /^jalon-badge\/v1\ndocument [0-9a-f]{64}\njws [0-9a-f]{64}\n$/,
      );
    await service.services.runMaintenance();
    expect(readNoteByHand(await text('/log/checkpoint'), publicKey).size).toBe(2);
  });

  it('proves the entry of a badge to anyone who has one of its files', async () => {
    const proof = await text(`${badge.path}.tlog-proof`);
    const document = await text(`${badge.path}.json`);
    const signedAtSeconds = Date.parse(JSON.parse(document).proof[0].created) / 1000;
    const question = {
      proof,
      check,
      signers: signers(),
      days: [],
      isSameHistory: async () => true,
      signedAtSeconds,
    };
    const reordered = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(document)).toReversed()),
      null,
      2,
    );
    for (const file of [document, reordered, await text(`${badge.path}.jws`)]) {
      expect(await checkLoggedBadge({ ...question, badge: file })).toMatchObject({
        kind: 'logged',
      });
    }
  });

  it('proves nothing for a changed badge, a changed proof or a foreign checkpoint', async () => {
    const proof = await text(`${badge.path}.tlog-proof`);
    const document = await text(`${badge.path}.json`);
    const question = {
      ...{ badge: document, proof, check, signers: signers(), days: [], isSameHistory: async () => true },
      signedAtSeconds: Date.now() / 1000,
    };
    const reasonOf = async (changed: Partial<typeof question>) =>
      await checkLoggedBadge({ ...question, ...changed });
    const lie = document.replace('"name":"', '"name":"X');
    expect(await reasonOf({ badge: lie })).toEqual({ kind: 'not-proved', reason: 'other-badge' });
    expect(
      await reasonOf({ proof: proof.replace(/index (\d)/, (_, at) => `index ${1 - Number(at)}`) }),
    ).toEqual({
      kind: 'not-proved',
      reason: 'root',
    });
    expect(await reasonOf({ proof: proof.replace('jalon.test/log\n2\n', 'jalon.test/log\n3\n') })).toEqual({
      kind: 'not-proved',
      reason: 'checkpoint',
    });
    const outsider = async (note: string) => makeNoteChecker()(note, [keyOf(new Uint8Array(32).fill(1))]);
    expect(await reasonOf({ check: outsider })).toEqual({ kind: 'not-proved', reason: 'checkpoint' });
    expect(await reasonOf({ proof: 'c2sp.org/tlog-proof@v1\n' })).toEqual({
      kind: 'not-proved',
      reason: 'proof',
    });
  });

  it('reveals a backdated badge: its entry came long after its signature', async () => {
    const proof = await text(`${badge.path}.tlog-proof`);
    const document = await text(`${badge.path}.json`);
    const threeDaysAgo = Date.now() / 1000 - 3 * 86_400;
    const found = await checkLoggedBadge({
      badge: document,
      proof,
      check,
      signers: signers(),
      days: [],
      isSameHistory: async () => true,
      signedAtSeconds: threeDaysAgo,
    });
    expect(found).toMatchObject({ kind: 'late' });
  });

  it('gives the proof of a hidden badge to no one', async () => {
    expect((await service.get('/credentials/AAAAAAAAAAAAAAAAAAAAAA.tlog-proof')).status).toBe(404);
  });

  it('answers no tile beyond its end, and no tile at another address', async () => {
    for (const path of [
      '0/000',
      '0/000.p/3',
      '0/001.p/2',
      '1/000.p/1',
      '64/000.p/1',
      '0/0',
      'entries/000.p/3',
      '..',
    ]) {
      expect((await service.get(`/log/tile/${path}`)).status, path).toBe(404);
    }
    expect((await service.get('/log/tile/0/000.p/2')).status).toBe(200);
  });
});

describe('a monitor of the log', () => {
  const visit = async (before?: MonitorState, read = (path: string) => readFrom(service, `/log/${path}`)) =>
    monitorLog({
      ...{ checked: await check(await text('/log/checkpoint')), before, read },
      nowSeconds: Date.now() / 1000,
      origin: 'jalon.test/log',
    });

  it('keeps a state, and finds the log consistent with it', async () => {
    const first = await visit();
    expect(first).toMatchObject({ kind: 'consistent', added: 2, state: { size: 2 } });
    const { state } = first as Extract<typeof first, { kind: 'consistent' }>;
    expect(await visit(parseMonitorState(JSON.parse(JSON.stringify(state))))).toMatchObject({
      kind: 'consistent',
      added: 0,
    });
  });

  it('notices another history, a shorter log, changed entries, another log', async () => {
    const found = await visit();
    const { state } = found as Extract<typeof found, { kind: 'consistent' }>;
    const otherHash = Buffer.alloc(32, 7).toString('base64');
    expect(await visit({ ...state, hashes: [otherHash] })).toMatchObject({
      kind: 'broken',
      code: 'root-differs',
    });
    expect(await visit({ ...state, size: 4 })).toMatchObject({ kind: 'broken', code: 'log-shrunk' });
    expect(await visit({ ...state, origin: 'other.test/log' })).toMatchObject({
      kind: 'broken',
      code: 'other-log',
    });
    const changed = async (path: string) => {
      const bytes = await readFrom(service, `/log/${path}`);
      bytes[30] = bytes[30] === 0x61 ? 0x62 : 0x61;
      return bytes;
    };
    expect(await visit(undefined, changed)).toMatchObject({ kind: 'broken', code: 'root-differs' });
    const cut = async (path: string) => (await readFrom(service, `/log/${path}`)).slice(0, -1);
    expect(await visit(undefined, cut)).toMatchObject({ kind: 'broken', code: 'unreadable-entries' });
    expect(
      await monitorLog({ checked: undefined, before: undefined, read: changed, nowSeconds: 0, origin: '' }),
    ).toMatchObject({
      code: 'checkpoint-not-signed',
    });
  });

  it('refuses a state that it did not write', () => {
    for (const value of [
      null,
      {},
      { origin: 'a', size: 3, hashes: ['AA=='] },
      { origin: 'a', size: -1, hashes: [] },
    ]) {
      expect(parseMonitorState(value)).toBeUndefined();
    }
  });
});

describe('the end of the log', () => {
  it('gets each entry once, though another process extends it in between', async () => {
    const { store } = service.ports;
    await service.services.makeBadgeRecord({ personId: await personOf(service), name: 'full' });
    const before = await store.readLogSize();
    const overtaken = {
      readLogSize: () => store.readLogSize(),
      readUnreadForms: (limit: number) => store.readUnreadForms(limit),
      readLogTile: store.readLogTile,
      commit: (changes: Parameters<typeof store.commit>[0]) => store.commit(changes),
      readWaitingDigests: async (limit: number) => {
        const waiting = await store.readWaitingDigests(limit);
        await extendBadgeLog(service.ports)();
        return waiting;
      },
    };
    expect(await extendBadgeLog(somePorts({ store: overtaken }))()).toBe(0);
    expect(await store.readLogSize()).toBe(before + 1);
  });

  it('is reached by the others where a stored document cannot be read', async () => {
    const { store } = service.ports;
    const left: string[] = ['x'];
    const poisoned = {
      readLogSize: () => store.readLogSize(),
      readWaitingDigests: (limit: number) => store.readWaitingDigests(limit),
      readLogTile: store.readLogTile,
      commit: async (changes: Parameters<typeof store.commit>[0]) => {
        left.pop();
        await store.commit(changes);
      },
      readUnreadForms: async () => left.map((id) => ({ id, signed: { document: '{', jws: 'a.b.c' } })),
    };
    expect(await extendBadgeLog(somePorts({ store: poisoned }))()).toBe(0);
    expect(left).toEqual([]);
  });
});
