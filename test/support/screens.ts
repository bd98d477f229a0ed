import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { errorsOf } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { startEmptyFixture, startFullFixture, type WorkspaceFixture } from './fixtures/workspace.ts';
import { openViewer, overflowOf } from './page-viewer.ts';
import { WORKSPACE_PAGES, type WorkspacePage } from './workspace-pages.ts';

const OUT = fileURLToPath(new URL('../../artefacts/screens/', import.meta.url));

const FILLS = { full: startFullFixture, empty: startEmptyFixture } as const;
const LANGS = ['fr', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = ['1280', '390'] as const;

interface View {
  readonly fill: keyof typeof FILLS;
  readonly lang: (typeof LANGS)[number];
  readonly theme: (typeof THEMES)[number];
  readonly width: (typeof WIDTHS)[number];
}

interface Shot {
  readonly page: WorkspacePage;
  readonly file: string;
  readonly faults: readonly string[];
}

/** `npm run screens -- [--fill full] [--lang fr] [--theme light] [--width 390] [part of a name…]` writes a
 *  picture of each page in each view into artefacts/screens, with axe's findings. Returns the exit code: 1
 *  where axe found a fault. */
export async function takeScreens(texts: readonly string[]): Promise<number> {
  const option = { type: 'string' } as const;
  const options = { fill: option, lang: option, theme: option, width: option };
  const { values, positionals } = parseArgs({ args: [...texts], options, allowPositionals: true });
  const pages = WORKSPACE_PAGES.filter(
    ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
  );
  const requested = listViews().filter((view) =>
    Object.entries(values).every(([name, value]) => view[name as keyof View] === value),
  );
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const shots: Shot[] = [];
  const browser = await launchChromium();
  for (const fill of Object.keys(FILLS) as (keyof typeof FILLS)[]) {
    const views = requested.filter((view) => view.fill === fill);
    if (views.length === 0) continue;
    const fixture = await FILLS[fill]();
    for (const view of views) shots.push(...(await takeScreenshot(browser, fixture, { view, pages })));
    await fixture.service.stop();
  }
  await browser.close();
  await writeFile(join(OUT, 'index.html'), toIndex(shots));
  return printFindings(shots);
}

function listViews(): readonly View[] {
  return (Object.keys(FILLS) as View['fill'][]).flatMap((fill) =>
    LANGS.flatMap((lang) =>
      THEMES.flatMap((theme) => WIDTHS.map((width): View => ({ fill, lang, theme, width }))),
    ),
  );
}

async function takeScreenshot(
  browser: Browser,
  fixture: WorkspaceFixture,
  { view, pages }: { readonly view: View; readonly pages: readonly WorkspacePage[] },
): Promise<readonly Shot[]> {
  const { fill, lang, theme, width } = view;
  const options = { viewport: { width: Number(width), height: 800 }, colorScheme: theme };
  const viewer = await openViewer(browser, fixture, { lang, options });
  const shots: Shot[] = [];
  for (const page of pages) {
    const status = await viewer.open(page);
    if (status === undefined) continue;
    const file = `${page.name}-${[fill, lang, theme, width].join('-')}.png`;
    await viewer.page.screenshot({ path: join(OUT, file), fullPage: true });
    const overflow = await overflowOf(viewer.page);
    const faults = [
      ...(status === (page.status ?? 200) ? [] : [`status ${status}`]),
      ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
      ...(await errorsOf(viewer.page)),
    ];
    shots.push({ page, file, faults });
  }
  process.stdout.write(`${[fill, lang, theme, width].join(' ')}: ${shots.length} pages\n`);
  await viewer.close();
  return shots;
}

function printFindings(shots: readonly Shot[]): number {
  const faulty = shots.filter(({ faults }) => faults.length > 0);
  for (const { file, faults } of faulty) process.stdout.write(`${file}\n  ${faults.join('\n  ')}\n`);
  process.stdout.write(`${shots.length} pages seen, ${faulty.length} with a fault\n`);
  return faulty.length > 0 || shots.length === 0 ? 1 : 0;
}

/** One row for each page, one picture for each view. */
function toIndex(shots: readonly Shot[]): string {
  const byPage = Map.groupBy(shots, ({ page }) => page);
  const rows = [...byPage].map(([{ name, as, path }, taken]) => {
    const pictures = taken.map(({ file }) => `<a href="${file}"><img src="${file}" alt="${file}"></a>`);
    return `<section><h2>${name}</h2><p>${as}: ${path.replaceAll('&', '&amp;')}</p>${pictures.join('')}</section>`;
  });
  const style = 'body{font:1rem sans-serif}img{height:20rem;border:1px solid #888;margin:.2rem}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style><body><h1>Screens</h1>${rows.join('')}</body></html>`;
}
