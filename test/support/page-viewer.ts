import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bringAxe } from './axe.ts';
import { builtName, builtStyles } from './built-styles.ts';
import type { WorkspaceFixture } from './fixtures/workspace.ts';
import { TEST_ORIGIN } from './servers/service.ts';
import { addressIn, type WorkspacePage } from './workspace-pages.ts';

/** A browser's window on the pages of a world. */
export interface PageViewer {
  readonly page: Page;
  /** Requests to other hosts, and missing files. */
  readonly refused: readonly string[];
  /** Shows a page with the folds of its content open and returns its status; undefined if the world has no such page. */
  open(one: WorkspacePage): Promise<number | undefined>;
  close(): Promise<void>;
}

export interface PageDisplay {
  readonly lang: 'fr' | 'en';
  readonly options: BrowserContextOptions;
}

/** Unfolds the content. Letters of our font may come after the page is loaded; until then the device's have
 *  other widths. */
const UNFOLD_AND_AWAIT_FONTS = `(async () => {
  for (const fold of document.querySelectorAll('main details')) fold.open = true;
  await document.fonts.ready;
})()`;

/** The application answers each request in this process, for the person that the page belongs to. */
export async function openViewer(
  browser: Browser,
  fixture: WorkspaceFixture,
  look: PageDisplay,
): Promise<PageViewer> {
  const context = await browser.newContext(look.options);
  const page = await context.newPage();
  await bringAxe(page);
  const styles = await builtStyles();
  const refused: string[] = [];
  let shown: WorkspacePage | undefined;
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const asset = assetOf(url, styles);
    if (asset) return route.fulfill(asset);
    if (url.origin !== TEST_ORIGIN) {
      refused.push(url.href);
      return route.abort();
    }
    const answer = await ask(fixture, url, shown, request.isNavigationRequest());
    if (answer.status >= 400 && !request.isNavigationRequest()) refused.push(url.pathname);
    return route.fulfill({
      status: answer.status,
      contentType: answer.headers.get('Content-Type') ?? 'application/octet-stream',
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  return {
    page,
    refused,
    async open(one) {
      const address = addressIn(fixture.values, one);
      if (address === undefined) return undefined;
      shown = one;
      const url = new URL(address, TEST_ORIGIN);
      url.searchParams.set('lang', look.lang);
      const answer = await page.goto(url.href, { waitUntil: 'load' });
      await page.evaluate(UNFOLD_AND_AWAIT_FONTS);
      return answer?.status();
    },
    close: () => context.close(),
  };
}

/** The number of pixels by which the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

async function ask(
  { service, viewers }: WorkspaceFixture,
  { href }: URL,
  shown: WorkspacePage | undefined,
  isPage: boolean,
): Promise<Response> {
  const cookie = shown && shown.as !== 'anyone' ? viewers[shown.as].cookie : '';
  const headers = { ...(cookie && { Cookie: cookie }), Accept: 'text/html,image/*' };
  if (!isPage || !shown?.refused) return service.app.request(href, { headers });
  return service.app.request(href, {
    method: 'POST',
    headers: { ...headers, Origin: TEST_ORIGIN },
    body: new URLSearchParams(shown.refused),
  });
}

/** A style sheet, under any hash that the page asks for. */
function assetOf({ pathname }: URL, styles: ReadonlyMap<string, Uint8Array>) {
  if (!pathname.startsWith('/assets/')) return undefined;
  const name = pathname.split('/').at(-1) ?? '';
  if (name.endsWith('.js')) return { contentType: 'text/javascript', body: '' };
  const bytes = styles.get(builtName(name));
  const contentType = name.endsWith('.css') ? 'text/css' : 'font/woff2';
  return bytes && { contentType, body: Buffer.from(bytes) };
}
