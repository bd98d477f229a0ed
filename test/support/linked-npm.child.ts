// Replaces npm in tests. It downloads nothing: it links the packages that the repository has installed, those of
// production and those that its arguments name, with all that they need.
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './command-line.ts';

interface Package {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const installed = existsSync('src') ? ROOT : join(ROOT, 'tools/node');
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Package>>;
};
const named = process.argv.slice(3).filter((argument) => !argument.startsWith('--'));
const wanted = new Set(
  Object.keys(packages).filter((path) => path !== '' && !packages[path]?.dev && !packages[path]?.devOptional),
);
for (const spec of named) want(`node_modules/${spec.slice(0, spec.lastIndexOf('@'))}`);
for (const path of wanted) if (existsSync(join(installed, path))) link(path);

function want(path: string): void {
  const one = packages[path];
  if (one === undefined || wanted.has(path)) return;
  wanted.add(path);
  for (const name of Object.keys({ ...one.dependencies, ...one.optionalDependencies }))
    want(find(name, path));
}

/** The folder in which Node finds a package for another package. */
function find(name: string, from: string): string {
  const inside = `${from}/node_modules/${name}`;
  const above = from.slice(0, from.lastIndexOf('/node_modules/'));
  if (inside in packages) return inside;
  return from.includes('/node_modules/') ? find(name, above) : `node_modules/${name}`;
}

/** Links the files of a package, but not of the packages inside it. */
function link(path: string): void {
  const files = readdirSync(join(installed, path), { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/(^|\/)node_modules\//.test(name) && statSync(join(installed, path, name)).isFile(),
  );
  for (const name of files) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    linkSync(join(installed, path, name), join(path, name));
  }
}
