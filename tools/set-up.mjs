import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build.mjs';
import { installPackages } from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Development packages that a clone needs to build the service and to show the demonstration. A release needs none:
 *  it is already built, and has no demonstration. */
const FOR_A_CLONE = ['esbuild', '@picocss/pico', '@fontsource-variable/source-sans-3', 'oidc-provider'];

/** Prepares everything that a command needs and, with `development`, also what checks and tests need. Where
 *  everything is ready, it only reads a few files. */
export async function setUp({ development = false } = {}) {
  const announcement = development ? 'Installing packages for development…' : 'Installing packages…';
  await installPackages(ROOT, announcement, { development, also: FOR_A_CLONE });
  await buildIfChanged();
}
