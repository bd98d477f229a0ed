import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SECRET_NAMES } from '../../src/settings/config.ts';
import { ROOT } from '../support/command-line.ts';

const SETTINGS = join(ROOT, 'src/settings');
const page = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');

/** The tables about settings of the service, without the variables of commands, of Node and of the system. */
const ofService = page.split('## Variables of the command line')[0] ?? '';

const sources = readdirSync(SETTINGS).map((name) => readFileSync(join(SETTINGS, name), 'utf8'));

/** The names that the schemas of `src/settings` declare. */
const declared = new Set(
  sources.flatMap((text) =>
    Array.from(text.matchAll(/^ {2}([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*): \w/gm), ([, name = '']) => name),
  ),
);

const rows = Array.from(ofService.matchAll(/^\| (`[A-Z].*)\|$/gm), ([, row = '']) => row.split(' | '));
const documented = rows.flatMap(([cell = '']) =>
  Array.from(cell.matchAll(/`([A-Z0-9_]+)`/g), ([, name = '']) => name),
);

/** Settings with a number, and the number that counts if they are absent. */
const usualNumbers = sources.flatMap((text) =>
  Array.from(
    text.matchAll(/^ {2}(\w+): (?:perMinute\(|wholeNumber\(\{.*usual: )([\d_]+)/gm),
    ([, name = '', number = '']) => [name, number.replaceAll('_', '')] as const,
  ),
);

describe('docs/configuration.md', () => {
  it('has one row for each setting of src/settings, and for no other name', () => {
    expect(declared.size).toBeGreaterThan(40);
    expect(documented.toSorted()).toEqual([...declared].sort());
  });

  it('states a default, a meaning and an example for each', () => {
    expect(rows.filter((row) => row.length !== 4 || !row[1]?.trim() || !row[2]?.trim())).toEqual([]);
    const withoutExample = rows
      .filter((row) => !row[3]?.trim())
      .map(([cell = '']) => cell.replaceAll('`', ''));
    expect(withoutExample.filter((name) => !SECRET_NAMES.includes(name))).toEqual([]);
  });

  it('states the default of each number', () => {
    expect(usualNumbers.length).toBeGreaterThan(10);
    const stated = new Map(rows.map(([cell = '', usual = '']) => [cell.split('`')[1], usual.split('`')[1]]));
    expect(usualNumbers.map(([name]) => [name, stated.get(name)])).toEqual(usualNumbers);
  });

  it('marks every secret, and lists it among those that a file may hold', () => {
    const marked = rows.filter(([, , meaning = '']) => meaning.trimEnd().endsWith('Secret.'));
    expect(marked.map(([cell = '']) => cell.split('`')[1]).toSorted()).toEqual(SECRET_NAMES.toSorted());
    const listed = Array.from(page.matchAll(/^- `([A-Z0-9_]+)`$/gm), ([, name = '']) => name);
    expect(listed.toSorted()).toEqual(SECRET_NAMES.toSorted());
  });
});
