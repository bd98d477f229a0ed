// src/ → dist/: one file for the command line and the server, one for the threads that they start, and the
// style sheet with its fonts. Every command builds if a source has changed; `npm run build` only builds.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from './once.mjs';
import { say } from './say.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STYLES = 'src/adapters/http/styles/jalon.css';
const SCRIPT = 'src/adapters/http/scripts/workspace.ts';
const DEVICE = 'src/device.ts';
const SOURCES = ['src', 'demo', 'data', 'schemas', 'tools/build.mjs', 'tsconfig.json', 'package-lock.json'];

const FOR_BROWSERS = {
  absWorkingDir: ROOT,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  chunkNames: 'part-[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  metafile: true,
  logLevel: 'warning',
};

/** Builds if an input of the build has changed. Needs the installed packages. */
export async function buildIfChanged() {
  await once({ stamp: join(ROOT, 'dist/.jalon-built'), wanted: hashOfSources(), work: build });
}

async function build() {
  say('Building…');
  const { build: bundle } = await import('esbuild');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: { cli: 'src/cli.ts', 'side-work': 'src/assembly/side-work.node.ts' },
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    logLevel: 'warning',
  });
  if (existsSync(join(ROOT, STYLES))) await buildStyles(bundle);
}

async function buildStyles(bundle) {
  const [styles, device] = await Promise.all([
    bundle({
      ...FOR_BROWSERS,
      entryPoints: { jalon: STYLES, workspace: SCRIPT },
      outdir: 'dist/assets',
      loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    }),
    bundle({ ...deviceOptions(), outdir: 'dist/assets' }),
  ]);
  const outputs = { ...styles.metafile.outputs, ...device.metafile.outputs };
  const manifest = Object.entries(outputs).flatMap(([output, { entryPoint, inputs }]) => {
    const isPart = entryPoint?.startsWith('src/texts/');
    const name = basename(entryPoint ?? Object.keys(inputs)[0] ?? '');
    return isPart || output.includes('/part-') ? [] : [[name, basename(output)]];
  });
  writeFileSync(
    join(ROOT, 'dist/assets/manifest.json'),
    JSON.stringify(Object.fromEntries(manifest), null, 2),
  );
}

/** The options for the verification in the browser. A file is replaced by its neighbour with the same name
 *  and `.device.ts`, if there is one. The words of each language are a file of their own. */
export function deviceOptions() {
  return { ...FOR_BROWSERS, entryPoints: { device: DEVICE }, splitting: true, plugins: [deviceFiles] };
}

const deviceFiles = {
  name: 'device-files',
  setup: (build) =>
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, importer }) => {
      const replaced = join(resolveDir, path.replace(/\.ts$/, '.device.ts'));
      return existsSync(replaced) && importer !== replaced ? { path: replaced } : undefined;
    }),
};

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesUnder).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(join(ROOT, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfChanged();
