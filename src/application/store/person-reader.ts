import type { PersonId } from '../../domain/ids.ts';
import type { Person, PersonRecord, Profile } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Slice } from './slice.ts';

export interface PeopleSearch {
  /** Words, each part of a name or address, whatever the accents and the case. */
  readonly text?: string;
  readonly profile?: Profile;
  /** Engaged there, or its head. */
  readonly uai?: Uai;
  readonly after?: { readonly familyName: string; readonly id: PersonId };
  readonly limit: number;
}

/** The people of the register. */
export interface PersonReader {
  readPeople(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** By family name. */
  searchPeople(search: PeopleSearch): Promise<readonly Person[]>;
  /** People who are RUPN or have an engagement, by id. */
  readRupnIds(page: Slice<PersonId>): Promise<readonly PersonId[]>;
  readPersonRecords(ids: readonly PersonId[]): Promise<readonly PersonRecord[]>;
  /** Everything recorded about a person, table by table: the right of access. */
  exportPerson(id: PersonId): Promise<Readonly<Record<string, readonly unknown[]>> | undefined>;
}
