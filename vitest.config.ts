import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { makeCountsReporter } from './test/support/reporter.ts';

const countsFile = process.env['JALON_TEST_COUNTS'];

/** Folders whose tests start nothing: no service, no server, no browser, no file of a database. */
const UNIT = ['catalogue', 'domain', 'drawings', 'openbadges', 'papers', 'texts'];
/** They measure how long others are kept waiting: nothing else may be at work meanwhile. */
const FLOODS = 'test/limits/floods.test.ts';
const unitTests = `test/{${UNIT.join(',')}}/**/*.test.{ts,tsx}`;

export default defineConfig({
  test: {
    // Native add-ons and started servers are safest in processes of their own.
    pool: 'forks',
    maxWorkers: availableParallelism(),
    // A process runs one file after the other and loads the service once: no test mocks a module.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
    reporters: countsFile ? ['default', makeCountsReporter(countsFile)] : ['default'],
    projects: [
      { extends: true, test: { name: 'unit', include: [unitTests] } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [unitTests, FLOODS],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: [FLOODS], globalSetup: ['test/support/global-setup.ts'] },
      },
    ],
  },
});
