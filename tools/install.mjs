import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from './once.mjs';
import { say } from './say.mjs';

/** Installs the packages that `folder`'s lockfile names, once for each state of the lockfile. */
export async function installPackages(folder, announcement) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  await once({
    stamp: join(folder, 'node_modules', '.jalon-installed'),
    wanted: createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex'),
    work: async (signal) => {
      say(announcement);
      await npmCi(folder, signal);
    },
  });
}

// The build and the checks need the development packages, which NODE_ENV=production would leave out.
async function npmCi(folder, signal) {
  const windows = process.platform === 'win32'; // there npm is a .cmd file, which only a shell can run
  const child = spawn('npm', ['ci', '--include=dev', '--loglevel=error'], {
    cwd: folder,
    env: withoutOuterNpm(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0)
    throw new Error(`${output.trim()}\nInstalling failed in ${folder} (npm ci ended with ${code}).`);
}

// `npm start` tells its children which package it runs; an npm inside must find its own.
function withoutOuterNpm(environment) {
  const outer = /^npm_(package|lifecycle|command$|config_(local_prefix|loglevel|include|omit)$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !outer.test(name)));
}
