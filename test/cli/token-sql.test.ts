import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';

it('prints a token as SQL that another program runs, with any characters in its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-sql-'));
  const file = join(folder, 'jalon.db');
  const environment = { DATABASE_URL: `sqlite:${file}`, KEYS_DIR: join(folder, 'keys'), DEMO: '0' };
  const context = await openNodeContext(environment);
  try {
    const name = "le poste de l'agent; ? --";
    const texts = ['token', 'create', '--role', 'dane', '--name', name, '--sql'];
    const [line] = (await jalon([...texts, '--json'], { environment })).lines;
    const secret = String(line?.['token']);
    expect(await context.services.authenticate(secret)).toBeUndefined();
    expect(line?.['sql']).not.toContain(secret);
    const other = new Database(file);
    other.exec(String(line?.['sql']));
    other.close();
    expect(await context.services.authenticate(secret)).toMatchObject({ name, role: 'dane' });

    const shown = await jalon(texts, { environment });
    expect(shown.stdout).toMatch(/^insert into "api_token".*;\ninsert into "audit".*;\n$/);
    expect(shown.stderr).toMatch(/jalon_[\w-]{44}/);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
