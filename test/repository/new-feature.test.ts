import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const COPIED = [
  ...['biome.json', 'package.json', 'knip.json', 'docs/glossary.md', 'migrations', 'src', 'tools'],
  ...['test/access', 'test/contracts'],
];
const FILES = [
  'src/features/equipment-loans/feature.ts',
  'src/features/equipment-loans/texts.ts',
  'src/features/equipment-loans/actions.ts',
  'src/features/equipment-loans/store.ts',
  'src/features/equipment-loans/school.tsx',
  'src/features/equipment-loans/dane.tsx',
  expect.stringMatching(/^migrations\/\d{4}_equipment_loans\.sql$/),
  'test/access/features/equipment-loans.ts',
  'test/contracts/store-equipment-loans.contract.ts',
];

let folder: string;
let written: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-new-feature-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  written = run('tools/new-feature.mjs', 'equipment-loans').stderr.trim().split('\n').slice(0, -1);
}, MUCH_WORK_MS);
afterAll(() => rmSync(folder, { recursive: true }));

function run(...command: readonly string[]) {
  return spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
}

describe('npm run new-feature', { timeout: MUCH_WORK_MS }, () => {
  it('writes one file for each layer and space, a migration, the access and a contract', () => {
    expect(written).toEqual(FILES);
  });

  it('writes them in the form that lint and format require', () => {
    const code = written.filter((path) => !path.endsWith('.sql'));
    expect(run('node_modules/@biomejs/biome/bin/biome', 'check', ...code)).toMatchObject({ status: 0 });
  });

  it('adds them to the lists of all layers and tests', () => {
    expect(run('tools/features.mjs', '--check')).toMatchObject({ status: 0, stderr: '' });
    for (const list of ['writers', 'pages', 'services', 'texts', 'declarations']) {
      expect(readFileSync(join(folder, `src/features/all/${list}.ts`), 'utf8')).toContain('equipment-loans');
    }
  });

  it('explains its word in the glossary', () => {
    expect(readFileSync(join(folder, 'docs/glossary.md'), 'utf8')).toContain('| **equipment loan** |');
  });

  it.each([
    ['', 'Give the name'],
    ['EquipmentLoans', 'Give the name'],
    ['stories', 'no singular'],
    ['means', 'exists'],
    ['equipment-loans', 'exists'],
    ['events', 'would need the name'],
  ])('refuses the name "%s" in one sentence', (name, sentence) => {
    const { status, stderr } = run('tools/new-feature.mjs', name);
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('the check of the lists of the core', () => {
  it.each([
    ['src/adapters/storage/mapping/tables.ts', /^export interface Tables .*\n/m, '  loan: { id: string };\n'],
    ['src/domain/audit/actions.ts', /^export type HistoryAction =\n/m, "  | 'loan-made'\n"],
    ['src/adapters/http/dane/layout.tsx', /^const PATHS = .*\n/m, "  loans: '/dane/loans',\n"],
    ['src/adapters/http/school/layout.tsx', /^const PATHS = .*\n/m, "  loans: '/loans',\n"],
    ['src/adapters/http/my/layout.tsx', /^const ADDRESSES = .*\n/m, "  loans: '/my/loans',\n"],
  ])('refuses a new line in %s, and names the command', (path, place, line) => {
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(
      join(folder, path),
      text.replace(place, (found) => `${found}${line}`),
    );
    const { status, stderr } = run('tools/features.mjs', '--check');
    writeFileSync(join(folder, path), text);
    expect([status, stderr]).toEqual([1, expect.stringContaining('npm run new-feature')]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
