import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Changes the keys of a folder, and is killed like by `kill -9` before its nth act on a file. */
const [folder = '', action = '', kid = '', nth = '0'] = process.argv.slice(2);

let left = Number(nth);
const mortal =
  <Arguments extends unknown[], Result>(run: (...given: Arguments) => Result) =>
  (...given: Arguments): Result => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return run(...given);
  };

const { open } = fs.promises;
fs.promises.open = mortal(async (...given: Parameters<typeof open>) => {
  const file = await open(...given);
  file.writeFile = mortal(file.writeFile.bind(file));
  file.sync = mortal(file.sync.bind(file));
  return file;
});
fs.promises.rename = mortal(fs.promises.rename);
fs.promises.unlink = mortal(fs.promises.unlink);
fs.promises.mkdir = mortal(fs.promises.mkdir) as typeof fs.promises.mkdir;
syncBuiltinESMExports();

const life = await import('../../src/adapters/signing/key-lifecycle.node.ts');
const change = { folder, at: '2026-11-25T12:00:00Z' as never, algorithm: 'Ed25519' as const };
if (action === 'generate') await life.generateKeys(change);
if (action === 'rotate') await life.rotateKeys(change);
if (action === 'retire') await life.retireKey({ ...change, kid });
if (action === 'compromise') await life.compromiseKey({ ...change, kid, reason: 'Vol' });
