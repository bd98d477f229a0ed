import { toBlocks, withoutMarks } from './markdown-blocks.ts';

interface NarrativeProps {
  readonly markdown: string;
  /** The remark under a text that is too long to be shown whole. */
  readonly cut: string;
  /** The text's language, where it is not the page's. */
  readonly lang?: string | undefined;
}

/** Markdown of strangers, laid out as paragraphs and lists. It never becomes HTML, a link or an image. */
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
