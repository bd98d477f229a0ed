import type { Slice } from './slice.ts';

/** The exported tables outside the DANE's eight files. */
export const REGISTER_FILES = [
  'decisions',
  'refus',
  'revocations',
  'campagnes',
  'demandes-confirmation',
  'confirmations-sur-pieces',
  'contestations',
  'moyens',
  'projets',
  'projets-membres',
  'fiches-procedure',
  'points-prevus',
  'comptes-rendus',
  'formations-reprises',
  'documents',
  'demandes-donnees',
  'versions-criteres',
  'reglages',
  'journal',
] as const;
export type RegisterFile = (typeof REGISTER_FILES)[number];

/** A row: its values by the names of the columns. The last row of a slice is the key from which the next
 *  slice continues. */
export type RegisterRow = Readonly<Record<string, string | number | null>>;

/** Reads a slice of such rows, in the order of their key. */
export interface RegisterExportReader {
  readRegisterSlice(file: RegisterFile, slice: Slice<RegisterRow>): Promise<readonly RegisterRow[]>;
}
