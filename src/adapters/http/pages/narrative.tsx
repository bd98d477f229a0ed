/** Markdown of others, of which only paragraphs and lists are laid out. All the rest stays the text it is: no HTML, no
 *  link, no image comes out of it. */

type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/;
const MAX_BLOCKS = 200;

/** Lines → blocks. A line that is no list item goes on the paragraph or the item before it. */
export function toBlocks(markdown: string): readonly Block[] {
  return markdown
    .split(/(?:\r?\n)[ \t]*(?:\r?\n)/)
    .flatMap((part) => toListsAndParagraphs(part.split(/\r?\n/)))
    .slice(0, MAX_BLOCKS);
}

function toListsAndParagraphs(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines.filter((text) => text.trim() !== '')) {
    const ordered = NUMBER.test(line);
    const item = (BULLET.exec(line) ?? NUMBER.exec(line))?.[1];
    const last = blocks.at(-1);
    if (item !== undefined) {
      const goesOn = last?.kind === 'list' && last.ordered === ordered;
      const items = goesOn ? [...last.items, item] : [item];
      if (goesOn) blocks.pop();
      blocks.push({ kind: 'list', ordered, items });
    } else if (last?.kind === 'list') {
      blocks[blocks.length - 1] = {
        ...last,
        items: [...last.items.slice(0, -1), `${last.items.at(-1)} ${line.trim()}`],
      };
    } else {
      const before = last?.kind === 'paragraph' ? last.lines : [];
      if (last) blocks.pop();
      blocks.push({ kind: 'paragraph', lines: [...before, line.trim()] });
    }
  }
  return blocks;
}

/** `lang`: where the text is in another language than the page. */
export function Narrative({ markdown, lang }: { markdown: string; lang?: string | undefined }) {
  return (
    <div class="narrative" lang={lang}>
      {toBlocks(markdown).map((block) => {
        if (block.kind === 'paragraph') return <p>{plain(block.lines.join(' '))}</p>;
        const items = block.items.map((item) => <li>{plain(item)}</li>);
        return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
      })}
    </div>
  );
}

/** Marks of headings and emphasis are left out, since they are not laid out. */
function plain(text: string): string {
  return text.replace(/^#{1,6}\s+/, '').replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}
