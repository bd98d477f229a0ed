// Preloaded into a Node process (`node --import`), gives it another date: JALON_CLOCK holds the milliseconds by which
// its clock is ahead of the machine's, or the instant at which it stands. Only dates move: timers, performance.now()
// and the stamps of files keep the machine's time.

// Preloaded into a Node process (`node --import`), gives it another date: JALON_CLOCK holds the milliseconds by which
// its clock is ahead of the machine's, or the instant at which it stands. Only dates move: timers, performance.now()
// and the stamps of files keep the machine's time.
import childProcess, { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

const told = process.env.JALON_CLOCK;
if (told) {
  moveDates(clockOf(told));
  passToChildren(told);
}

function clockOf(text) {
  const realNow = Date.now;
  if (/^[+-]?\d+$/.test(text)) return () => realNow() + Number(text);
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`JALON_CLOCK=${text} is neither milliseconds nor an instant.`);
  return () => instant;
}

/** Every way to ask for the present: `Date.now()`, `new Date()`, `Date()`. What a caller dates itself is left alone. */
function moveDates(now) {
  const RealDate = Date;
  const MovedDate = new Proxy(RealDate, {
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, asked === MovedDate ? target : asked),
    apply: () => new MovedDate().toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}

/** A child is often started with an environment of its own; it lives in the same time all the same. */
function passToChildren(clock) {
  const preload = `--import=${import.meta.url}`;
  const withClock = (environment) => {
    const { NODE_OPTIONS: options = '', JALON_CLOCK: own = clock } = environment;
    const moved = options.includes(preload) ? options : `${options} ${preload}`.trim();
    return { ...environment, NODE_OPTIONS: moved, JALON_CLOCK: own };
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
