import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ALONE, LONG, RELEASE, SERVICE, UNIT } from './test/projects/folders.ts';
import { makeReporter } from './test/support/reporter.ts';

const lane = process.env['JALON_LANE'];

const testsOf = (folders: readonly string[]) => `test/{${folders.join(',')}}/**/*.test.{ts,tsx}`;
const project = (name: string, test: object) => ({ extends: true as const, test: { name, ...test } });

// A process runs one file after the other and loads the service once, as a server does for months: no test
// mocks a module.
const unit = project('unit', { include: [testsOf(UNIT)] });
const service = project('service', { include: [testsOf(SERVICE)] });
// Processes, browsers and engines start, and a busy machine keeps them waiting.
const patient = { testTimeout: 60_000, hookTimeout: 120_000 };
const long = project('long', { include: [testsOf(LONG)], exclude: ALONE, ...patient });
const alone = project('alone', { include: ALONE, isolate: true, fileParallelism: false, ...patient });

const release = project('release', {
  include: RELEASE.map((folder) => `test/${folder}/**/*.test.ts`),
  fileParallelism: false,
  testTimeout: 300_000,
  hookTimeout: 300_000,
});

/** The quick tests with properties, which `npm test` tries a hundred times only. */
function propertiesAgain() {
  const include = globSync([testsOf(UNIT), testsOf(SERVICE)]).filter((path) =>
    readFileSync(path, 'utf8').includes('support/property-runs.ts'),
  );
  return project('properties', { include, ...patient });
}

function projectsOf(name: string | undefined) {
  if (name === 'quick') return [unit, service];
  if (name === 'release') return [release];
  return name === 'rest' ? [long, alone, propertiesAgain()] : [unit, service, long, alone];
}

export default defineConfig({
  test: {
    // Native add-ons and started servers are safest in processes of their own.
    pool: 'forks',
    isolate: false,
    // One more than there are cores: a test often waits for another process.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ['test/support/servers/global-setup.ts'],
    setupFiles: ['test/support/silent-logger.ts'],
    // A machine that checks changes for everybody may be three times slower than one that is idle.
    testTimeout: process.env['CI'] ? 30_000 : 10_000,
    hookTimeout: 60_000,
    allowOnly: false,
    silent: 'passed-only',
    reporters: ['minimal', makeReporter(process.env['JALON_TEST_COUNTS'])],
    projects: projectsOf(lane),
  },
});
