import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jalon, ROOT } from '../support/command-line.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { type RunningServer, startServer } from '../support/servers/running.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Every command of a text, without its remark. */
function commandsOf(text: string): readonly string[] {
  const found = Array.from(text.matchAll(/^(npm [^#\n]*)|`(npm [^`]*)`/gm), ([, line, word]) => line ?? word);
  return [...new Set(found)].map((one) => (one ?? '').trim());
}

const [, PRODUCTION = ''] = /\n## Production\n([\s\S]*?)\n## /.exec(README) ?? [];
const COMMANDS = commandsOf(README);
const PREFIX = 'npm run -s jalon -- ';
const COMMAND_NAMES = commandsOf(README.replace(PRODUCTION, ''))
  .filter((one) => one.startsWith(PREFIX))
  .map((one) => one.replace(PREFIX, ''));

/** The words of a command as a shell splits them, with real things in place of capitals. */
function argumentsOf(command: string, real: Readonly<Record<string, string>>): readonly string[] {
  const texts = command.match(/"[^"]*"|\S+/g) ?? [];
  return texts.map((word) => real[word] ?? word.replaceAll('"', ''));
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

  it.each(COMMAND_NAMES)('jalon %s does what it says', async (command) => {
    const real = { FOLDER: files, ADDRESS: badges.pop() ?? '' };
    const { code, stderr } = await jalon(argumentsOf(command, real), { environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') });
  });
});

describe('the commands for production', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-readme-production-'));
  const environment = {
    ...PRODUCTION_SETTINGS,
    DATABASE_URL: `sqlite:${join(folder, 'jalon.db')}`,
    KEYS_DIR: join(folder, 'keys'),
  };
  let server: RunningServer | undefined;

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(commandsOf(PRODUCTION))('%s does what it says, after those above', async (command) => {
    if (command === 'npm start') {
      server = await startServer(environment, PRODUCTION_SETTINGS.PUBLIC_URL);
      return;
    }
    const texts = argumentsOf(command.replace(PREFIX, ''), { FILE: join(folder, 'backup.db') });
    const { code, stderr } = await jalon(texts, { environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') });
  });
});
