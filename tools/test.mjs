// `npm test`: runs the tests of the quick lane, and ends with one line that a machine can read: "N
// passed, N failed". `npm run test:all` runs what `npm test` left out, with all rounds of each property, and its
// last line counts both runs. With filters (`npm test -- test/domain`) the files of any lane run. test/projects/folders.ts says which folder stands in which lane.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { say } from './print.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LANES = ['quick', 'rest', 'all', 'release'];
/** What the last run of the quick lane counted. The run of the rest adds it to its own and removes it. */
const QUICK_COUNTS = join(ROOT, 'var/quick-tests.json');

await installPackages(join(ROOT, 'tools/foreign-verifiers'), 'Installing the verifiers that others wrote…');
const [first, ...others] = process.argv.slice(2);
process.exitCode = LANES.includes(first) ? runTests(first, others) : runTests('quick', process.argv.slice(2));

function runTests(lane, filters) {
  if (lane === 'release') return close(runVitest(filters, lane));
  if (filters.length > 0) return close(runVitest(filters));
  const before = lane === 'rest' ? readCounts(QUICK_COUNTS) : { passed: 0, failed: 0 };
  rmSync(QUICK_COUNTS, { force: true });
  const { passed, failed } = runVitest([], lane);
  if (lane === 'quick') {
    mkdirSync(join(ROOT, 'var'), { recursive: true });
    writeFileSync(QUICK_COUNTS, JSON.stringify({ passed, failed }));
  }
  return close({ passed: before.passed + passed, failed: before.failed + failed });
}

// A run that stopped without counting a failure has failed too.
function runVitest(words, lane) {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-tests-'));
  const file = join(folder, 'counts.json');
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...words], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, JALON_TEST_COUNTS: file, ...(lane && { JALON_LANE: lane }) },
  });
  const { passed, failed } = readCounts(file);
  rmSync(folder, { recursive: true, force: true });
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
}

// A run without any test has failed.
function close({ passed, failed }) {
  if (passed + failed === 0) say('No test ran.');
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
