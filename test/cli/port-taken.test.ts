import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';

it('reports in a sentence that its port is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-port-'));
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const environment = {
    PORT: String(port),
    DEMO: '0',
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
  };
  await jalon(['keys', 'generate'], { environment });
  const { code, stderr } = await jalon(['serve', '--lang', 'en'], { environment });
  expect(code).toBe(3);
  expect(stderr).toContain(`Port ${port} is taken`);
  expect(stderr).not.toContain('    at ');
  const elsewhere = { ...environment, HOST: '192.0.2.1' };
  const away = await jalon(['serve', '--lang', 'en'], { environment: elsewhere });
  expect(away.code).toBe(3);
  expect(away.stderr).toContain(`HOST: the service cannot listen at 192.0.2.1, port ${port} (EADDRNOTAVAIL)`);
  expect(away.stderr).not.toContain('    at ');
  other.close();
  rmSync(folder, { recursive: true });
});
