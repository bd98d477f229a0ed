// src/ → dist/: the command line and the server with the packages they need, a file for the threads next to it,
// and the style sheets with their fonts. Every command builds if a source has changed; `npm run build` only builds.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { makeLean } from './lean-output.mjs';
import { say } from './print.mjs';
import { once, readStamp } from './run-once.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STYLES = ['jalon', 'public'].map((name) => `src/adapters/http/styles/${name}.css`);
const SCRIPTS = ['workspace', 'public'].map((name) => `src/adapters/http/scripts/${name}.ts`);
const BROWSER = 'src/browser.ts';
const LAST_LOOK = join(ROOT, 'dist/.jalon-looked');
const SOURCES = [
  'src',
  'demo',
  'data',
  'schemas',
  'tools/build.mjs',
  'tools/lean-output.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Packages that read files of their own, or that few commands need. All others stand in the bundle: Node opens
 *  one file instead of a thousand, and a command starts in half the time. */
const READ_FROM_PACKAGES = [
  'better-sqlite3',
  'pg',
  'pdfkit',
  'nodemailer',
  'oidc-provider',
  'esbuild',
  '@resvg/resvg-wasm',
  'zxing-wasm',
];

/** What a CommonJS package in the bundle expects to be defined. */
const FOR_COMMON_JS = [
  "import { createRequire as toRequire } from 'node:module';",
  'const require = toRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;',
].join('\n');

/** The JSON-LD library as it is for browsers: on Node it brings an HTTP client, with which it would fetch any context
 *  that no one gave it. Ours are all given, and a command starts sooner without. */
const withoutFetching = {
  name: 'without-fetching',
  setup: (build) =>
    build.onResolve({ filter: /^\.\/platform$/ }, ({ resolveDir }) =>
      /[\\/]jsonld[\\/]lib$/.test(resolveDir) ? { path: join(resolveDir, 'platform-browser.js') } : undefined,
    ),
};

const FOR_NODE = {
  absWorkingDir: ROOT,
  outdir: 'dist',
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  charset: 'ascii',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  plugins: [withoutFetching],
};

const FOR_BROWSERS = {
  absWorkingDir: ROOT,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  chunkNames: 'part-[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  // No browser has it, so no code that asks for it is sent.
  define: { 'globalThis.setImmediate': 'undefined' },
  metafile: true,
  logLevel: 'warning',
};

/** Builds, whatever was built before. */
export function buildAnew() {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  return buildIfChanged();
}

/** Builds if an input of the build has changed. Needs the installed packages. Each command comes by here, so
 *  the sources are only read where the date or the size of one has changed since the last look. */
export async function buildIfChanged() {
  const paths = SOURCES.flatMap(filesUnder).sort();
  const dates = paths.map(dateOf).join('\n');
  if (readStamp(LAST_LOOK) === dates) return;
  await once({ stamp: join(ROOT, 'dist/.jalon-built'), wanted: hashOf(paths), work: build });
  noteLook(dates);
}

async function build() {
  say('Building…');
  const { build: bundle } = await import('esbuild');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const commands = await bundle({
    ...FOR_NODE,
    entryPoints: { cli: 'src/cli.ts', start: 'src/start.node.ts' },
    chunkNames: 'part-[hash]',
    splitting: true,
    external: READ_FROM_PACKAGES,
    banner: { js: FOR_COMMON_JS },
  });
  // A thread starts often, and needs less: it has a file of its own.
  const threads = await bundle({
    ...FOR_NODE,
    entryPoints: { 'worker-thread': 'src/assembly/worker-thread.node.ts' },
    external: READ_FROM_PACKAGES,
    banner: { js: FOR_COMMON_JS },
  });
  for (const made of [commands, threads]) makeLean(made, ROOT);
  const styles = existsSync(join(ROOT, STYLES[0])) ? await buildStyles(bundle) : [];
  writeFileSync(
    join(ROOT, 'dist/packages.json'),
    JSON.stringify(packagesOf([commands, threads, ...styles]), null, 2),
  );
}

/** Folders of the packages whose code stands in the build, so that a release can give their licences. */
function packagesOf(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  return [...new Set(inputs.map(packageOf).filter(Boolean))].sort();
}

/** The folder of the package to which a file belongs; undefined for a file of ours. */
export function packageOf(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

async function buildStyles(bundle) {
  const [styles, device] = await Promise.all([
    bundle({
      ...FOR_BROWSERS,
      entryPoints: [...STYLES, ...SCRIPTS],
      outdir: 'dist/assets',
      loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    }),
    bundle({ ...browserOptions(), outdir: 'dist/assets' }),
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
  Object.keys(outputs).forEach(compressBeside);
  return [styles, device];
}

/** A style sheet or script is compressed once, as well as it can be: the server sends these bytes as they are. */
function compressBeside(output) {
  if (!/\.(css|js)$/.test(output)) return;
  const path = join(ROOT, output);
  const bytes = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(bytes));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

/** The options for the verification in the browser. A file is replaced by its neighbour with the same name
 *  and `.browser.ts`, if there is one. The words of each language are a file of their own. */
export function browserOptions() {
  return { ...FOR_BROWSERS, entryPoints: { browser: BROWSER }, splitting: true, plugins: [browserFiles] };
}

const browserFiles = {
  name: 'browser-files',
  setup: (build) =>
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, importer }) => {
      const replaced = join(resolveDir, path.replace(/\.ts$/, '.browser.ts'));
      return existsSync(replaced) && importer !== replaced ? { path: replaced } : undefined;
    }),
};

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function dateOf(path) {
  const { mtimeNs, size } = statSync(join(ROOT, path), { bigint: true });
  return `${path} ${size} ${mtimeNs}`;
}

function noteLook(dates) {
  try {
    writeFileSync(LAST_LOOK, dates);
  } catch {
    // A service may run from a folder in which it may not write: the next command then reads the sources again.
  }
}

function filesUnder(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(join(ROOT, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfChanged();
