// src/open-badges → artefacts/open-badges-VERSION.tgz: a package with an entry for Node and one for the web, its
// types, README and licence: `node tools/build-library.mjs [FOLDER]`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageOf } from './build.mjs';
import { say } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIBRARY = 'src/open-badges';
const ENTRIES = {
  node: `${LIBRARY}/entries/open-badges.node.ts`,
  web: `${LIBRARY}/entries/open-badges.web.ts`,
};

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** Builds the package into a folder. Returns the path of the archive, its size in bytes, and the packages that the
 *  library needs. */
export async function buildLibrary(folder = join(ROOT, 'artefacts')) {
  const content = mkdtempSync(join(tmpdir(), 'open-badges-'));
  try {
    const imported = await bundleEntries(content);
    const manifest = manifestOf(imported);
    await writeTypes(content);
    writeFileSync(join(content, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    cpSync(join(ROOT, LIBRARY, 'README.md'), join(content, 'README.md'));
    cpSync(join(ROOT, 'LICENSE'), join(content, 'LICENSE'));
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['pack', '--silent', '--offline', '--pack-destination', folder], { cwd: content });
    const archive = join(folder, `open-badges-${manifest.version}.tgz`);
    return { archive, sizeBytes: statSync(archive).size, dependencies: Object.keys(manifest.dependencies) };
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

/** Bundles both entries, with what they share in a file of its own. Returns the packages that they import. */
async function bundleEntries(outdir) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2023',
    packages: 'external',
    minifySyntax: true,
    minifyWhitespace: true,
    chunkNames: 'shared-[hash]',
    metafile: true,
    logLevel: 'warning',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return new Set(imports.filter(({ external }) => external).map(({ path }) => path));
}

/** The manifest of the package, with those of the declared packages that its code imports. */
function manifestOf(imported) {
  const { dependencies, ...manifest } = read(`${LIBRARY}/package.json`);
  const needed = [...imported]
    .filter((path) => !path.startsWith('node:'))
    .map((path) => packageOf(`node_modules/${path}/`)?.slice('node_modules/'.length));
  for (const name of needed)
    if (dependencies[name] === undefined)
      throw new Error(`${name} is not declared in ${LIBRARY}/package.json`);
  const own = Object.entries(dependencies).filter(([name]) => needed.includes(name));
  return { ...manifest, version: read('package.json').version, dependencies: Object.fromEntries(own) };
}

/** Writes the declarations that the two entries need. */
async function writeTypes(outdir) {
  const { default: ts } = await import('typescript');
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const roots = Object.values(ENTRIES).map((path) => join(ROOT, path));
  const program = ts.createProgram(roots, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rewriteRelativeImportExtensions: true,
  });
  const declared = new Map();
  program.emit(undefined, (path, text) => declared.set(relative(join(ROOT, LIBRARY), path), text));
  const needed = reachable(Object.values(ENTRIES).map(declarationOf), declared);
  for (const path of needed) {
    const target = join(outdir, 'types', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, declared.get(path).replace(/(from ')(\.[^']+)\.ts'/g, "$1$2.js'"));
  }
  for (const [name, path] of Object.entries(ENTRIES))
    writeFileSync(
      join(outdir, `${name}.d.ts`),
      `export * from './types/${declarationOf(path).replace('.d.ts', '.js')}';\n`,
    );
}

function declarationOf(path) {
  return relative(LIBRARY, path).replace(/\.ts$/, '.d.ts');
}

/** The declarations that these ones import, and theirs in turn. */
function reachable(from, declared) {
  const found = new Set(from);
  for (const path of found) {
    for (const [, specifier] of declared.get(path)?.matchAll(/from '(\.[^']+)\.(?:ts|js)'/g) ?? [])
      found.add(join(dirname(path), `${specifier}.d.ts`));
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { archive, sizeBytes, dependencies } = await buildLibrary(process.argv[2]);
  say(`${relative(process.cwd(), archive)}: ${sizeBytes} bytes, ${dependencies.length} dependencies`);
}
