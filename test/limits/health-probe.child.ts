import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** A process of its own that asks whether the service lives, again and again; each time it is told to, it says how long
 *  that took. Time in which the machine gave the service or the probe no processor, though they were ready to run, is no
 *  wait that a request is to blame for: Linux counts it, and it is said apart. */
const [url = '', servicePid = ''] = process.argv.slice(2);
const PAUSE_MS = 20;
const GIVE_UP_MS = 30_000;

let taken: { readonly waitedMs: number; readonly starvedMs: number }[] = [];
process.on('message', () => {
  process.send?.({ taken });
  taken = [];
});
process.once('disconnect', () => process.exit());
for (;;) {
  const [began, before] = [performance.now(), starvedMs()];
  const isAnswered = await ask(url);
  const waitedMs = isAnswered ? performance.now() - began : GIVE_UP_MS;
  taken.push({ waitedMs, starvedMs: isAnswered ? starvedMs() - before : 0 });
  await wait(PAUSE_MS);
}

/** So far, of the main threads of both processes (proc(5), `schedstat`: its second figure, nanoseconds). */
function starvedMs(): number {
  const nanoseconds = [servicePid, String(process.pid)].map((pid) => {
    const file = `/proc/${pid}/task/${pid}/schedstat`;
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) : 0;
  });
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

/** Over a connection of its own, as a balancer's probe is. */
function ask(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(address, { agent: false, timeout: GIVE_UP_MS }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode === 200));
    });
    request.once('error', () => resolve(false)).once('timeout', () => request.destroy());
  });
}
