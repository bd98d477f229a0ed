import type {
  Block,
  BulletList,
  CodeBlock,
  FactList,
  Heading,
  HeadingLevel,
  Paragraph,
  Table,
  TableColumn,
  TableGroup,
} from './document-content.ts';

/** Short ways to write blocks of content. */

export function heading(level: HeadingLevel, text: string): Heading {
  return { kind: 'heading', level, text };
}

export function paragraph(text: string, tone: Paragraph['tone'] = 'plain'): Paragraph {
  return { kind: 'paragraph', text, tone };
}

/** One paragraph for each line that holds anything. */
export function paragraphs(text: string): readonly Paragraph[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
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

export function seal(words: Omit<CodeBlock, 'kind' | 'size'>): CodeBlock {
  return { kind: 'code', size: 'seal', ...words };
}

export const NEW_PAGE: Block = { kind: 'new-page' };

/** The blocks one level of heading deeper: a document inside another. */
export function deepened(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'heading' && block.level < 3
      ? heading((block.level + 1) as HeadingLevel, block.text)
      : block,
  );
}
