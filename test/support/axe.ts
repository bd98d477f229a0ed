import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = {
  rules: {
    'color-contrast-enhanced': { enabled: true },
    // The enhanced rule checks the same texts more strictly.
    'color-contrast': { enabled: false },
    'target-size': { enabled: true },
  },
};

/** The rules of axe whose answer depends on the width of the window. */
const OF_WIDTH = { runOnly: ['scrollable-region-focusable', 'target-size'] };

/** The faults that axe finds, beyond WCAG 2.2 AA: text needs a contrast of 7:1, targets their size. It looks at the
 *  page itself, not into its frames. */
export async function errorsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(`${SOURCE};0`);
  return page.evaluate<readonly string[]>(running(RULES));
}

/** Puts axe into each document that the page will show: into hundreds of them, it is quicker than to send it each
 *  time. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(SOURCE);
}

/** The faults that axe finds only in a narrow window, on a page that `errorsOf` has looked at: axe is in it. */
export function narrowErrorsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(running(OF_WIDTH));
}

/** Passed rules are not described, because this costs more than finding them. */
function running(options: object): string {
  const requested = JSON.stringify({ resultTypes: ['violations'], ...options });
  return `axe.run(${requested}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;
}
