import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const MAP = join(import.meta.dirname, '../../docs/map.md');

// That it names exactly the files under src/ is seen by `npm run check`.
describe('docs/map.md', () => {
  it('says what each file is, in words', () => {
    const lines = readFileSync(MAP, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('- `src/'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !/^- `[^`]+` — \S.{3,}$/.test(line))).toEqual([]);
  });
});
