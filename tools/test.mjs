// `npm test`: sets up, runs every test, and ends with one line that a machine can read: "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { continueUnderNode24 } from './node24.mjs';
import { SYSTEM_FAILED, say } from './say.mjs';
import { setUp } from './set-up.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

try {
  if (await continueUnderNode24(fileURLToPath(import.meta.url))) {
    await setUp({ development: true });
    await installPackages(
      join(ROOT, 'tools/foreign-verifiers'),
      'Installing the verifiers that others wrote…',
    );
    process.exitCode = runTests(process.argv.slice(2));
  }
} catch (fault) {
  say(fault.message);
  process.exitCode = SYSTEM_FAILED;
}

function runTests(filters) {
  // The tests of floods measure how long other requests wait, so they run alone.
  const together = ['unit', 'service', 'whole'].flatMap((name) => ['--project', name]);
  const runs = filters.length > 0 ? [filters] : [together, ['--project', 'alone']];
  const results = runs.map(runOnce);
  const sum = (of) => results.reduce((total, { counts }) => total + counts[of], 0);
  return close(
    { passed: sum('passed'), failed: sum('failed') },
    results.every(({ wentWell }) => wentWell),
  );
}

function runOnce(words) {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-tests-'));
  const file = join(folder, 'counts.json');
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...words], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, JALON_TEST_COUNTS: file },
  });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true, force: true });
  return { counts, wentWell: status === 0 };
}

// A run that stopped without counting a failure has failed too, and so has one that ran no test.
function close({ passed, failed }, wentWell) {
  const failures = wentWell ? failed : Math.max(failed, 1);
  if (passed + failed === 0) say('No test ran.');
  process.stdout.write(`${passed} passed, ${failures} failed\n`);
  return failures === 0 && passed > 0 ? 0 : 1;
}
