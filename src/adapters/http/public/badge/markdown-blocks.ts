/** Markdown of strangers: only paragraphs and lists are laid out, and the rest stays plain text. Each
 *  character is read a bounded number of times, because a hostile author could otherwise make this slow. */

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

interface Blocks {
  readonly blocks: readonly Block[];
  /** Whether text beyond the limits was left out. */
  readonly isCut: boolean;
}

/** The longest text that is laid out: some ten printed pages. */
export const MAX_NARRATIVE_CHARACTERS = 20_000;
const MAX_BLOCKS = 200;

const BULLET = /^\s{0,3}[-*+]\s/;
const NUMBER = /^\s{0,3}\d{1,3}[.)]\s/;

/** Turns lines into blocks. A line that is not a list item continues the paragraph or item before it. */
export function toBlocks(markdown: string): Blocks {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let list: { readonly ordered: boolean; readonly items: string[][] } | undefined;
  const end = () => {
    if (list) {
      blocks.push({ kind: 'list', ordered: list.ordered, items: list.items.map((item) => item.join(' ')) });
    } else if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    list = undefined;
    lines = [];
  };
  for (const line of markdown.slice(0, MAX_NARRATIVE_CHARACTERS).split(/\r?\n/)) {
    const ordered = NUMBER.test(line);
    const text = line.trim();
    if (text === '') end();
    else if (ordered || BULLET.test(line)) {
      if (list?.ordered !== ordered) end();
      list ??= { ordered, items: [] };
      list.items.push([text.replace(/^\S+/, '').trimStart()]);
    } else (list?.items.at(-1) ?? lines).push(text);
    if (blocks.length > MAX_BLOCKS) break;
  }
  end();
  const isCut = markdown.length > MAX_NARRATIVE_CHARACTERS || blocks.length > MAX_BLOCKS;
  return { blocks: blocks.slice(0, MAX_BLOCKS), isCut };
}

const MARKS = ['**', '__'] as const;
type Mark = (typeof MARKS)[number];

/** The text without the marks of headings and emphasis, which are not laid out. */
export function withoutMarks(text: string): string {
  const bare = text.replace(/^#{1,6}\s+/, '');
  const unclosed = new Set<Mark>();
  let saved = '';
  let from = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const mark = MARKS.find((one) => bare.startsWith(one, at));
    if (mark === undefined || unclosed.has(mark) || !/\S/.test(bare[at + 2] ?? '')) continue;
    const close = closeOf(bare, mark, at + 3);
    // No later mark closes it, so the text is not searched for this mark again.
    if (close === undefined) unclosed.add(mark);
    else {
      saved += bare.slice(from, at) + bare.slice(at + 2, close);
      from = close + 2;
      at = from - 1;
    }
  }
  return saved + bare.slice(from);
}

/** The next position of a mark that follows a character other than a blank. */
function closeOf(text: string, mark: Mark, from: number): number | undefined {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (/\S/.test(text[at - 1] ?? '')) return at;
  }
  return undefined;
}
