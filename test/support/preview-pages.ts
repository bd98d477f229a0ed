import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { builtStyles } from './built-styles.ts';
import { launchChromium } from './chromium.ts';
import type { SamplePage } from './page-samples.tsx';
import { SAMPLE_SITE, serveSamples } from './servers/sample-site.ts';

/** `node test/support/preview-pages.ts [name…]` draws the sample pages into artefacts/preview. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'artefacts', 'preview');
const VIEWS = [
  { suffix: 'desktop', width: 1280, scheme: 'light' },
  { suffix: 'phone', width: 390, scheme: 'light' },
  { suffix: 'dark', width: 1280, scheme: 'dark' },
] as const;

type Samples = (locale: 'fr' | 'en') => readonly SamplePage[];

/** Node does not read JSX, so the samples are bundled first. */
async function loadSamples(): Promise<Samples> {
  const outfile = join(ROOT, 'node_modules', '.cache', 'page-samples.mjs');
  const entry = join(ROOT, 'test/support/page-samples.tsx');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  const loaded = (await import(pathToFileURL(outfile).href)) as { samplePages: Samples };
  return loaded.samplePages;
}

async function draw(browser: Browser, samples: readonly SamplePage[], locale: string): Promise<void> {
  for (const { suffix, width, scheme } of VIEWS) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
    const page = await context.newPage();
    await serveSamples(page, samples);
    for (const { name } of samples) {
      await page.goto(`${SAMPLE_SITE}/${name}`, { waitUntil: 'networkidle' });
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(OUT, `${name}-${locale}-${suffix}.png`), fullPage: true });
      if (suffix === 'desktop')
        await writeFile(join(OUT, `${name}-${locale}.pdf`), await page.pdf({ format: 'A4' }));
    }
    await context.close();
  }
}

const wanted = process.argv.slice(2);
const samplePages = await loadSamples();
await mkdir(join(OUT, 'assets'), { recursive: true });
for (const [name, bytes] of await builtStyles()) await writeFile(join(OUT, 'assets', name), bytes);
const browser = await launchChromium();
for (const locale of ['fr', 'en'] as const) {
  const samples = samplePages(locale).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const { name, html } of samples) {
    await writeFile(join(OUT, `${name}-${locale}.html`), html.replaceAll('"/assets/', '"assets/'));
  }
  await draw(browser, samples, locale);
}
await browser.close();
