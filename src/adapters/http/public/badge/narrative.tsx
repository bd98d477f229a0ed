import { toBlocks, withoutMarks } from './markdown-blocks.ts';

interface NarrativeProps {
  readonly markdown: string;
  /** Said under a text that is too long to be shown whole. */
  readonly cut: string;
  /** Where the text is in another language than the page. */
  readonly lang?: string | undefined;
}

/** Markdown of others, laid out as paragraphs and lists: no HTML, no link, no image comes out of it. */
export function Narrative({ markdown, cut, lang }: NarrativeProps) {
  const { blocks, isCut } = toBlocks(markdown);
  return (
    <div class="narrative" lang={lang}>
      {blocks.map((block) => {
        if (block.kind === 'paragraph') return <p>{withoutMarks(block.lines.join(' '))}</p>;
        const items = block.items.map((item) => <li>{withoutMarks(item)}</li>);
        return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
      })}
      {isCut && <p class="note">{cut}</p>}
    </div>
  );
}
