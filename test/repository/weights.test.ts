import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-weights-'));
  git('init', '--quiet');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...options: readonly string[]): void {
  const settings = ['user.name=Test', 'user.email=test@example.org', 'commit.gpgSign=false'];
  execFileSync('git', [...settings.flatMap((setting) => ['-c', setting]), ...options], { cwd: folder });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function commit(tag?: string): void {
  git('add', '.');
  git('commit', '--quiet', '--message', 'Add files');
  if (tag !== undefined) git('tag', tag);
}

/** The cells of each row that the command prints, by the title of the row. */
function weigh(...options: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'tools/weights.mjs'), ...options, folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const rows = stdout.split('\n\n')[0]?.split('\n') ?? [];
  return Object.fromEntries(
    rows.map((row) => {
      const [title = '', ...cells] = row.trim().split(/ {2,}/);
      return [title, cells];
    }),
  );
}

/** Three features, a standard, the library, the core and a test file of each. */
function writeParts(): void {
  write('src/features/loans/feature.ts', 'a\nb\nc\n');
  write('src/features/loans/texts.ts', 'a\nb\n');
  write('src/features/means/store.ts', 'a\n');
  write('src/features/all/tables.ts', 'a\n');
  write('src/standards/wallets/api.ts', 'a\nb\n');
  write('src/open-badges/verify.ts', 'a\nb\nc\nd\n');
  write('src/domain/uai.ts', 'a\nb\n');
  write('src/texts/fr/pages.ts', 'a\n');
  write('test/school/lists.test.ts', "import { a } from '../../src/features/loans/feature.ts';\n");
  write('test/school/means.test.ts', "import { a } from '../../src/domain/uai.ts';\n");
  write('test/wallets/offers.test.ts', 'a\nb\n');
  write('test/support/loans.ts', 'a\n');
  write('test/support/world.ts', 'a\n');
  write('src/features/support/feature.ts', 'a\n');
  write('test/openbadges/keys.test.ts', "import { a } from '#open-badges/keys';\n");
  write(
    'test/domain/uai.test.ts',
    "import { a } from '#open-badges/keys';\nimport '../../src/domain/uai.ts';\n",
  );
}

describe('npm run weights', () => {
  it('prints code, texts and tests of each feature and standard, the library and the core', () => {
    writeParts();
    expect(weigh()).toMatchObject({
      core: ['3', '1', '3', 'no tag'],
      library: ['4', '0', '1', 'no tag'],
      standards: ['2', '0', '2', 'no tag'],
      wallets: ['2', '0', '2', 'no tag'],
      features: ['5', '2', '3', 'no tag'],
      loans: ['3', '2', '2', 'no tag'],
      means: ['1', '0', '1', 'no tag'],
      all: ['14', '3', '9', 'no tag'],
    });
  });

  it('prints the change since the last tag, also of files that are not committed', () => {
    writeParts();
    commit('v1.0.0');
    write('src/features/loans/texts.ts', 'a\nb\nc\n');
    write('test/loans/loans.test.ts', 'a\nb\n');
    write('src/domain/uai.ts', 'a\n');
    const table = weigh();
    expect(table['part']?.at(-1)).toBe('since v1.0.0');
    expect(table['loans']?.at(-1)).toBe('+1 texts, +2 tests');
    expect(table['means']?.at(-1)).toBe('none');
    expect(table['core']?.at(-1)).toBe('-1 code');
  });

  it('writes a short form between two comments of the architecture page', () => {
    writeParts();
    write('docs/architecture.md', 'Before\n<!-- weights -->\nold\n<!-- end of weights -->\nAfter\n');
    weigh('--write');
    expect(readFileSync(join(folder, 'docs/architecture.md'), 'utf8').split('\n')).toEqual([
      'Before',
      '<!-- weights -->',
      '| part | code | texts | tests | since the last tag |',
      '| --- | ---: | ---: | ---: | --- |',
      '| core: domain, features, texts | 3 | 1 | 3 | no tag |',
      '| library | 4 | 0 | 1 | no tag |',
      '| standards: wallets | 2 | 0 | 2 | no tag |',
      '| features: loans, means, support | 5 | 2 | 3 | no tag |',
      '| all | 14 | 3 | 9 | no tag |',
      '<!-- end of weights -->',
      'After',
      '',
    ]);
  });
});
