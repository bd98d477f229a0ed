import { execFile } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { readKeyFolder, readPublicKeys } from '../../src/adapters/signing/key-folder.node.ts';
import {
  compromiseKey,
  generateKeys,
  retireKey,
  rotateKeys,
} from '../../src/adapters/signing/key-lifecycle.node.ts';
import { openKeyRing } from '../../src/adapters/signing/key-ring.ts';
import { AT, kidsOf, LATER, modeOf, PASSPHRASE, useKeyFolder } from '../support/key-folder.ts';

const keys = useKeyFolder();
const { pathOf, readFile, activeKid } = keys;
let folder: string;
beforeEach(() => {
  folder = keys.folder();
});

describe('generating keys', () => {
  it('makes one of each algorithm, in files that only their owner can read', async () => {
    const made = await generateKeys({ folder, at: AT });
    expect(made.map(({ algorithm, state }) => [algorithm, state])).toEqual([
      ['Ed25519', 'active'],
      ['RS256', 'active'],
    ]);
    expect(modeOf(folder)).toBe(0o700);
    expect(keys.files()).toEqual(made.map(({ kid }) => `${kid}.json`).toSorted());
    expect(made.map(({ kid }) => modeOf(pathOf(kid)))).toEqual([0o600, 0o600]);
  });

  it('closes a folder that others could read', async () => {
    await generateKeys({ folder, at: AT });
    chmodSync(folder, 0o755);
    await rotateKeys({ folder, at: LATER, algorithm: 'Ed25519' });
    expect(modeOf(folder)).toBe(0o700);
  });

  it('refuses where an active key exists, and makes only the missing one', async () => {
    const [ed25519] = await generateKeys({ folder, at: AT, algorithm: 'Ed25519' });
    await expect(generateKeys({ folder, at: AT, algorithm: 'Ed25519' })).rejects.toMatchObject({
      code: 'key-exists',
      params: { kids: [ed25519?.kid] },
    });
    expect((await generateKeys({ folder, at: AT })).map(({ algorithm }) => algorithm)).toEqual(['RS256']);
  });

  it('makes only one pair, even if several processes try at once', async () => {
    const run = promisify(execFile);
    const life = resolve('src/adapters/signing/key-lifecycle.node.ts');
    const script = `import { generateKeys } from ${JSON.stringify(life)};
      await generateKeys({ folder: process.argv[1], at: '${AT}', algorithm: 'Ed25519' })
        .then(() => console.log('made'), (error) => console.log(error.code));`;
    const attempts = Array.from({ length: 6 }, () =>
      run(process.execPath, ['--input-type=module-typescript', '-e', script, folder]),
    );
    const outcomes = (await Promise.all(attempts)).map(({ stdout }) => stdout.trim()).toSorted();
    expect(outcomes).toEqual([...Array(5).fill('key-exists'), 'made']);
    expect(keys.files()).toHaveLength(1);
  });

  it('ignores the leftovers of a killed change, and removes them', async () => {
    const [made] = await generateKeys({ folder, at: AT, algorithm: 'Ed25519' });
    writeFileSync(join(folder, '.lock'), '999999999');
    writeFileSync(join(folder, '.ed-half.0a1b.tmp'), '{"kid":"ed-ha');
    await generateKeys({ folder, at: AT });
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual(['.keys.lock']);
    expect(kidsOf(await readPublicKeys(folder), 'active')).toContain(made?.kid);
  });
});

describe('the life of keys', () => {
  it('rotation makes new active keys and retires the former ones, without their private halves', async () => {
    const former = await generateKeys({ folder, at: AT });
    const made = await rotateKeys({ folder, at: LATER });
    const listed = await readPublicKeys(folder);
    expect(kidsOf(listed, 'active')).toEqual(made.map(({ kid }) => kid).toSorted());
    expect(kidsOf(listed, 'retired').toSorted()).toEqual(former.map(({ kid }) => kid).toSorted());
    for (const { kid } of former) {
      expect(readFile(kid)).toMatchObject({ retiredAt: LATER });
      expect(readFile(kid)).not.toHaveProperty('privateKey');
    }
    expect((await readKeyFolder({ folder })).ed25519.kid).toBe(made[0]?.kid);
  });

  it('rotation of one algorithm leaves the other unchanged', async () => {
    await generateKeys({ folder, at: AT });
    const rsa = await activeKid('RS256');
    await rotateKeys({ folder, at: LATER, algorithm: 'Ed25519' });
    expect(await activeKid('RS256')).toBe(rsa);
  });

  it('the newest of two active keys signs, where a rotation stopped halfway', async () => {
    const [former] = await generateKeys({ folder, at: AT });
    const before = readFileSync(pathOf(former?.kid ?? ''), 'utf8');
    const [made] = await rotateKeys({ folder, at: LATER, algorithm: 'Ed25519' });
    writeFileSync(pathOf(former?.kid ?? ''), before);
    expect((await readKeyFolder({ folder })).ed25519.kid).toBe(made?.kid);
  });

  it('a retired key stays listed; retiring it again changes nothing', async () => {
    await generateKeys({ folder, at: AT });
    const kid = await activeKid('Ed25519');
    expect(await retireKey({ folder, kid, at: AT })).toMatchObject({ state: 'retired', retiredAt: AT });
    expect(await retireKey({ folder, kid, at: LATER })).toMatchObject({ retiredAt: AT });
    await expect(readKeyFolder({ folder })).rejects.toMatchObject({ code: 'key-missing' });
  });
});

describe('a compromised key', () => {
  it('gets its successor in the same step where it was the active one', async () => {
    await generateKeys({ folder, passphrase: PASSPHRASE, at: AT });
    const kid = await activeKid('Ed25519');
    const { compromised, successor } = await compromiseKey({
      folder,
      passphrase: PASSPHRASE,
      kid,
      reason: ' Ordinateur volé ',
      at: LATER,
    });
    expect(compromised).toMatchObject({
      kid,
      state: 'compromised',
      compromised: { at: LATER, reason: 'Ordinateur volé' },
    });
    expect(readFile(kid)).not.toHaveProperty('privateKey');
    const opened = await readKeyFolder({ folder, passphrase: PASSPHRASE, requireEncryption: true });
    expect(opened.ed25519.kid).toBe(successor?.kid);
    expect(successor?.kid).not.toBe(kid);
  });

  it('gets no successor where it was retired; a repetition keeps the first date and reason', async () => {
    await generateKeys({ folder, at: AT });
    const kid = await activeKid('Ed25519');
    await rotateKeys({ folder, at: AT, algorithm: 'Ed25519' });
    expect(await compromiseKey({ folder, kid, reason: 'Copie', at: AT })).not.toHaveProperty('successor');
    const again = await compromiseKey({ folder, kid, reason: 'Autre', at: LATER });
    expect(again.compromised.compromised).toEqual({ at: AT, reason: 'Copie' });
  });

  it('needs a reason and a known key, and cannot be retired', async () => {
    await generateKeys({ folder, at: AT });
    const kid = await activeKid('Ed25519');
    await expect(retireKey({ folder, kid: 'ed-none', at: AT })).rejects.toMatchObject({
      code: 'unknown-key',
    });
    const numen = compromiseKey({ folder, kid, reason: 'Poste de 21e1234567abc', at: AT });
    await expect(numen).rejects.toMatchObject({ code: 'numen-refused' });
    await expect(compromiseKey({ folder, kid, reason: ' ', at: AT })).rejects.toMatchObject({
      code: 'reason-required',
    });
    await compromiseKey({ folder, kid, reason: 'Copie', at: AT });
    await expect(retireKey({ folder, kid, at: AT })).rejects.toMatchObject({ code: 'key-compromised' });
  });

  it('a ring reads new keys on request, and keeps the old ones where that fails', async () => {
    await generateKeys({ folder, at: AT });
    const ring = await openKeyRing(() => readKeyFolder({ folder }));
    const before = ring.current().ed25519.kid;
    const [made] = await rotateKeys({ folder, at: LATER, algorithm: 'Ed25519' });
    expect(ring.current().ed25519.kid).toBe(before);
    await ring.reload();
    expect(ring.current().ed25519.kid).toBe(made?.kid);
    expect(kidsOf(ring.current().records, 'retired')).toEqual([before]);
    chmodSync(folder, 0o755);
    await expect(ring.reload()).rejects.toMatchObject({ code: 'key-unreadable' });
    expect(ring.current().ed25519.kid).toBe(made?.kid);
  });
});
