import { prepareChromium } from './chromium.ts';

/** Once, before all test files: unpacks the browser, so that no test waits for it or unpacks it twice. It comes
 *  for Linux only; elsewhere the tests of the pages say so themselves and all others run. */
export async function setup(): Promise<void> {
  if (process.platform === 'linux') await prepareChromium();
}
