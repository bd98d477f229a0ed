import type { EstablishmentRecord } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** Reads schools. */
export interface EstablishmentReader {
  /** Schools with at least one engagement, by UAI. */
  readEngagedUais(slice: Slice<Uai>): Promise<readonly Uai[]>;
  readEstablishmentRecords(uais: readonly Uai[]): Promise<readonly EstablishmentRecord[]>;
  /** Every département with a school on record, by code. */
  readDepartments(): Promise<readonly { readonly code: string; readonly name: string }[]>;
}
