import type { Establishment, EstablishmentRecord } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** The schools. */
export interface EstablishmentReader {
  /** Schools that have every word of the text in their name, commune or UAI, accents and case aside; by uai. */
  searchEstablishments(text: string, page: Slice<Uai>): Promise<readonly Establishment[]>;
  /** Schools with at least one engagement, by uai. */
  readEngagedUais(page: Slice<Uai>): Promise<readonly Uai[]>;
  readEstablishmentRecords(uais: readonly Uai[]): Promise<readonly EstablishmentRecord[]>;
  /** Every département that has a school on record, by code. */
  readDepartments(): Promise<readonly { readonly code: string; readonly name: string }[]>;
}
