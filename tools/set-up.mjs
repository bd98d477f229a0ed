import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { installPackages } from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Everything that a command needs before it can run. Where all of it is there already: a few file reads. */
export async function setUp() {
  await installPackages(ROOT, 'Installing packages (a minute or two the first time)…');
  await buildIfChanged();
}
