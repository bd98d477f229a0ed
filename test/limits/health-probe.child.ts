import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A process of its own that asks whether the service lives, again and again, and asks a bare server of nobody's beside
 *  it the same: what both wait for, the machine is to blame for. Each time it is told to, it says how long it took. */
const [url = ''] = process.argv.slice(2);
const PAUSE_MS = 20;
const GIVE_UP_MS = 30_000;

if (url === 'bare') {
  const bare = createServer((_request, response) => response.end('{"status":"ok"}'));
  bare.listen(0, '127.0.0.1', () => process.send?.({ port: (bare.address() as AddressInfo).port }));
} else {
  let taken: number[] = [];
  process.on('message', () => {
    process.send?.({ taken });
    taken = [];
  });
  process.once('disconnect', () => process.exit());
  for (;;) {
    const began = performance.now();
    const isAnswered = await ask(url);
    taken.push(isAnswered ? performance.now() - began : GIVE_UP_MS);
    await wait(PAUSE_MS);
  }
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
