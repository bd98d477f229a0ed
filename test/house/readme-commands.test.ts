import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { startServer } from '../support/running-server.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Every command of the README, without its remark. */
const COMMANDS = [
  ...new Set(Array.from(README.matchAll(/^(npm [^#\n]*)|`(npm [^`]*)`/gm), ([, line, word]) => line ?? word)),
].map((one) => (one ?? '').trim());
const VERBS = COMMANDS.filter((one) => one.startsWith('npm run -s jalon -- ')).map((one) =>
  one.replace('npm run -s jalon -- ', ''),
);

/** The words of a command as a shell splits them, with real things in the place of capitals. */
function wordsOf(command: string, real: Readonly<Record<string, string>>): readonly string[] {
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => real[word] ?? word.replaceAll('"', ''));
}

describe('the commands of the README', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-readme-'));
  const environment = {
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
    DEMO: '1',
  };
  const files = join(folder, 'files');
  const badges: string[] = [];

  beforeAll(async () => {
    const server = await startServer(environment);
    await jalon(['grant', '--all-met'], { environment });
    const { lines } = await jalon(['issue', '--json'], { environment });
    badges.push(...lines.flatMap(({ credential }) => (typeof credential === 'string' ? credential : [])));
    await jalon(['export', files], { environment });
    await server.stop();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(COMMANDS.filter((one) => !one.includes('jalon --')))('%s is a script', (command) => {
    const [, first, second] = command.split(' ');
    expect(scripts).toHaveProperty([first === 'run' ? (second ?? '') : (first ?? '')]);
  });

  it.each(VERBS)('jalon %s does what it says', async (command) => {
    const real = { FOLDER: files, ADDRESS: badges.pop() ?? '' };
    const { code, stderr } = await jalon(wordsOf(command, real), { environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') });
  });
});
