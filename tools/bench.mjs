// `npm run bench`: bundles the bench, then measures (bench/main.ts). `npm run bench -- workspaces`,
// and likewise `shapes`, `undoing`, `soak` and `memory`, run the programs in those folders. Node cannot read JSX, so the
// bench runs as a bundle, like the service itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SYSTEM_FAILED } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLES = 'artefacts/bench';
const SUBJECTS = ['workspaces', 'shapes', 'undoing', 'soak', 'memory'];

await bundle();
const [subject, ...others] = process.argv.slice(2);
const program = SUBJECTS.includes(subject)
  ? [`${BUNDLES}/${subject}/main.js`, ...others]
  : [`${BUNDLES}/main.js`, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, ['--enable-source-maps', ...program], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? SYSTEM_FAILED;

async function bundle() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['main.ts', 'run-row.child.ts', ...SUBJECTS.map((name) => `${name}/main.ts`)].map(
      (name) => `bench/${name}`,
    ),
    outdir: BUNDLES,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [{ name: 'own-places', setup: keepPlaces }],
  });
}

/** Keeps in each bundled file its own path, by which it finds the files next to it. */
function keepPlaces(build) {
  build.onLoad({ filter: /\/(src|test|bench)\/.*\.tsx?$/ }, ({ path }) => ({
    contents: readFileSync(path, 'utf8')
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    resolveDir: dirname(path),
  }));
}
