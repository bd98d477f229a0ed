import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { installPackages } from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Prepares everything that a command needs to run. Where it is all ready, this only reads a few files. */
export async function setUp() {
  await installPackages(ROOT, 'Installing packages (a minute or two the first time)…');
  await buildIfChanged();
}
