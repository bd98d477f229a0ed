import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src', 'test', 'demo', 'bench', 'docs'];
const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['.ts', '.tsx', '.md', '.sql']);

/** The pages that are cited by heading. The page of files may also be cited as a whole. */
const PAGES = [
  { page: 'docs/rules.md', least: 30, whole: false },
  { page: 'docs/files.md', least: 5, whole: true },
];

interface Citation {
  readonly file: string;
  readonly heading: string;
}

/** The headings of the rules that a text cites: the words after the comma, up to the sign that ends them. A
 *  citation may continue in the next line of its comment. */
function citationsOf(page: string, [file, text]: readonly [string, string]): readonly Citation[] {
  const flowing = text.replace(/\n\s*(?:\*|\/\/|--)?\s*/g, ' ');
  const [folder, name] = page.split('/');
  const cited = new RegExp(`${folder}/${name?.replace('.', '\\.')}(?:,? \\(?([^).:;"\`']+))?`, 'g');
  return Array.from(flowing.matchAll(cited), ([, heading = '']) => ({ file, heading: heading.trim() }));
}

function readTexts(): readonly (readonly [file: string, text: string])[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => TEXT_EXTENSIONS.has(extname(name)))
      .map((name) => `${folder}/${name}`),
  );
  return files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]);
}

/** The headings of a page. */
const headingsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/^## (.+)$/gm), ([, heading = '']) => heading));

describe.each(PAGES)('citations of $page', ({ page, least, whole }) => {
  const own = readFileSync(join(ROOT, page), 'utf8');
  const headings = headingsOf(own);
  const unknown = (citations: readonly Citation[]) =>
    citations.filter(({ heading }) => !headings.has(heading) && !(whole && heading === ''));

  it('name an existing heading', () => {
    const texts = readTexts().filter(
      ([file]) => file !== 'test/repository/citations.test.ts' && file !== page,
    );
    const citations = texts.flatMap((text) => citationsOf(page, text));
    expect(citations.length).toBeGreaterThan(least);
    expect(unknown(citations)).toEqual([]);
  });

  it('also name existing headings inside the page itself', () => {
    const inner = Array.from(own.matchAll(/(?<!\*)\*([A-Z][^*]+)\*(?!\*)/g), ([, heading = '']) => heading);
    expect(inner.length).toBeGreaterThan(0);
    expect(inner.filter((heading) => !headings.has(heading))).toEqual([]);
  });

  it.each([
    ['no such heading', `/** Counts (${page}, Reviewed years). */`],
    ['half a heading over two lines', `/** Counts days\n *  (${page}, Review\n *  days). */`],
  ])('are not accepted with %s', (_, text) => {
    expect(unknown(citationsOf(page, ['a.ts', text]))).toHaveLength(1);
  });

  it('may continue in the next line of a comment', () => {
    const [heading = ''] = [...headings].filter((one) => one.includes(' '));
    const broken = heading.replace(' ', '\n *  ');
    expect(citationsOf(page, ['a.ts', `/** Counts (${page}, ${broken}): all. */`])).toEqual([
      { file: 'a.ts', heading },
    ]);
  });
});

it('without a heading are found where docs/rules.md is named as a whole', () => {
  const found = citationsOf('docs/rules.md', ['a.ts', '// As docs/rules.md says.']);
  expect(found).toHaveLength(1);
  const [citation] = found;
  expect(headingsOf(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8'))).not.toContain(citation?.heading);
});
