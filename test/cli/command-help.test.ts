import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { helpLines, languageOf, readCommandLine } from '../../src/cli/read-command.ts';
import { cliTexts as english } from '../../src/texts/en/cli/commands.ts';
import { cliTexts as french } from '../../src/texts/fr/cli/commands.ts';
import { jalon } from '../support/command-line.ts';

describe('help', () => {
  it.each([...COMMANDS.keys()])(
    'has an entry for %s in both languages, and nothing of other verbs',
    (command) => {
      for (const { usage } of [french, english]) {
        const lines = helpLines(usage, command);
        expect(lines.length).toBeLessThan(20);
        expect(lines.slice(2).join('\n')).toContain(command);
        expect(lines.at(-1)).toContain('--remote');
      }
    },
  );

  it.each([
    ['help', 'suspend'],
    ['suspend', '--help'],
    ['--help', 'suspend'],
    ['--lang', 'fr', 'help', 'suspend'],
  ])('is given by %s %s', async (...texts) => {
    const { code, stdout, stderr } = await jalon(texts);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('suspend BADGE --reason TEXTE');
    expect(stdout).not.toContain('import DOSSIER');
  });

  it('names the verb that does not exist', async () => {
    const { code, stderr } = await jalon(['help', 'suspand']);
    expect([code, stderr]).toEqual([2, `${french.unknownVerb('suspand')}\n`]);
  });
});

it('says its version, in words and for programs', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await jalon(['--version'])).toMatchObject({ code: 0, stdout: `jalon ${version}\n`, stderr: '' });
  const { stdout } = await jalon(['--json', '--version']);
  expect(JSON.parse(stdout)).toEqual({ kind: 'version', version });
});

describe('the words of a command', () => {
  it('may begin with options', () => {
    const rest = ['--lang', 'en', '--on', '2026-11-01'];
    expect(readCommandLine(['--lang', 'en', 'evaluate', '--on', '2026-11-01'])).toEqual({
      kind: 'verb',
      name: 'evaluate',
      rest,
    });
    expect(readCommandLine(['--json'])).toEqual({ kind: 'verb', name: '--json', rest: [] });
  });

  it('are refused in the language of the reader, with the way to the help of the verb', async () => {
    const wrong = [
      [['issue', '--nope'], french.wrongOption({ verb: 'issue', option: '--nope', fault: 'unknown' })],
      [['evaluate', '--on'], french.wrongOption({ verb: 'evaluate', option: '--on', fault: 'lacks-value' })],
      [['issue', '--json=1'], french.wrongOption({ verb: 'issue', option: '--json', fault: 'takes-none' })],
      [['imports', 'undo'], french.wrongWords('imports')],
      [['issue', '--as'], french.actorLacking],
    ] as const;
    for (const [texts, sentence] of wrong) {
      const { code, stderr } = await jalon(texts);
      expect([code, stderr]).toEqual([2, `${sentence}\n`]);
    }
  });
});

describe('the language', () => {
  it('is that of the terminal where it is English, unless it is said or a program reads', () => {
    const at = (environment: Record<string, string>, ...texts: string[]) => languageOf(texts, environment);
    expect(at({ LANG: 'en_GB.UTF-8' })).toBe('en');
    expect(at({ LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' })).toBe('fr');
    expect(at({ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_US.UTF-8' })).toBe('en');
    expect(at({ LC_ALL: '', LANG: 'en' })).toBe('en');
    for (const LANG of ['', 'C.UTF-8', 'POSIX', 'de_DE']) expect(at({ LANG })).toBe('fr');
    expect(at({ LANG: 'en' }, '--lang', 'fr')).toBe('fr');
    expect(at({ LANG: 'fr' }, '--lang=en')).toBe('en');
    expect(at({ LANG: 'en' }, '--json')).toBe('fr');
  });

  it('speaks English at an English terminal', async () => {
    const { stdout } = await jalon(['help', 'issue'], { environment: { LANG: 'en_US.UTF-8' } });
    expect(stdout).toContain('Usage: jalon <verb>');
  });
});
