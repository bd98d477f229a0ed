import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './print.mjs';
import { once } from './run-once.mjs';

/** Installs the packages in the lockfile of `folder`, once for each state of the lockfile. Without
 *  `development`, it installs only the packages of production and the development packages named in `also`. */
export async function installPackages(folder, announcement, { development = false, also = [] } = {}) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const stamps = {
    needed: join(folder, 'node_modules', '.jalon-installed'),
    all: join(folder, 'node_modules', '.jalon-installed-all'),
  };
  const wanted = createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  const missing = () => missingPackages(folder, lock, { development, also });
  // Installs again where a package was removed, or where an earlier start continued without it.
  if (missing().length > 0) for (const stamp of Object.values(stamps)) rmSync(stamp, { force: true });
  await once({
    stamp: development ? stamps.all : stamps.needed,
    wanted,
    work: async (signal) => {
      say(announcement);
      const isIn = existsSync(stamps.needed) && readFileSync(stamps.needed, 'utf8') === wanted;
      if (!isIn) rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
      await npm(folder, wordsFor(folder, { development, isIn, also }), signal);
      const lacking = missing();
      if (lacking.length > 0) throw new Error(refusal(folder, `${lacking.join(', ')} did not arrive`));
      if (development) writeFileSync(stamps.needed, wanted);
    },
  });
}

// With NODE_ENV=production, npm would leave out the development packages, which checks and tests need. Where
// the service's own packages are in place, the others are added to them: `npm ci` would first remove packages
// that a running service in this folder may be using. `npm ci` cannot choose among development packages. `npm
// install` can, in the versions and with the digests of the lockfile, which `--no-save` leaves as it is.
function wordsFor(folder, { development, isIn, also }) {
  if (development) return isIn ? ['install', '--include=dev', '--no-save'] : ['ci', '--include=dev'];
  if (also.length === 0) return ['ci', '--omit=dev'];
  const { devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const chosen = also.map((name) => `${name}@${devDependencies[name]}`);
  return ['install', '--omit=dev', '--no-save', '--save-prod', ...chosen];
}

/** The missing programs of the lockfile for this system. npm treats them as optional, so it succeeds without
 *  them where the registry does not answer. */
function missingPackages(folder, lock, { development, also }) {
  const { packages = {} } = JSON.parse(lock);
  const chosen = new Set(
    also.flatMap((name) => Object.keys(packages[`node_modules/${name}`]?.optionalDependencies ?? {})),
  );
  return Object.entries(packages)
    .filter(([path, { optional, os, cpu }]) => path !== '' && optional && os && cpu && isFor(os, cpu))
    .filter(
      ([path, { dev, devOptional }]) => development || chosen.has(nameOf(path)) || !(dev || devOptional),
    )
    .filter(([path, { libc }]) => (!libc || libc.includes(ownLibc())) && !existsSync(join(folder, path)))
    .map(([path]) => nameOf(path));
}

function nameOf(path) {
  return path.replace(/^.*node_modules\//, '');
}

function isFor(os, cpu) {
  return os.includes(process.platform) && cpu.includes(process.arch);
}

function ownLibc() {
  // Otherwise the report would resolve the host names of this process's connections.
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function refusal(folder, what) {
  return (
    `Installing in ${folder} failed: ${what}.\n` +
    'Is the npm registry reachable (npm ping)? Nothing has to be removed: the same command tries again.'
  );
}

async function npm(folder, words, signal) {
  const windows = process.platform === 'win32'; // on Windows npm is a .cmd file, which only a shell can run
  const child = spawn('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], {
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
    throw new Error(`${output.trim()}\n${refusal(folder, `npm ${words[0]} ended with ${code}`)}`);
}

// `npm start` sets variables about its package. An npm started inside must find its own package.
function withoutOuterNpm(environment) {
  const outer = /^npm_(package|lifecycle|command$|config_(local_prefix|loglevel|include|omit)$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !outer.test(name)));
}
