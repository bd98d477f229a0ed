import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jalon } from '../support/command-line.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-unreadable-'));
  writeFileSync(join(folder, 'people.csv'), 'email;prenom;nom\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  { verb: 'import', place: 'people.csv/inside.csv', because: 'n’est pas un dossier' },
  { verb: 'restore', place: 'people.csv/inside.db', because: 'n’est pas un dossier' },
  { verb: 'import', place: 'absent.csv', because: 'il n’y a pas de fichier à cet endroit' },
  { verb: 'restore', place: 'absent.db', because: 'il n’y a pas de fichier à cet endroit' },
])('$verb says of $place why the system does not open it', async ({ verb, place, because }) => {
  const environment = { DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`, KEYS_DIR: join(folder, 'keys') };
  const { code, stderr } = await jalon([verb, join(folder, place)], { environment });
  expect(code).not.toBe(0);
  expect(stderr).toContain(because);
  expect(stderr).not.toContain('Détail technique');
});
