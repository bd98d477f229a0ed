import type { EstablishmentRecord } from '../../domain/records.ts';
import type { Period } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** Reads schools. */
export interface EstablishmentReader {
  /** Schools with at least one engagement, by UAI. */
  readEngagedUais(slice: Slice<Uai>): Promise<readonly Uai[]>;
  /** These schools, each with the whole records of everyone who has an engagement there (with `engaged`, on a
   *  day of that period). */
  readEstablishmentRecords(uais: readonly Uai[], engaged?: Period): Promise<readonly EstablishmentRecord[]>;
  /** Every département with a school on record, by code. */
  readDepartments(): Promise<readonly { readonly code: string; readonly name: string }[]>;
}
