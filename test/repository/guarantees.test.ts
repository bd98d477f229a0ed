import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** The rows of the tables that name keepers: promise, keeper, machine, figure. */
function keeperRows(page: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(ROOT, page), 'utf8').split('\n');
  let isKeepers = false;
  return lines.flatMap((line) => {
    if (!line.startsWith('|')) {
      isKeepers = false;
      return [];
    }
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.join() === 'promise,keeper,machine,figure') {
      isKeepers = true;
      return [];
    }
    return isKeepers && !cells[0]?.startsWith('---') ? [cells] : [];
  });
}

const quoted = (text = '') => Array.from(text.matchAll(/`([^`]+)`/g), ([, one = '']) => one);
const pathsIn = (text: string) => text.split(' ').filter((word) => /^(src|test|tools)\//.test(word));

describe.each(['docs/security.md', 'docs/reliability.md'])('the keepers of %s', (page) => {
  const rows = keeperRows(page);

  it('are named for more than a few promises, each with a file and a machine', () => {
    expect(rows.length).toBeGreaterThan(8);
    for (const [promise, keeper, machine] of rows) {
      const isNamed = pathsIn(quoted(keeper).join(' ')).length > 0;
      expect([promise, isNamed || keeper === 'the same' || keeper === 'all of these']).toEqual([
        promise,
        true,
      ]);
      expect([promise, quoted(machine).length > 0 || machine === 'the same']).toEqual([promise, true]);
    }
  });

  it('exist, and so do the tests of their machines', () => {
    const named = rows.flatMap((cells) => pathsIn(quoted(cells.join(' ')).join(' ')));
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
