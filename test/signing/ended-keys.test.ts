import { chmodSync, cpSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeyFolder, readPublicKeys } from '../../src/adapters/signing/key-folder.node.ts';
import { makeOwnKeys, type OwnKeys } from '../../src/adapters/signing/own-keys.ts';
import type { Signer } from '../../src/application/ports.ts';
import type { CredentialId } from '../../src/domain/ids.ts';
import type { PublicKeyRecord } from '../../src/domain/keys/public.ts';
import { type NodeContext, openNodeContext } from '../../src/node.ts';
import { didOf } from '../../src/open-badges/keys/did-web.ts';
import { parseNote } from '../../src/open-badges/transparency-log/signed-note.ts';
import { signGiven } from '../../src/standards/vc-api/actions.ts';
import { jalon } from '../support/command-line.ts';
import { kidsOf } from '../support/key-folder.ts';
import { newDigests } from '../support/new-digests.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
let other: NodeContext | undefined;
let folder: string;
let copy: string;
let badge: CredentialId;

beforeEach(async () => {
  service = await startTestService();
  folder = service.environment['KEYS_DIR'] ?? '';
  copy = `${folder}-elsewhere`;
  cpSync(folder, copy, { recursive: true });
  chmodSync(copy, 0o700);
  await service.importText(ONE_RUPN);
  const [issued] = await issueEverything(service);
  if (!issued) throw new Error('no badge was issued');
  badge = issued.id as CredentialId;
  await service.ports.signer.signCheckpoint({ log: 'badges', size: 0, root: new Uint8Array(32) });
});
afterEach(async () => {
  await other?.close();
  other = undefined;
  await service.stop();
});

/** Declares the Ed25519 key of the service compromised, by the command. */
async function compromise(): Promise<string> {
  const { environment } = service;
  const [kid = ''] = kidsOf(await readPublicKeys(folder), 'active').filter((one) => one.startsWith('ed-'));
  const done = await jalon(['keys', 'compromise', kid, '--reason', 'stolen', '--yes'], { environment });
  if (done.code !== 0) throw new Error(done.stderr);
  return kid;
}

const keysThatSigned = async () =>
  (await service.ports.store.readCredential(badge))?.credential?.keyIds ?? [];

describe('a key that the database does not call active', () => {
  it('signs no more in a running process, which was told by nothing else', async () => {
    const kid = await compromise();
    const { kid: used } = await service.ports.signer.signCheckpoint({
      log: 'badges',
      size: 0,
      root: new Uint8Array(32),
    });
    expect(used).not.toBe(kid);
  });

  it('signs nothing again on a machine that still has it as active in its own folder', async () => {
    other = await openNodeContext({ ...service.environment, KEYS_DIR: copy });
    await other.keys.open();
    const kid = await compromise();
    await other.keys.refresh();
    const signed: string[] = [];
    const run = async () => {
      if (!other) return;
      for await (const { id } of other.services.reissueCompromised({ actor: 'test' })) signed.push(id);
    };
    await expect(run()).rejects.toMatchObject({
      code: 'signing-unavailable',
      cause: { code: 'keys-lost' },
    });
    expect(signed).toEqual([]);
    expect(await keysThatSigned()).toContain(kid);
  });

  it('has its signature refused by the commit, where it ended between both', async () => {
    const { store } = service.ports;
    const found = await store.readCredential(badge);
    if (!found?.credential) throw new Error('no badge');
    const { credential } = found;
    await compromise();
    const reissued = { ...credential, revision: credential.revision + 1 };
    const change = {
      kind: 'credential-reissued',
      digests: newDigests(),
      credential: reissued,
      asRead: credential,
    } as const;
    await expect(store.commit([change])).rejects.toMatchObject({
      code: 'store-conflict',
      params: { constraint: expect.stringContaining('signing_key_active') },
    });
    expect((await store.readCredential(badge))?.credential?.revision).toBe(credential.revision);
  });

  it('hands out no credential of a program, where it ended after signing it', async () => {
    const { ports } = service;
    const kid = kidsOf(await readPublicKeys(folder), 'active').find((one) => one.startsWith('ed-'));
    const signer: Signer = {
      ...ports.signer,
      signDocument: async (unsigned) => andThenEnd(await ports.signer.signDocument(unsigned)),
    };
    let signedWith: string | undefined;
    const signers: string[] = [];
    async function andThenEnd<Made extends { readonly keyIds: readonly string[] }>(
      made: Made,
    ): Promise<Made> {
      signedWith = made.keyIds[0];
      signers.push(...made.keyIds);
      if (signedWith === kid) await compromise();
      return made;
    }
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: didOf(ports.origin),
      credentialSubject: { id: 'did:example:holder' },
    };
    const sign = signGiven({ ...ports, signer });
    const ended = {
      code: 'store-conflict',
      params: { constraint: expect.stringContaining('signing_key_active') },
    };
    const signed = await sign({ credential, actor: 'test' });
    expect(signers).toEqual([kid, signedWith]);
    expect(signedWith).not.toBe(kid);
    expect(JSON.stringify(signed)).toContain(signedWith);
    expect(JSON.stringify(signed)).not.toContain(kid);
    const change = { kind: 'keys-signed', keyIds: [signedWith ?? '', kid ?? ''] } as const;
    await expect(ports.store.commit([change])).rejects.toMatchObject(ended);
  });

  it('leaves the newest checkpoint of the log to its successor at the next look', async () => {
    const { services, ports } = service;
    await services.appendBadgeLog();
    const before = await services.readCheckpoint();
    await services.appendBadgeLog();
    expect(await services.readCheckpoint()).toEqual(before);
    await compromise();
    await ports.refreshKeys();
    await services.appendBadgeLog();
    const after = await services.readCheckpoint();
    expect(after).toMatchObject({ day: before?.day, size: before?.size });
    const keyIds = [before, after].map((one) => parseNote(one?.note ?? '')?.signatures[0]?.keyId.join());
    expect(keyIds[1]).not.toBe(keyIds[0]);
    await services.appendBadgeLog();
    expect(await services.readCheckpoint()).toEqual(after);
  });

  it('is replaced at the next signature after a rotation', async () => {
    const before = kidsOf(await readPublicKeys(folder), 'active');
    expect((await jalon(['keys', 'rotate'], { environment: service.environment })).code).toBe(0);
    const { kid } = await service.ports.signer.signCheckpoint({
      log: 'badges',
      size: 0,
      root: new Uint8Array(32),
    });
    expect(before).not.toContain(kid);
  });
});

describe('readings of the keys', () => {
  let states: PublicKeyRecord[];
  let keys: OwnKeys;
  let answer: () => Promise<readonly PublicKeyRecord[]>;
  beforeEach(async () => {
    states = [...(await readPublicKeys(folder))];
    answer = async () => states;
    keys = makeOwnKeys({
      readInPlace: () => readPublicKeys(copy),
      load: (kept) => readKeyFolder({ folder: copy, kept }),
      store: {
        readPublicKeys: () => answer(),
        readDataVersion: async () => ({ common: JSON.stringify(states), own: '' }),
        commit: async () => {},
      },
      log: { info: () => {}, error: () => {} },
      origin: 'https://jalon.test',
      clock: service.ports.clock,
    });
  });

  const sign = () => keys.signer.signCheckpoint({ log: 'badges', size: 0, root: new Uint8Array(32) });

  it('that fail stop every signature until one succeeds', async () => {
    await sign();
    answer = () => Promise.reject(new Error('no answer'));
    await expect(keys.refresh()).rejects.toThrow('no answer');
    await expect(sign()).rejects.toThrow('no answer');
    answer = async () => states;
    await sign();
  });

  it('that overlap never put an older state back', async () => {
    await sign();
    const [early, late] = [
      Promise.withResolvers<readonly PublicKeyRecord[]>(),
      Promise.withResolvers<readonly PublicKeyRecord[]>(),
    ];
    answer = () => early.promise;
    const first = keys.refresh();
    answer = () => late.promise;
    const second = keys.refresh();
    late.resolve(states.map((key) => ({ ...key, state: 'retired' as const })));
    await second;
    early.resolve(states);
    await first;
    expect(kidsOf(keys.directory.list(), 'active')).toEqual([]);
    answer = async () => states.map((key) => ({ ...key, state: 'retired' as const }));
    await expect(sign()).rejects.toMatchObject({
      code: 'signing-unavailable',
      cause: { code: 'key-missing' },
    });
  });
});
