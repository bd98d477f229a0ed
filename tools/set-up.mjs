import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { installPackages } from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Prepares everything that a command needs and, with `development`, also what checks and tests need. Where
 *  everything is ready, it only reads a few files. */
export async function setUp({ development = false } = {}) {
  const announcement = development ? 'Installing packages for development…' : 'Installing packages…';
  await installPackages(ROOT, announcement, { development });
  await buildIfChanged();
}
