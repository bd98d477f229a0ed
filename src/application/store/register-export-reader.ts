import type { Slice } from './slice.ts';

/** What is recorded beside the DANE's eight files. */
export const REGISTER_FILES = [
  'decisions',
  'refus',
  'revocations',
  'campagnes',
  'demandes-confirmation',
  'confirmations-sur-pieces',
  'contestations',
  'moyens',
  'points-prevus',
  'comptes-rendus',
  'documents',
  'demandes-donnees',
  'versions-criteres',
  'reglages',
  'journal',
] as const;
export type RegisterFile = (typeof REGISTER_FILES)[number];

/** A row by the names of its columns; the last of the page has the key of the next. */
export type RegisterRow = Readonly<Record<string, string | number | null>>;

/** A page of such rows at a time, in the order of their key. */
export interface RegisterExportReader {
  readRegisterSlice(file: RegisterFile, page: Slice<RegisterRow>): Promise<readonly RegisterRow[]>;
}
