import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

const FOLDERS = 'src|test|tools|demo|bench|data|docs|schemas|migrations';
const PATH_IN_CODE = new RegExp(`\`((?:${FOLDERS})/[\\w./-]+?)(?:/?\\*+|/)?\``, 'g');
const TEST_COMMAND = /npm test -- ((?:test\/[\w./-]+ ?)+)/g;
const LINK = /\]\(([^)#:]+)(?:#[^)]*)?\)/g;

/** Every page for people: in the root, in `docs`, and next to keys and data. */
function pages(): readonly string[] {
  const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  return [
    ...readdirSync(ROOT),
    ...inDocs.map((name) => `docs/${name}`),
    'keys/README.md',
    'data/README.md',
  ].filter((name) => name.endsWith('.md'));
}

/** Files of the repository that a page mentions: as code, in a command that runs tests, or by a link. */
function pathsOf(page: string, text: string): readonly string[] {
  const found = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, path = '']) => path);
  return [
    ...found(PATH_IN_CODE),
    ...found(TEST_COMMAND).flatMap((texts) => texts.trim().split(' ')),
    ...found(LINK).map((path) => normalize(join(dirname(page), path))),
  ];
}

const gone = (paths: readonly string[]) => paths.filter((path) => !existsSync(join(ROOT, path)));

describe('the pages of the repository', () => {
  it.each(pages())('%s mentions only existing files', (page) => {
    expect(gone(pathsOf(page, readFileSync(join(ROOT, page), 'utf8')))).toEqual([]);
  });

  it('would be reported where one mentions a missing file', () => {
    const text = 'See `src/gone.ts` and [this](gone.md): `npm test -- test/gone.test.ts test/repository`.';
    expect(gone(pathsOf('docs/page.md', text))).toEqual(['src/gone.ts', 'test/gone.test.ts', 'docs/gone.md']);
  });
});
