import { defineConfig } from 'vitest/config';
import { makeCountsReporter } from './test/support/reporter.ts';

const countsFile = process.env['JALON_TEST_COUNTS'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/global-setup.ts'],
    // Native add-ons and started servers are safest in processes of their own; the machines have two cores.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
    reporters: countsFile ? ['default', makeCountsReporter(countsFile)] : ['default'],
  },
});
