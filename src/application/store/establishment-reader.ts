import type { Establishment, EstablishmentRecord } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** Reads schools. */
export interface EstablishmentReader {
  /** Schools with every word of the text in their name, commune or UAI, ignoring accents and case; by UAI. */
  searchEstablishments(text: string, slice: Slice<Uai>): Promise<readonly Establishment[]>;
  /** Schools with at least one engagement, by UAI. */
  readEngagedUais(slice: Slice<Uai>): Promise<readonly Uai[]>;
  readEstablishmentRecords(uais: readonly Uai[]): Promise<readonly EstablishmentRecord[]>;
  /** Every département with a school on record, by code. */
  readDepartments(): Promise<readonly { readonly code: string; readonly name: string }[]>;
}
