import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';
import { THIRD_PARTY_BADGES } from '../support/third-party/badges.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const conformance = read('docs/conformance.md');
const casesIn = (folder: string) =>
  readdirSync(join(ROOT, 'test/vectors', folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
const [valid, invalid, forgeries, thirdParty] = [
  ...['credentials/valid', 'credentials/invalid', 'forgeries', 'foreign'].map(casesIn),
] as [string[], string[], string[], string[]];

/** Every test that the page names, by its path or by its last part. */
const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });

describe('docs/conformance.md', () => {
  it('counts the corpus as it is', () => {
    const counts = [valid, invalid, forgeries, thirdParty].map(({ length }) => length);
    const [one, two, three, four] = counts;
    expect(conformance).toContain(`${one} valid, ${two} invalid, ${three} forgeries, ${four} of others`);
    expect(read('docs/security.md')).toContain(`${three} files: \`npm test -- test/verification/forgeries`);
  });

  it('counts the files of others by kind and by verdict', () => {
    const all = Object.values(THIRD_PARTY_BADGES);
    const kinds = [...new Set(all.map(({ kind }) => kind))];
    const rows = [...kinds, undefined].map((kind) => {
      const some = all.filter((one) => kind === undefined || one.kind === kind);
      const count = (...verdicts: readonly string[]) =>
        some.filter(({ verdict }) => verdicts.includes(verdict)).length;
      const counts = [
        some.length,
        count('valid'),
        count('partial'),
        count('departs'),
        count('expired'),
        count('status-unreachable', 'not-verifiable'),
        count('signature-not-valid'),
      ];
      return `| ${kind ?? 'all'} | ${counts.join(' | ')} |`;
    });
    for (const row of rows) expect(conformance).toContain(row);
    const sum = (row = '') =>
      row
        .split('|')
        .slice(3, -1)
        .map(Number)
        .reduce((one, other) => one + other, 0);
    expect(sum(rows.at(-1))).toBe(all.length);
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
