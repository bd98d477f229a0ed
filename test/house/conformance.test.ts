import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const conformance = read('docs/conformance.md');
const casesIn = (folder: string) =>
  readdirSync(join(ROOT, 'test/vectors', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
const [valid, invalid, forgeries, foreign] = [
  ...['credentials/valid', 'credentials/invalid', 'forgeries', 'foreign'].map(casesIn),
] as [string[], string[], string[], string[]];

/** Every test that the page names, by its path or by its last part. */
const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });

describe('docs/conformance.md', () => {
  it('counts the corpus as it is', () => {
    const counts = [valid, invalid, forgeries, foreign].map(({ length }) => length);
    const [one, two, three, four] = counts;
    expect(conformance).toContain(`${one} valid, ${two} invalid, ${three} forgeries, ${four} of others`);
    expect(read('docs/security.md')).toContain(`${three} files: \`npm test -- test/verification/forgeries`);
  });

  it('has the forty-three lines of the checklist, each once', () => {
    const lines = Array.from(conformance.matchAll(/^\| (\d+) \|/gm), ([, line]) => Number(line));
    expect(lines.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 43 }, (_, at) => at + 1));
  });

  it('names tests that exist', () => {
    const named = Array.from(
      conformance.matchAll(/`([\w/.-]+\.(?:test|contract)\.ts)`/g),
      ([, name = '']) => name,
    );
    const missing = named.filter((name) =>
      name.startsWith('test/')
        ? !existsSync(join(ROOT, name))
        : !tests.some((path) => path === name || path.endsWith(`/${name}`)),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });
});
