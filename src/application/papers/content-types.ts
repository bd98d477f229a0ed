import type { Instant } from '../../domain/time/calendar.ts';

/** A document as plain content in reading order, without its appearance. */
export interface PaperContent {
  /** The title that PDF readers show instead of the file name, and that screen readers announce. */
  readonly title: string;
  /** The line at the top of every page, next to the issuer's name. */
  readonly runningHead: string;
  readonly issuerName: string;
  /** The owner of the document, if it is not the issuer. It comes first at the top of every page. */
  readonly headedBy?: string;
  /** The date of the document. The same content at the same instant gives the same bytes. */
  readonly madeAt: Instant;
  readonly blocks: readonly Block[];
  /** True to set it closely even where that saves no page. */
  readonly closely?: true;
}

export type Block =
  | Letterhead
  | Heading
  | Paragraph
  | BulletList
  | FactList
  | Table
  | MatrixDrawing
  | CodeBlock
  | SignaturePlaces
  | { readonly kind: 'new-page' };

/** The owner of the document, then its issuer. */
export interface Letterhead {
  readonly kind: 'letterhead';
  readonly school: string;
  readonly commune: string;
  readonly issuer: string;
}

/** The kinds of facts that a section of a paper can contain. */
export const PAPER_SECTIONS = [
  'identity',
  'engagement',
  'reservations',
  'missions',
  'years',
  'trainings',
  'events',
  'reviews',
  'contributions',
  'projects',
  'authorised',
  'means',
  'planned-review',
  'notes',
] as const;
export type PaperFactsSection = (typeof PAPER_SECTIONS)[number];
/** `frame` is the part that every paper of the kind contains. */
export type PaperSection = PaperFactsSection | 'frame';

export type HeadingLevel = 1 | 2 | 3;

export interface Heading {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  readonly text: string;
  /** The kind of facts that begins here, up to the next heading with a section. */
  readonly section?: PaperSection;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** `lead`: the sentence that sums up the document. `note`: a remark that is needed to understand the
   *  facts. */
  readonly tone: 'plain' | 'lead' | 'note';
  /** True to keep it on the same page as the next block. */
  readonly keep?: true;
  /** The kind of facts that begins here, as for a heading. */
  readonly section?: PaperSection;
}

export interface BulletList {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** Names and values: a table whose first column is the header of each row. */
export interface FactList {
  readonly kind: 'facts';
  readonly rows: readonly FactRow[];
  /** True to keep it whole, with the heading above it. */
  readonly whole?: true;
  /** True to keep its last row on the same page as the next block. */
  readonly keep?: true;
}

/** `section` is the kind of facts of this row alone. */
export type FactRow = readonly [name: string, value: string, section?: PaperSection];

export interface TableColumn {
  readonly label: string;
  /** Width relative to the other columns. */
  readonly share: number;
}

export interface TableGroup {
  /** A label above the rows, across the whole table. */
  readonly label?: string;
  /** Each row has one cell for each column. The first cell is the header of the row. */
  readonly rows: readonly (readonly string[])[];
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly groups: readonly TableGroup[];
}

/** How a person holds the mission or role of a row. */
export type Holding = 'held' | 'requested' | 'none';

export interface MatrixRow {
  readonly label: string;
  /** One holding for each column. */
  readonly holdings: readonly Holding[];
  readonly nobody: boolean;
  readonly authorisationMissing: boolean;
  /** True for a conditional mission that no one holds and that is not authorised. */
  readonly notAllowed: boolean;
  /** True if two people hold, on one day, a role that only one may hold. */
  readonly clash: boolean;
}

/** A drawing of missions × people. `alternative` says it in words, row by row. */
export interface MatrixDrawing {
  readonly kind: 'matrix';
  readonly alternative: string;
  readonly columns: readonly string[];
  readonly groups: readonly { readonly label: string; readonly rows: readonly MatrixRow[] }[];
  readonly legend: MatrixLegend;
}

export interface MatrixLegend {
  readonly held: string;
  readonly requested: string;
  readonly nobody: string;
  readonly authorisationMissing: string;
  readonly notAllowed: string;
  readonly clash: string;
}

/** A QR code, with its address in clear text. */
export interface CodeBlock {
  readonly kind: 'code';
  readonly address: string;
  /** The text next to or above the address. */
  readonly caption: string;
  readonly alternative: string;
  /** `seal`: 28 mm, next to its words; `poster`: 100 mm, alone. */
  readonly size: 'seal' | 'poster';
}

/** Places for signatures, and the code on their right. */
export interface SignaturePlaces {
  readonly kind: 'signatures';
  readonly places: readonly { readonly who: string; readonly asks: string }[];
  readonly code: CodeBlock;
}
