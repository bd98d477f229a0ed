import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readPublicKeys } from '../../src/adapters/signing/key-folder.node.ts';
import { generateKeys, rotateKeys } from '../../src/adapters/signing/key-lifecycle.node.ts';
import { AT, kidsOf, LATER, useKeyFolder } from '../support/key-folder.ts';

const CHILD = new URL('./killed-change.child.ts', import.meta.url).pathname;
/** No change has as many acts. */
const MOST_ACTS = 30;

const keys = useKeyFolder();
let folder: string;
beforeEach(() => {
  folder = keys.folder();
});

/** Runs the change on a copy of the folder; true if it was killed before its end. */
function isKilledAt(nth: number, action: string, kid: string, from: string): boolean {
  const target = `${from}-${nth}`;
  cpSync(from, target, { recursive: true });
  const { signal, status, stderr } = spawnSync(process.execPath, [CHILD, target, action, kid, String(nth)]);
  if (signal === null && status !== 0) throw new Error(String(stderr));
  return signal === 'SIGKILL';
}

describe.each(['rotate', 'retire', 'compromise'])('a key change (%s) killed at any point', (action) => {
  it('leaves complete keys, and nothing to remove by hand before the next change', async () => {
    const [made] = await generateKeys({ folder, at: AT, algorithm: 'Ed25519' });
    let nth = 1;
    while (nth < MOST_ACTS && isKilledAt(nth, action, made?.kid ?? '', folder)) {
      const after = `${folder}-${nth}`;
      const left = await readPublicKeys(after);
      expect(left.map(({ kid }) => kid)).toContain(made?.kid);
      const [next] = await rotateKeys({ folder: after, at: LATER, algorithm: 'Ed25519' });
      expect(kidsOf(await readPublicKeys(after), 'active')).toEqual([next?.kid]);
      const names = readdirSync(after).filter((name) => name.startsWith('.'));
      expect(names).toEqual(['.keys.lock']);
      nth += 1;
    }
    // At last it reached its end, after it was killed at each of several acts.
    expect(nth).toBeGreaterThan(4);
    expect(nth).toBeLessThan(MOST_ACTS);
  }, 300_000);
});

it('a first generation killed at any point is completed by the next', async () => {
  let nth = 1;
  const base = join(folder, '..', 'first');
  for (; nth < MOST_ACTS; nth += 1) {
    const target = `${base}-${nth}`;
    const { signal } = spawnSync(process.execPath, [CHILD, target, 'generate', '', String(nth)]);
    if (signal === null) break;
    const before = await readPublicKeys(target);
    if (before.length === 0) await generateKeys({ folder: target, at: AT, algorithm: 'Ed25519' });
    expect(kidsOf(await readPublicKeys(target), 'active')).toHaveLength(1);
  }
  expect(nth).toBeGreaterThan(4);
  expect(nth).toBeLessThan(MOST_ACTS);
}, 300_000);
