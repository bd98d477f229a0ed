import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { findFreePort } from '../support/servers/free-port.ts';

const DESCRIPTORS = 80;
const SILENT = 120;

it.skipIf(process.platform !== 'linux')(
  'with few descriptors, closes silent connections, answers whoever asks, and says so in the log',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-descriptors-'));
    const port = await findFreePort();
    const environment = {
      PORT: String(port),
      DEMO: '0',
      DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
      KEYS_DIR: join(folder, 'keys'),
    };
    await jalon(['keys', 'generate'], { environment });
    const limited = `ulimit -n ${DESCRIPTORS}; exec "$0" "$@"`;
    const server = spawn('sh', ['-c', limited, process.execPath, join(ROOT, 'dist/cli.js'), 'serve'], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let log = '';
    server.stderr.on('data', (bytes: Buffer) => {
      log += bytes.toString();
    });
    const silent: Socket[] = [];
    try {
      while (!log.includes('"listening"')) await wait(50);
      for (let at = 0; at < SILENT; at += 1) silent.push(connect(port, '127.0.0.1').on('error', () => {}));
      await wait(500);
      for (let requested = 0; requested < 5; requested += 1) {
        const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
        expect(answer.status).toBe(200);
      }
      expect(log).toContain(`"event":"connections-limited"`);
    } finally {
      for (const socket of silent) socket.destroy();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
