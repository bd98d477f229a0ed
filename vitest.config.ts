import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { makeCountsReporter } from './test/support/reporter.ts';

const countsFile = process.env['JALON_TEST_COUNTS'];

const testsOf = (folders: readonly string[]) => `test/{${folders.join(',')}}/**/*.test.{ts,tsx}`;

/** Folders whose tests start nothing: no service, no server, no browser, no file of a database. */
const unitTests = testsOf(['catalogue', 'domain', 'drawings', 'openbadges', 'papers', 'texts']);
/** Folders whose tests run the service, or parts of it, in their own process. A process runs one file after the
 *  other and loads the service once, as a server does for months: no test mocks a module. */
const serviceTests = testsOf([
  'access',
  'accounts',
  'contests',
  'canonical',
  'corrections',
  'dane',
  'demo',
  'device',
  'files',
  'host',
  'http',
  'identity',
  'issuing',
  'mail',
  'my',
  'school',
  'signing',
  'spreadsheets',
  'vc-api',
  'verification',
  'wallets',
]);
/** They measure how long others are kept waiting: nothing else may be at work meanwhile. */
const FLOODS = ['test/limits/floods.test.ts', 'test/limits/requests-generated.test.ts'];

const globalSetup = ['test/support/global-setup.ts'];

export default defineConfig({
  test: {
    // Native add-ons and started servers are safest in processes of their own. Threads, browsers and engines
    // leave memory behind, so a process of the remaining tests runs one file.
    pool: 'forks',
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
    reporters: countsFile ? ['default', makeCountsReporter(countsFile)] : ['default'],
    projects: [
      { extends: true, test: { name: 'unit', include: [unitTests], isolate: false } },
      { extends: true, test: { name: 'service', include: [serviceTests], isolate: false, globalSetup } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [unitTests, serviceTests, ...FLOODS],
          globalSetup,
        },
      },
      { extends: true, test: { name: 'alone', include: FLOODS, globalSetup, fileParallelism: false } },
    ],
  },
});
