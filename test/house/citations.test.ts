import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const RULES = 'docs/rules.md';
const FOLDERS = ['src', 'test', 'demo', 'bench', 'docs'];
const TEXTS: ReadonlySet<string> = new Set(['.ts', '.tsx', '.md', '.sql']);

const rules = readFileSync(join(ROOT, RULES), 'utf8');
const headings: ReadonlySet<string> = new Set(
  Array.from(rules.matchAll(/^## (.+)$/gm), ([, heading = '']) => heading),
);

interface Citation {
  readonly file: string;
  readonly heading: string;
}

/** The headings of the rules that a text cites: the words after the comma, up to the sign that ends them. A
 *  citation may continue in the next line of its comment. */
function citationsOf(file: string, text: string): readonly Citation[] {
  const flowing = text.replace(/\n\s*(?:\*|\/\/|--)?\s*/g, ' ');
  return Array.from(flowing.matchAll(/docs\/rules\.md(?:,? \(?([^).:;"`']+))?/g), ([, heading = '']) => ({
    file,
    heading: heading.trim(),
  }));
}

function readTexts(): readonly (readonly [file: string, text: string])[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => TEXTS.has(extname(name)))
      .map((name) => `${folder}/${name}`),
  );
  return files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]);
}

const unknown = (citations: readonly Citation[]) => citations.filter(({ heading }) => !headings.has(heading));

describe(`citations of ${RULES}`, () => {
  it('name an existing heading', () => {
    const own = 'test/house/citations.test.ts';
    const texts = readTexts().filter(([file]) => file !== own && file !== RULES);
    const citations = texts.flatMap(([file, text]) => citationsOf(file, text));
    expect(citations.length).toBeGreaterThan(30);
    expect(unknown(citations)).toEqual([]);
  });

  it('also name existing headings inside the page itself', () => {
    const inner = Array.from(rules.matchAll(/(?<!\*)\*([A-Z][^*]+)\*(?!\*)/g), ([, heading = '']) => heading);
    expect(inner.length).toBeGreaterThan(0);
    expect(inner.filter((heading) => !headings.has(heading))).toEqual([]);
  });

  it.each([
    ['no such heading', `/** Counts (${RULES}, Reviewed years). */`],
    ['no heading at all', `// As ${RULES} says.`],
    ['half a heading over two lines', `/** Counts days\n *  (${RULES}, Review\n *  days). */`],
  ])('are not accepted with %s', (_, text) => {
    expect(unknown(citationsOf('a.ts', text))).toHaveLength(1);
  });

  it('may continue in the next line of a comment', () => {
    expect(citationsOf('a.ts', `/** Counts (${RULES}, Review\n *  years): all. */`)).toEqual([
      { file: 'a.ts', heading: 'Review years' },
    ]);
  });
});
