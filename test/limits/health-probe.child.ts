import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** A separate process that repeatedly asks whether the service is alive, and reports the waits on request.
 *  Some waits come from the machine, which gave the service or the probe no processor although they were
 *  ready to run. No request is to blame for these: Linux counts them, and they are reported separately. */
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

/** The time so far in which the main threads of both processes waited for a processor (proc(5), `schedstat`:
 *  its second figure, nanoseconds). */
function starvedMs(): number {
  const nanoseconds = [servicePid, String(process.pid)].map((pid) => {
    const file = `/proc/${pid}/task/${pid}/schedstat`;
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) : 0;
  });
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

/** Asks on a new connection, like a balancer's probe. */
function ask(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(address, { agent: false, timeout: GIVE_UP_MS }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode === 200));
    });
    request.once('error', () => resolve(false)).once('timeout', () => request.destroy());
  });
}
