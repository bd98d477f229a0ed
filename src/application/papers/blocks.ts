import type {
  Block,
  BulletList,
  CodeBlock,
  FactList,
  Heading,
  HeadingLevel,
  PaperSection,
  Paragraph,
  Table,
  TableColumn,
  TableGroup,
} from './content-types.ts';

/** Short functions that make blocks of content. */

/** Makes a heading. `section` names the kind of facts that begins here. Without it, the section of the
 *  heading above continues. */
export function heading(level: HeadingLevel, text: string, section?: PaperSection): Heading {
  return { kind: 'heading', level, text, ...(section && { section }) };
}

export function paragraph(text: string, tone: Paragraph['tone'] = 'plain'): Paragraph {
  return { kind: 'paragraph', text, tone };
}

/** A text as paragraphs, as its author wrote it: empty lines separate paragraphs, other line breaks are
 *  kept. */
export function paragraphs(text: string): readonly Paragraph[] {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n\s*/);
  const lines = parts.map((part) =>
    part
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim(),
  );
  return lines.filter((line) => line !== '').map((line) => paragraph(line));
}

export function list(items: readonly string[]): BulletList {
  return { kind: 'list', items };
}

export function facts(rows: FactList['rows']): FactList {
  return { kind: 'facts', rows };
}

export function table(columns: readonly TableColumn[], groups: readonly TableGroup[]): Table {
  return { kind: 'table', columns, groups };
}

export function seal(texts: Omit<CodeBlock, 'kind' | 'size'>): CodeBlock {
  return { kind: 'code', size: 'seal', ...texts };
}

export const NEW_PAGE: Block = { kind: 'new-page' };

/** The blocks with headings one level deeper, for a document inside another. */
export function deepened(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'heading' && block.level < 3
      ? { ...block, level: (block.level + 1) as HeadingLevel }
      : block,
  );
}
