// `npm run mutate`: puts one fault at a time into the compiled canonicalisation and reports the faults that
// no directed test finds. Faults that change nothing are listed with their reasons in
// test/canonical/equivalent-faults.json; any other fault that survives fails the run. `-- FILE` takes one
// file only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { faultsOf } from './mutants.mjs';
import { say } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = 'src/open-badges/canonicalization';
const FILES = [
  ...readdirSync(join(ROOT, FOLDER))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${FOLDER}/${name}`),
  'src/open-badges/canonicalization/context-source.ts',
];
const EQUIVALENT = join(ROOT, 'test/canonical/equivalent-faults.json');
// A fault may make a loop endless.
const LIMIT_MS = 60_000;

process.exitCode = await main(process.argv[2]);

async function main(only) {
  const files = FILES.filter((file) => only === undefined || basename(file) === basename(only));
  const faults = files.flatMap((file) => faultsOf(file, readFileSync(join(ROOT, file), 'utf8')));
  const equivalent = existsSync(EQUIVALENT) ? JSON.parse(readFileSync(EQUIVALENT, 'utf8')) : [];
  const excused = (fault) => equivalent.some((one) => one.file === fault.file && one.fault === fault.name);
  const survivors = await survivorsOf(faults);
  const unexcused = survivors.filter((fault) => !excused(fault));
  for (const { file, line, name } of unexcused) say(`not found: ${file}:${line} ${name}`);
  const excusedCount = survivors.length - unexcused.length;
  say(
    `${faults.length} faults: ${faults.length - survivors.length} found, ` +
      `${excusedCount} that change nothing, ${unexcused.length} not found.`,
  );
  return unexcused.length > 0 || faults.length === 0 ? 1 : 0;
}

// One thread runs all faults, one after the other. Where a fault blocks the thread, it is ended and started
// again. One fault may leave something in the caches of jsonld that hides another, so each fault that
// survives runs again alone.
async function survivorsOf(faults) {
  const survivors = [];
  let next = 0;
  while (next < faults.length) {
    const { done, survived } = await runFrom(faults.slice(next));
    survivors.push(...survived.map((at) => faults[next + at]));
    // The fault that blocked the thread counts as found.
    next += done + 1;
  }
  const confirmed = [];
  for (const fault of survivors) {
    if ((await runFrom([fault])).survived.length > 0) confirmed.push(fault);
  }
  return confirmed;
}

function runFrom(faults) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./mutate-worker.mjs', import.meta.url), { workerData: { faults } });
    const survived = [];
    let done = 0;
    const close = () => void worker.terminate().then(() => resolve({ done, survived }));
    let timer = setTimeout(close, LIMIT_MS);
    worker.on('error', reject);
    worker.on('message', ({ at, isFound, isEnd }) => {
      clearTimeout(timer);
      if (isEnd) return close();
      if (!isFound) survived.push(at);
      done = at + 1;
      if (done % 100 === 0) say(`… ${done} of ${faults.length}`);
      timer = setTimeout(close, LIMIT_MS);
    });
  });
}
