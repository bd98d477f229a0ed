import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Development packages whose files the build copies into the style sheets, so that production ships them too. */
const IN_STYLE_SHEETS = ['@fontsource-variable/source-sans-3', '@picocss/pico'];

/** The packages of production in the lockfile of `root`, each with its folder, sorted by name and version. The
 *  licence of a package that names none is the one that a person read in it (tools/licences.json). */
export function productionPackages(root) {
  const { packages } = readJson(root, 'package-lock.json');
  const { read } = readJson(root, 'tools/licences.json');
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .filter(([path, { dev, devOptional }]) => !(dev || devOptional) || IN_STYLE_SHEETS.includes(nameOf(path)))
    .map(([folder, { version, license, integrity }]) => {
      const name = nameOf(folder);
      const id = `${name}@${version}`;
      return { id, name, version, folder, integrity, licence: read[id]?.licence ?? license };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function readJson(root, name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

function nameOf(folder) {
  return folder.replace(/^.*node_modules\//, '');
}
