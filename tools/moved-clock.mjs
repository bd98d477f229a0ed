// Preloaded into a Node process (`node --import`), this changes its date. JALON_CLOCK is a number of
// milliseconds to add to the machine's clock, or a fixed instant. Timers, performance.now() and file times
// keep the machine's time.
import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { moveDates } from './move-dates.mjs';

const told = process.env.JALON_CLOCK;
if (told) {
  moveDates(told);
  passToChildren(told);
}

/** Passes the clock to child processes too, which often get an environment of their own. */
function passToChildren(clock) {
  const preload = `--import=${import.meta.url}`;
  const withClock = (environment) => {
    const { NODE_OPTIONS: options = '', JALON_CLOCK: own = clock } = environment;
    const moved = options.includes(preload) ? options : `${options} ${preload}`.trim();
    // The clocks of other machines are not moved, so a service must be told to trust this one.
    const { TRUST_CLOCK: trusted = '1' } = environment;
    return { ...environment, NODE_OPTIONS: moved, JALON_CLOCK: own, TRUST_CLOCK: trusted };
  };
  const spawn = ChildProcess.prototype.spawn;
  ChildProcess.prototype.spawn = function (options) {
    const entries = (options.envPairs ?? []).map((pair) => pair.split(/=(.*)/s).slice(0, 2));
    const environment = withClock(Object.fromEntries(entries));
    const envPairs = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    return spawn.call(this, { ...options, envPairs });
  };
  for (const name of ['spawnSync', 'execFileSync', 'execSync']) {
    const run = childProcess[name];
    childProcess[name] = (file, ...rest) => {
      const at = rest.findIndex((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
      const options = { ...rest[at], env: withClock(rest[at]?.env ?? process.env) };
      return run(file, ...(at < 0 ? [...rest, options] : rest.with(at, options)));
    };
  }
  syncBuiltinESMExports();
}
