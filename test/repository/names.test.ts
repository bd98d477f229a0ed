import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const TOOL = join(import.meta.dirname, '../../tools/names.mjs');
const KINDS = Object.keys(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../tools/names.json'), 'utf8')),
);

/** A tree without any offender, and the list of what is discouraged in it. */
const CLEAN = {
  'src/award/grant.ts': `${'export const granted = true;\n'.repeat(15)}`,
  'docs/glossary.md': '# Glossary\n\n| **award** | the decision of an agent |\n',
  'tools/known-words.txt': 'grant\n',
  'tools/names.json': JSON.stringify(Object.fromEntries(KINDS.map((kind) => [kind, 0]))),
  'tools/words.json': JSON.stringify([
    { words: ['nobody'], use: 'no one', in: ['file', 'identifier', 'prose'] },
    {
      words: ['road'],
      use: 'channel',
      in: ['file', 'identifier'],
      except: [{ name: 'roadmap', why: 'a plan' }],
    },
  ]),
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-names-'));
  plant(CLEAN);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function run(...options: string[]) {
  const command = [TOOL, '--root', folder, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const countsOf = () => JSON.parse(run('--json').stdout).counts;
const ceilings = () => JSON.parse(readFileSync(join(folder, 'tools/names.json'), 'utf8'));
const lines = (...first: string[]) => `${first.join('\n')}\n${'export {};\n'.repeat(15)}`;

describe('the check of names and words', () => {
  it('accepts a tree at its ceilings', () => {
    expect(run('--check')).toEqual({ status: 0, stdout: '1 files measured, 0 errors\n', stderr: '' });
  });

  it('refuses a discouraged word in each kind of place, with its file and line', () => {
    plant({
      'src/award/grant-road.ts': lines('// Asked by nobody.', 'export const byRoad = "// nobody";'),
      'test/award.test.ts': "it(\n  'is granted by nobody', () => {});\ndescribe.each([])(`nobody`);\n",
      'README.md': '# Award\n\nNobody grants it, and `nobody` is code.\n',
      'docs/adr/0001-grant.md': '# Granted by nobody\n',
    });
    const { status, stderr } = run('--check');
    expect(status).toBe(1);
    expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toEqual([
      '  src/award/grant-road.ts: road → channel',
      '  src/award/grant-road.ts:2: road (byRoad) → channel',
      '  src/award/grant-road.ts:1: nobody → no one',
      '  README.md:3: nobody → no one',
      '  docs/adr/0001-grant.md:1: nobody → no one',
      '  test/award.test.ts:2: nobody → no one',
      '  test/award.test.ts:3: nobody → no one',
    ]);
  });

  it('refuses `as never` and `any` in the sources, with file and line', () => {
    plant({ 'src/award/grant.ts': lines('', 'export const a = 1 as never;', 'export const b: any = 1;') });
    const { status, stderr } = run('--check');
    expect(status).toBe(1);
    expect(stderr).toContain('1 `as never` in src, and at most 0 may be there:\n  src/award/grant.ts:2: ');
    expect(stderr).toContain(
      '1 `any` as a type in src, and at most 0 may be there:\n  src/award/grant.ts:3: ',
    );
  });

  it('refuses a file name with an unknown word until the glossary explains it', () => {
    plant({ 'src/award/grant-quorum.ts': CLEAN['src/award/grant.ts'] });
    expect(run('--check')).toMatchObject({
      status: 1,
      stderr: 'src/award/grant-quorum.ts: quorum: add the word to docs/glossary.md or use a known one\n',
    });
    plant({
      'docs/glossary.md': `${CLEAN['docs/glossary.md']}| **quorum** | the least number of agents |\n`,
    });
    expect(run('--check').status).toBe(0);
  });

  it('asks to lower a ceiling above its count, and lowers it without raising another', () => {
    plant({
      'README.md': 'Nobody.\n',
      'tools/names.json': JSON.stringify({ ...ceilings(), wordsInComments: 3 }),
    });
    expect(run('--check').stderr).toContain(
      'the ceiling is 3. Lower the ceiling: run `node tools/names.mjs --lower`',
    );
    run('--lower');
    expect(ceilings()).toMatchObject({ wordsInComments: 0, wordsInDocs: 0 });
    expect(run('--check').stderr).toContain('README.md:1: nobody');
  });

  it('counts large folders, repeated folders, short files and names shared by two kinds of files', () => {
    const many = Array.from({ length: 36 }, (_, index) => [`src/large/${index}.css`, '']);
    plant({
      ...Object.fromEntries(many),
      'src/awards/award-types.ts': 'export type Award = string;\n',
      'src/award/short.tsx': 'export const a = 1;\n',
      'src/other/short.ts': lines(),
    });
    expect(countsOf()).toMatchObject({ largeFolders: 1, repeatedFolders: 1, shortFiles: 1, sharedNames: 1 });
  });

  it('leaves out excepted names, names of SQL, French documents and uses of a name', () => {
    plant({
      'src/award/grant.ts': lines(
        'export const roadmap = 1;',
        'export type Row = { road_id: string };',
        'console.log({ road: 1 }.road);',
      ),
      'README.fr.md': 'Les badges des écoles. Nobody.\n',
    });
    expect(run('--check')).toMatchObject({ status: 0 });
  });

  it('writes the known words of a renamed tree without the discouraged ones', () => {
    plant({ 'src/award/road-plan.ts': CLEAN['src/award/grant.ts'] });
    run('--rebuild-words');
    expect(readFileSync(join(folder, 'tools/known-words.txt'), 'utf8')).toBe('award\ngrant\nplan\n');
  });
});
