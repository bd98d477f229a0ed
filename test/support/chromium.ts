import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** A real Chromium from npm, with its own libraries and fonts: the machine needs none. */

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const MANIFEST = join(PROJECT, 'node_modules/@sparticuz/chromium/package.json');
const VERSION = (JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string }).version;
const CACHE = join(PROJECT, 'node_modules', '.cache');
const FOLDER = join(CACHE, `browser-${VERSION}`);

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Unpacks in a separate process, because the package changes the environment of the process that imports
 *  it. */
async function unpack(into: string): Promise<void> {
  const script =
    "import('@sparticuz/chromium').then((m) => m.default.executablePath()).then((path) => console.log(path))";
  await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: PROJECT,
    env: { ...process.env, TMPDIR: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

/** The package's own configuration looks for fonts in /tmp. Without any, Chromium fails at the first letter
 *  that needs another font. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(FOLDER, 'fonts')}</dir>
  <cachedir>${join(FOLDER, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Unpacks Chromium once. Several test files may call this at the same time, because the last step is one
 *  rename. */
export async function prepareChromium(): Promise<string> {
  if (!existsSync(FOLDER)) {
    await mkdir(CACHE, { recursive: true });
    const staging = await mkdtemp(join(CACHE, 'unpacking-'));
    await unpack(staging);
    await writeFile(join(staging, 'fonts', 'fonts.conf'), FONTS_CONF);
    // Another process may have been first; its folder has the same content.
    await rename(staging, FOLDER).catch(() => rm(staging, { recursive: true, force: true }));
  }
  return join(FOLDER, 'chromium');
}

/** Starts Chromium. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await prepareChromium();
  const home = dirname(executablePath);
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: {
      ...(process.env as Record<string, string>),
      HOME: home,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  });
}
