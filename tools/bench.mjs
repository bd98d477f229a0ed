// `npm run bench`: sets up, then measures (bench/main.ts). `npm run bench -- workspaces` runs
// bench/workspaces.ts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { continueUnderNode24 } from './node24.mjs';
import { SYSTEM_FAILED, say } from './say.mjs';
import { setUp } from './set-up.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

try {
  if (await continueUnderNode24(fileURLToPath(import.meta.url))) {
    await setUp({ development: true });
    const [subject, ...others] = process.argv.slice(2);
    const program =
      subject === 'workspaces'
        ? ['bench/workspaces.ts', ...others]
        : ['bench/main.ts', ...process.argv.slice(2)];
    const words = ['--disable-warning=ExperimentalWarning', ...program];
    const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
    process.exitCode = status ?? SYSTEM_FAILED;
  }
} catch (fault) {
  say(fault.message);
  process.exitCode = SYSTEM_FAILED;
}
