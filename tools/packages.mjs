import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages of production in the lockfile of `root`, each with its folder, sorted by name and version. The
 *  licence of a package that names none is the one that a person read in it (tools/licences.json). */
export function productionPackages(root) {
  const { packages } = readJson(root, 'package-lock.json');
  const { read } = readJson(root, 'tools/licences.json');
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([folder, { version, license, integrity }]) => {
      const name = folder.replace(/^.*node_modules\//, '');
      const id = `${name}@${version}`;
      return { id, name, version, folder, integrity, licence: read[id]?.licence ?? license };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function readJson(root, name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}
