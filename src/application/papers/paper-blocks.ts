import type { Instant } from '../../domain/time/time.ts';

/** A document as plain content, in reading order: what is said, not how it looks. */
export interface PaperContent {
  /** Shown by readers in place of a file name, and announced by screen readers. */
  readonly title: string;
  /** Stands at the top of every page beside the issuer's name. */
  readonly runningHead: string;
  readonly issuerName: string;
  /** Whose document it is, where that is not the issuer: stands first at the top of every page. */
  readonly headedBy?: string;
  /** Becomes the document's date: the same content at the same instant gives the same bytes. */
  readonly madeAt: Instant;
  readonly blocks: readonly Block[];
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

/** Whose document it is, then who issues it. */
export interface Letterhead {
  readonly kind: 'letterhead';
  readonly school: string;
  readonly commune: string;
  readonly issuer: string;
}

/** Which facts a part of a paper tells. */
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
  'authorised',
  'means',
  'planned-review',
  'notes',
] as const;
export type PaperFactsSection = (typeof PAPER_SECTIONS)[number];
/** Also `frame`: what every paper of the kind says. */
export type PaperSection = PaperFactsSection | 'frame';

export type HeadingLevel = 1 | 2 | 3;

export interface Heading {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  readonly text: string;
  /** Which facts begin here, until the next heading that names others. */
  readonly section?: PaperSection;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** `lead`: the sentence that says it all; `note`: what must be known about the facts. */
  readonly tone: 'plain' | 'lead' | 'note';
  /** Stays on the page of what follows it. */
  readonly keep?: true;
  /** As of a heading. */
  readonly section?: PaperSection;
}

export interface BulletList {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** Names and values: a table whose first column is the header of each row. */
export interface FactList {
  readonly kind: 'facts';
  readonly rows: readonly (readonly [name: string, value: string])[];
}

export interface TableColumn {
  readonly label: string;
  /** Width against the other columns. */
  readonly share: number;
}

export interface TableGroup {
  /** Said once above the rows, across the table. */
  readonly label?: string;
  /** As many cells as columns; the first is the header of its row. */
  readonly rows: readonly (readonly string[])[];
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly groups: readonly TableGroup[];
}

/** How somebody holds what a row of the matrix names. */
export type Holding = 'held' | 'requested' | 'none';

export interface MatrixRow {
  readonly label: string;
  /** One for each column. */
  readonly holdings: readonly Holding[];
  readonly nobody: boolean;
  readonly authorisationMissing: boolean;
  /** Two holders on one day of what only one person may hold. */
  readonly clash: boolean;
}

/** Missions × people, drawn. The same facts stand in a table beside it: `alternative` says where. */
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
  readonly clash: string;
}

/** A QR code with its address in clear. */
export interface CodeBlock {
  readonly kind: 'code';
  readonly address: string;
  /** Stands beside or above the address. */
  readonly caption: string;
  readonly alternative: string;
  /** `seal`: beside its words, 28 mm; `poster`: alone and large, 100 mm. */
  readonly size: 'seal' | 'poster';
}

export interface SignaturePlaces {
  readonly kind: 'signatures';
  readonly places: readonly { readonly who: string; readonly asks: string }[];
}
