import type { Page } from 'playwright-core';
import { builtStyles } from './built-styles.ts';
import { TEST_ORIGIN, type TestService } from './service.ts';

/** Answers a browser's requests from a real service in this process, as whoever the cookie belongs to. */
export async function serveService(page: Page, service: TestService, cookie?: string): Promise<void> {
  const styles = await builtStyles();
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const name = url.pathname.split('/').at(-1) ?? '';
    const asset = styles.get(name) ?? (name.endsWith('.css') ? styles.get(firstCss(styles)) : undefined);
    if (url.origin !== TEST_ORIGIN) return route.abort();
    if (asset) {
      const contentType = name.endsWith('.css') ? 'text/css' : 'font/woff2';
      return route.fulfill({ contentType, body: Buffer.from(asset) });
    }
    const answer = await service.app.request(url.href, { headers: cookie ? { Cookie: cookie } : {} });
    const body = Buffer.from(await answer.arrayBuffer());
    const contentType = answer.headers.get('Content-Type') ?? 'application/octet-stream';
    return route.fulfill({ status: answer.status, contentType, body });
  });
}

function firstCss(styles: ReadonlyMap<string, unknown>): string {
  return [...styles.keys()].find((name) => name.endsWith('.css')) ?? '';
}
