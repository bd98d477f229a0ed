import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { request as requestTls } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';
import { debianFiles } from './debian.ts';
import { caddyAt, HOST, nginxAt, withProxy, writeCertificate } from './proxies.ts';

/** What a visitor writes as the id of their request. */
const FORGED_ID = 'claimed-by-a-visitor-0123456789ab';
const DEPLOY = join(ROOT, 'tools/deploy');

describe('the proxies', () => {
  let folder: string;
  let service: Server;
  let requested: { address: string | undefined; host: string | undefined; id: string; bytes: number };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-proxies-'));
    await writeCertificate(folder);
    // It says what reaches a service behind the proxy.
    service = createServer(async (incoming, outgoing) => {
      let bytes = 0;
      incoming.on('error', () => {});
      incoming.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      await finished(incoming).catch(() => undefined);
      const { 'x-forwarded-for': address, 'x-request-id': id, host } = incoming.headers;
      requested = { address: String(address), host, id: String(id), bytes };
      outgoing.end('here');
    });
    service.listen(0, '127.0.0.1');
    await once(service, 'listening');
  });

  afterAll(() => {
    service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const servicePort = () => (service.address() as { port: number }).port;

  /** Sends as many bytes to the proxy, in the name of another address. Resolves to the status. */
  async function send(port: number, bytes: number, path = '/verify'): Promise<number | undefined> {
    const headers = {
      Host: HOST,
      'X-Forwarded-For': '203.0.113.9',
      'X-Request-Id': FORGED_ID,
      'Content-Length': bytes,
    };
    const sent = requestTls({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      servername: HOST,
      headers,
      rejectUnauthorized: false,
    });
    // A proxy that refuses a body answers before all of it was sent.
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve).on('error', reject);
    });
    sent.end(Buffer.alloc(bytes));
    const answer = await answered;
    answer.resume();
    return answer.statusCode;
  }

  const isReady = (port: number) => async () => (await send(port, 1)) === 200;

  /** What both proxies must do: files of 8 MB pass, and the service learns who asks. */
  async function holds(port: number, address: RegExp) {
    expect(await send(port, 8_500_000)).toBe(200);
    expect(requested).toMatchObject({
      host: HOST,
      bytes: 8_500_000,
      address: expect.stringMatching(address),
      id: expect.stringMatching(/^[\w-]{32,36}$/),
    });
    expect(requested.id).not.toBe(FORGED_ID);
  }

  it('nginx passes files of 8 MB, and the address that it saw as the last one', async () => {
    const [plain, port] = [await findFreePort(), await findFreePort()];
    const proxy = nginxAt({ folder, port, plain, servicePort: servicePort() });
    await withProxy(proxy, folder, isReady(port), async () => {
      await holds(port, /^203\.0\.113\.9, 127\.0\.0\.1$/);
      expect(await send(port, 13_000_000)).toBe(413);
      expect(await send(port, 60_000_000, '/api/v1/imports')).toBe(200);
      const sent = request({
        port: plain,
        host: '127.0.0.1',
        path: '/badges?a=b',
        headers: { Host: HOST },
      }).end();
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      expect([answer.statusCode, answer.headers.location]).toEqual([308, `https://${HOST}/badges?a=b`]);
    });
  });

  it('Caddy passes files of 8 MB, and no address that a visitor claims', async () => {
    const port = await findFreePort();
    const proxy = caddyAt({ folder, port, plain: 0, servicePort: servicePort() });
    await withProxy(proxy, folder, isReady(port), async () => {
      await holds(port, /^127\.0\.0\.1$/);
      // The service itself refuses what is too large.
      expect(await send(port, 60_000_000, '/api/v1/imports')).toBe(200);
    });
  });
});

describe('the units of systemd', () => {
  const units = [
    'jalon.service',
    'jalon@.service',
    'jalon-backup.service',
    'jalon-doctor.service',
    'jalon-backup.timer',
    'jalon-doctor.timer',
  ];

  it('are understood, and let the service do little else than its work', () => {
    const root = mkdtempSync(join(tmpdir(), 'jalon-units-'));
    const own = join(root, 'etc/systemd/system');
    mkdirSync(own, { recursive: true });
    for (const name of units) {
      cpSync(join(DEPLOY, name), join(own, name));
      if (name.endsWith('.service'))
        cpSync(join(DEPLOY, 'hardened.conf'), join(own, `${name}.d/hardened.conf`));
    }
    // The commands that they name stand in the root in which they are judged.
    for (const command of ['opt/jalon/bin/jalon', 'bin/sh', 'usr/bin/env', 'usr/bin/find']) {
      mkdirSync(join(root, command, '..'), { recursive: true });
      writeFileSync(join(root, command), '', { mode: 0o755 });
    }
    const verified = spawnSync('systemd-analyze', ['verify', `--root=${root}`, '--man=no', ...units], {
      encoding: 'utf8',
    });
    expect(
      verified.stderr
        .split('\n')
        .filter((line) => /jalon/.test(line) && !/not found|Failed to add|dependency/.test(line)),
    ).toEqual([]);
    for (const name of units.filter((one) => one.endsWith('.service'))) {
      const texts = ['security', '--offline=true', '--threshold=15', `--root=${root}`, name];
      expect([name, spawnSync('systemd-analyze', texts).status]).toEqual([name, 0]);
    }
    rmSync(root, { recursive: true });
  });
});

describe('compose.yaml', () => {
  it('is understood by Compose, and keeps the database, the keys and the certificates', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-compose-'));
    cpSync(join(DEPLOY, 'compose.yaml'), join(folder, 'compose.yaml'));
    cpSync(join(DEPLOY, 'jalon.env'), join(folder, 'jalon.env'));
    const compose = join(debianFiles('docker-compose'), 'usr/libexec/docker/cli-plugins/docker-compose');
    const environment = { PATH: process.env['PATH'] ?? '', POSTGRES_PASSWORD: 'secret', JALON_HOST: HOST };
    const text = execFileSync(compose, ['config', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      env: environment,
    });
    const { services, volumes } = JSON.parse(text);
    expect(Object.keys(services).sort()).toEqual(['db', 'jalon', 'proxy']);
    expect(Object.keys(volumes).sort()).toEqual(['certificates', 'database', 'keys']);
    expect(services.jalon.environment).toMatchObject({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://jalon:secret@db:5432/jalon',
      TRUST_PROXY: '1',
    });
    const requested: readonly string[] = services.jalon.healthcheck.test;
    expect(requested.filter((word) => word.includes(' '))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
