import type { PersonId } from '../../domain/ids.ts';
import type { Person, PersonRecord, Profile } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

/** A search among people. */
export interface PeopleSearch {
  /** Words that must all be parts of a name or address, whatever the accents and case. */
  readonly text?: string;
  readonly profile?: Profile;
  /** The school where the person is engaged or which they head. */
  readonly uai?: Uai;
  readonly after?: { readonly familyName: string; readonly id: PersonId };
  readonly limit: number;
}

/** Reads the register of people. */
export interface PersonReader {
  readPeople(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** The current address of each person. An erased person has none. */
  readCurrentAddresses(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** Sorted by family name. */
  searchPeople(search: PeopleSearch): Promise<readonly Person[]>;
  /** People who are RUPN or have an engagement, sorted by id. */
  readRupnIds(slice: Slice<PersonId>): Promise<readonly PersonId[]>;
  readPersonRecords(ids: readonly PersonId[]): Promise<readonly PersonRecord[]>;
  /** All records about a person, table by table, for the right of access. */
  exportPerson(id: PersonId): Promise<Readonly<Record<string, readonly unknown[]>> | undefined>;
}
