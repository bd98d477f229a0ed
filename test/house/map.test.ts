import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const filesUnderSrc = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
  .sort();

const lines = readFileSync(join(ROOT, 'docs/map.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('- `src/'));

describe('docs/map.md', () => {
  it('names exactly the files under src/ (`npm run map` adds the new ones)', () => {
    const named = lines.map((line) => line.split('`')[1]).sort();
    expect(named).toEqual(filesUnderSrc);
  });

  it('says what each file is, in words', () => {
    const silent = lines.filter((line) => !/^- `[^`]+` — \S.{3,}$/.test(line));
    expect(silent).toEqual([]);
  });
});
