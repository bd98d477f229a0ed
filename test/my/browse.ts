import type { BrowserContext, Page } from 'playwright-core';
import { builtName, builtStyles } from '../support/built-styles.ts';
import { TEST_ORIGIN } from '../support/servers/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

/** A page of a real browser. The application answers its requests in memory, for this signed-in person. */
export async function openAs(context: BrowserContext, browser: SignedInBrowser): Promise<Page> {
  const styles = await builtStyles();
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin !== TEST_ORIGIN) return route.abort();
    const asset =
      url.pathname.startsWith('/assets/') && styles.get(builtName(url.pathname.split('/').at(-1) ?? ''));
    if (asset) return route.fulfill({ contentType: typeOf(url.pathname), body: Buffer.from(asset) });
    const sent = request.postData();
    const contentType = request.headers()['content-type'];
    const first = await browser.send(`${url.pathname}${url.search}`, {
      method: request.method(),
      headers: {
        Origin: TEST_ORIGIN,
        Accept: 'text/html,image/*',
        ...(contentType && { 'Content-Type': contentType }),
      },
      ...(sent !== null && { body: sent }),
    });
    // A fulfilled redirect is not followed, so its target is answered in its place.
    const next = first.status === 303 ? first.headers.get('Location') : null;
    const answer = next === null ? first : await browser.get(next);
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  return page;
}

/** The style sheet, under any hash that the page asks for. */
function typeOf(path: string): string {
  return path.endsWith('.css') ? 'text/css' : 'font/woff2';
}
