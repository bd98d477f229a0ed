import { mm, STYLES, type TextStyle } from './page-layout.ts';

/** The styles of a document, and the spaces between its parts. */
export interface Density {
  readonly plain: TextStyle;
  readonly lead: TextStyle;
  readonly note: TextStyle;
  /** The cells of tables, and their first cells where these are names. */
  readonly cell: TextStyle;
  readonly name: TextStyle;
  readonly headings: Readonly<
    Record<1 | 2 | 3, { readonly style: TextStyle; readonly above: number; readonly below: number }>
  >;
  /** The space between two items of a list, and after the last one. */
  readonly item: number;
  readonly list: number;
  /** The space above and below a paragraph. */
  readonly paragraph: number;
  readonly leadParagraph: number;
  /** The space above and below the text of a row. */
  readonly row: number;
  /** The height of a row of a drawing with one line. */
  readonly drawnRow: number;
  /** The space below the name of the school. */
  readonly letterhead: number;
  /** The least room for a signature. */
  readonly signature: number;
  /** The side of a code next to its address, without its quiet zone: 25 mm at least. */
  readonly seal: number;
}

export const USUAL: Density = {
  plain: STYLES.plain,
  lead: STYLES.lead,
  note: STYLES.note,
  cell: STYLES.cell,
  name: STYLES.name,
  headings: {
    1: { style: STYLES.heading1, above: 0, below: 8 },
    2: { style: STYLES.heading2, above: 16, below: 4 },
    3: { style: STYLES.heading3, above: 10, below: 3 },
  },
  item: 2,
  list: 4,
  paragraph: 3,
  leadParagraph: 6,
  row: 3,
  drawnRow: 14.5,
  letterhead: 14,
  signature: mm(15),
  seal: mm(28),
};

/** The density for a document that would otherwise need one page more. No text is smaller than 9.5 points. */
export const CLOSE: Density = {
  plain: { ...STYLES.plain, size: 9.5, lineGap: -0.4 },
  lead: { ...STYLES.lead, size: 10.5, lineGap: 0.5 },
  note: { ...STYLES.note, size: 9.5, lineGap: -0.4 },
  cell: { ...STYLES.cell, lineGap: 0 },
  name: { ...STYLES.name, lineGap: 0 },
  headings: {
    1: { style: { ...STYLES.heading1, size: 17 }, above: 0, below: 2 },
    2: { style: { ...STYLES.heading2, size: 11.5 }, above: 2, below: 1 },
    3: { style: { ...STYLES.heading3, size: 10.5 }, above: 2, below: 1 },
  },
  item: 0,
  list: 1,
  paragraph: 0.5,
  leadParagraph: 2,
  row: 1,
  drawnRow: 12,
  letterhead: 5,
  signature: mm(13),
  seal: mm(26),
};
