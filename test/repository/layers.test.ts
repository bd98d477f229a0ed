import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

function cruise(folder: string): { readonly exitCode: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools/layers.mjs'), folder], {
    encoding: 'utf8',
  });
  return { exitCode: status, output: stdout + stderr };
}

const FORBIDDEN: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['src/domain/a.ts', 'src/application/b.ts', 'domain-stays-inside'],
  ['src/domain/a.ts', 'kysely', 'domain-is-pure'],
  ['src/domain/a.ts', 'node:fs', 'domain-is-pure'],
  ['src/catalogue/a.ts', 'src/texts/b.ts', 'catalogue-stays-inside'],
  ['src/texts/a.ts', 'src/catalogue/b.ts', 'texts-stays-inside'],
  ['src/drawings/a.ts', 'src/issuing/b.ts', 'drawings-stays-inside'],
  ['src/issuing/a.ts', 'src/catalogue/b.ts', 'issuing-stays-inside'],
  ['src/open-badges/a.ts', 'src/domain/b.ts', 'open-badges-stays-inside'],
  ['src/application/a.ts', 'src/adapters/http/b.ts', 'application-stays-inside'],
  ['src/application/a.ts', 'src/open-badges/keys/b.ts', 'open-badges-through-its-entries'],
  ['src/domain/a.ts', 'src/open-badges/entries/keys.ts', 'domain-imports-values-only'],
  ['src/open-badges/a.ts', 'src/open-badges/entries/keys.ts', 'open-badges-entries-are-for-others'],
  ['src/open-badges/a.ts', 'kysely', 'open-badges-declared-packages'],
  ['src/open-badges/entries/values.ts', 'src/open-badges/keys/b.ts', 'open-badges-values-are-pure'],
  ['src/open-badges/errors.ts', 'src/open-badges/keys/b.ts', 'open-badges-values-import-nothing'],
  ['src/adapters/http/a.ts', 'src/cli/b.ts', 'adapters-stays-inside'],
  ['src/adapters/http/a.ts', 'src/settings/config.ts', 'adapters-stays-inside'],
  ['src/adapters/http/a.ts', 'demo/b.ts', 'demo-from-the-roots'],
  ['src/adapters/drawings/a.ts', 'src/adapters/drawings-raster/b.ts', 'adapters-never-meet'],
  ['src/adapters/qr.ts', 'src/adapters/http/b.ts', 'adapters-never-meet'],
  ['demo/a.ts', 'src/application/b.ts', 'demo-stays-inside'],
  ['src/elsewhere/a.ts', 'src/domain/b.ts', 'every-folder-has-a-layer'],
  ['src/adapters/storage/a.ts', 'src/adapters/storage/b.node.ts', 'node-files-from-the-node-side'],
  ['src/worker.ts', 'src/adapters/storage/b.node.ts', 'node-files-from-the-node-side'],
  ['src/node.ts', 'src/adapters/storage/b.worker.ts', 'worker-files-from-the-worker'],
  ['src/adapters/http/a.ts', 'node:crypto', 'node-builtins-in-node-files'],
  ['src/adapters/http/a.ts', 'vitest', 'no-development-packages-in-sources'],
  ['src/domain/a.ts', 'test/b.ts', 'sources-never-import-tests'],
  ['src/domain/c.ts', 'src/domain/c.ts', 'no-cycles'],
  ['src/domain/a.ts', './gone.ts', 'nothing-unresolved'],
];

const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['src/catalogue/a.ts', 'src/domain/b.ts'],
  ['src/issuing/a.ts', 'src/texts/b.ts'],
  ['src/application/a.ts', 'src/issuing/b.ts'],
  ['src/application/a.ts', 'src/open-badges/entries/keys.ts'],
  ['src/open-badges/entries/values.ts', 'src/open-badges/errors.ts'],
  ['src/domain/a.ts', '#open-badges/values'],
  ['src/open-badges/a.ts', 'jose'],
  ['src/adapters/http/a.tsx', 'src/adapters/http/shell/b.tsx'],
  ['src/adapters/storage/a.node.ts', 'src/adapters/storage/b.node.ts'],
  ['src/adapters/storage/a.node.ts', 'node:fs'],
  ['src/cli/a.ts', 'src/adapters/storage/b.node.ts'],
  ['src/cli/a.ts', 'demo/b.ts'],
  ['src/worker.ts', 'src/adapters/storage/b.worker.ts'],
  ['test/a.test.ts', 'src/adapters/storage/b.node.ts'],
];

/** A folder with the settings and packages of this repository, and with only these imports as its sources. */
function makeFolder(imports: readonly (readonly [from: string, to: string, ...unknown[]])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-layers-'));
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [index, [from, to]] of imports.entries()) {
    const ours = /^(src|demo|test)\//.test(to);
    if (ours) append(join(folder, to), '');
    const target = ours ? '../'.repeat(from.split('/').length - 1) + to : to;
    // An import of types crosses a layer like any other. Only the types of a package may come from a
    // development package.
    const keyword = ours ? 'import type' : 'import';
    append(join(folder, from), `${keyword} * as b${index} from '${target}';\nexport { b${index} };\n`);
  }
  return folder;
}

function append(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, text);
}

describe('the layers', () => {
  it('are kept by every file of this repository', () => {
    const { exitCode, output } = cruise(ROOT);
    expect(output).toMatch(/^[1-9]\d* modules cruised, 0 forbidden imports$/m);
    expect(exitCode).toBe(0);
  });

  it('fail where no module was examined', () => {
    const folder = makeFolder([]);
    const { exitCode, output } = cruise(folder);
    rmSync(folder, { recursive: true });
    expect(output).toContain('0 modules cruised');
    expect(exitCode).toBe(1);
  });

  it('let the outer layers import the inner ones', () => {
    const folder = makeFolder(ALLOWED);
    const { exitCode, output } = cruise(folder);
    rmSync(folder, { recursive: true });
    expect(output).toMatch(/^[1-9]\d* modules cruised, 0 forbidden imports$/m);
    expect(exitCode).toBe(0);
  });
});

describe('a forbidden import', () => {
  let folder: string;
  let result: ReturnType<typeof cruise>;

  beforeAll(() => {
    folder = makeFolder(FORBIDDEN);
    result = cruise(folder);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes the check fail', () => {
    expect(result.exitCode).toBe(1);
  });

  it.each(FORBIDDEN)('is reported where %s imports %s', (from, to, rule) => {
    const errors = result.output.split('\n').filter((line) => line.startsWith(`${rule}: ${from} → `));
    expect(errors.join('\n')).toContain(to.replace('node:', ''));
  });
});
