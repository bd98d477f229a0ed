import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageOf } from '../build.mjs';
import { productionPackages, readJson } from '../packages.mjs';

/** Only the demonstration signs people in by a provider of its own, and a release has no demonstration. */
const OF_DEMONSTRATION = 'oidc-provider';

/** What the built code needs of the installed packages: `imported` are the packages that its imports reach,
 *  `files` single files that it reads by their names, `contained` the packages whose code stands in it. All are
 *  found in the built code, so that no list is kept by hand. */
export async function tracePackages(root) {
  const imported = await importedPackages(root);
  return { imported, files: namedFiles(root, imported), contained: readJson(root, 'dist/packages.json') };
}

async function importedPackages(root) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['dist/cli.js', 'dist/worker-thread.js'],
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: [OF_DEMONSTRATION],
    loader: { '.node': 'empty' },
    logLevel: 'error',
  });
  return [...new Set(Object.keys(metafile.inputs).map(packageOf).filter(Boolean))].sort();
}

/** Files of packages that are resolved while the program runs: modules of WebAssembly and fonts. */
function namedFiles(root, imported) {
  const code = globSync('dist/*.js', { cwd: root }).map((name) => readFileSync(join(root, name), 'utf8'));
  const named = code.flatMap((text) => Array.from(text.matchAll(/["'`]([@\w./-]+\.(?:wasm|ttf))["'`]/g)));
  const packages = new Set(productionPackages(root).map(({ folder }) => folder));
  const paths = named
    .map(([, name]) => `node_modules/${name}`)
    .filter((path) => packages.has(packageOf(path)));
  return [...new Set(paths)].filter((path) => !imported.includes(packageOf(path))).sort();
}
