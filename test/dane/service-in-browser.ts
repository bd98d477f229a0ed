import type { BrowserContext } from 'playwright-core';
import { builtStyles } from '../support/built-styles.ts';
import type { TestService } from '../support/service.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';

/** Answers every request of a browser by the application itself, signed in, without a network; styles are the built
 *  ones. */
export async function serveInBrowser(
  context: BrowserContext,
  service: TestService,
  { cookie }: SignedInBrowser,
): Promise<void> {
  const styles = await builtStyles();
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const name = url.pathname.split('/').at(-1) ?? '';
    const asset = styles.get(name) ?? (name.endsWith('.css') ? styles.get('jalon.css') : undefined);
    if (asset) {
      const contentType = name.endsWith('.css') ? 'text/css' : 'font/woff2';
      return route.fulfill({ contentType, body: Buffer.from(asset) });
    }
    const answer = await service.app.request(url.href, { headers: { Cookie: cookie } });
    return route.fulfill({
      status: answer.status,
      contentType: answer.headers.get('Content-Type') ?? 'text/plain',
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}
