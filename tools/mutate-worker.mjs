// Builds the compiled canonicalisation with one fault and runs the directed tests on it, fault after fault.
import { hash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { build } from 'esbuild';
import { DIRECTED } from '../test/canonical/cases/run.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = `
export { makeContextSource } from './src/open-badges/canonicalization/context-source.ts';
export { makeCompiledCanonicaliser } from './src/open-badges/canonicalization/compiled-canonicaliser.ts';
export { makeTableSource } from './src/open-badges/canonicalization/context-table.ts';
export { copyJson, isSameJson } from './src/open-badges/canonicalization/frozen-json.ts';
`;
const sha256Hex = (text) => hash('sha256', text, 'hex');

// The test that found the last fault is tried first, because it is likely to find the next fault, which is
// near.
let order = DIRECTED.map((_, at) => at);

await assertSound();
for (const [at, fault] of workerData.faults.entries()) {
  parentPort.postMessage({ at, isFound: await isFound(fault) });
}
// A fault that damaged shared state, such as the caches of jsonld, would make the next ones look as if they
// were found.
await assertSound();
parentPort.postMessage({ isEnd: true });

async function assertSound() {
  const found = await firstFault(await load());
  if (found !== undefined) throw new Error(`the tests fail without any fault: ${found}`);
}

async function isFound(fault) {
  try {
    return (await firstFault(await load(fault))) !== undefined;
  } catch {
    return true;
  }
}

async function firstFault(subject) {
  for (const at of order) {
    const found = await Promise.resolve()
      .then(() => DIRECTED[at].fault(subject, sha256Hex))
      .catch((thrown) => `threw ${thrown}`);
    if (found === undefined) continue;
    order = [at, ...order.filter((other) => other !== at)];
    return `${DIRECTED[at].name}: ${found}`;
  }
  return undefined;
}

async function load(fault) {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
    plugins: fault ? [putting(fault)] : [],
  });
  // The file is written next to the sources, so that packages are found.
  const file = join(ROOT, `dist/mutant-${process.pid}-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, outputFiles[0].text);
  try {
    return await import(pathToFileURL(file));
  } finally {
    rmSync(file, { force: true });
  }
}

function putting({ file, text }) {
  const path = resolve(ROOT, file);
  return {
    name: 'one-fault',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, (asked) =>
        asked.path === path ? { contents: text, loader: 'ts' } : undefined,
      );
    },
  };
}
