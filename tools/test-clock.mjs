// `npm run test:clock -- WHEN [FOLDER…]`: runs the tests on another day. WHEN is a day (its noon in UTC is
// used), an instant, or a number of days from now: 2027-08-31, 2026-12-31T23:30Z, +400d. Every Node process
// and the Worker use that time. Other programs (the browser, PostgreSQL, TLS checks, file times) keep the
// machine's time.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SYSTEM_FAILED, say } from './print.mjs';

const WRONG_USE = 2;
const DAY_MS = 86_400_000;
const [when = '', ...filters] = process.argv.slice(2);
const shiftMs = shiftOf(when);

if (Number.isNaN(shiftMs)) {
  say(
    `“${when}” is no day. Write 2027-08-31, 2026-12-31T23:30Z or +400d: npm run test:clock -- 2027-08-31 test/domain`,
  );
  process.exitCode = WRONG_USE;
} else {
  say(`The clock says ${new Date(Date.now() + shiftMs).toISOString()}.`);
  const preload = `--import=${new URL('./moved-clock.mjs', import.meta.url).href}`;
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./run.mjs', import.meta.url)), 'test', 'all', ...filters],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${preload}`.trim(),
        JALON_CLOCK: String(shiftMs),
      },
    },
  );
  process.exitCode = status ?? SYSTEM_FAILED;
}

function shiftOf(text) {
  const days = /^\+(\d+)d$/.exec(text);
  if (days) return Number(days[1]) * DAY_MS;
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00:00Z` : text;
  return /^\d{4}-/.test(instant) ? Date.parse(instant) - Date.now() : Number.NaN;
}
