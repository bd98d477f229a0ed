import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { issueToClaire, type MailService, startMailService } from '../mail/fixture.ts';
import { isCaughtUp, startServer } from '../support/servers/running.ts';

let fixture: MailService;
let mute: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  mute?.close();
  await fixture.stop();
});

/** A mail server that takes connections and never says a word. */
async function startMuteMailServer(): Promise<string> {
  const server = createServer((socket) => void sockets.add(socket));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  mute = server;
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('answers pages while the first mails wait for a mute mail server, and says that it catches up', async () => {
  fixture = await startMailService();
  const { id } = await issueToClaire(fixture);
  expect(await fixture.service.ports.store.readWaitingDigests(5)).toHaveLength(1);
  const SMTP_URL = await startMuteMailServer();
  const server = await startServer({ ...fixture.service.environment, SMTP_URL }, undefined, {
    whileCatchingUp: true,
  });
  try {
    // The server answers and says that it catches up. The mail holds the work of the start, and the page does not wait.
    while (sockets.size === 0) await wait(20);
    expect((await fetch(`${server.url}/credentials/${id}`)).status).not.toBe(503);
    // The log comes before the mails.
    expect(await fixture.service.ports.store.readWaitingDigests(5)).toEqual([]);
    for (const socket of sockets) socket.destroy();
    mute?.close();
    while (!(await isCaughtUp(await fetch(`${server.url}/health/ready`)))) await wait(50);
  } finally {
    expect(await server.stop()).toBe(0);
  }
});
