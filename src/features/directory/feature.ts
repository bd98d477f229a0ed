import type { MissionCode, Role } from '../../domain/engagement/mission.ts';
import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Confirmation } from '../../domain/records.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN } from '../../domain/tables/treatments.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';

/** Chooses people among those whose engagement is in force and contested by no one. What is absent chooses
 *  nothing. */
export interface DirectoryFilter {
  /** Words that must all be parts of the person's name or address, or of the school's name or commune. */
  readonly text?: string;
  readonly departmentCode?: string;
  readonly uai?: Uai;
  readonly role?: Role;
  readonly mission?: MissionCode;
  /** The code of an event to which they were invited, or at which they were. */
  readonly event?: string;
}

/** What a person does in a school today. */
export interface DirectoryPlace {
  readonly uai: Uai;
  readonly school: string;
  readonly commune: string;
  readonly departmentCode: string;
  readonly missions: readonly MissionCode[];
  readonly roles: readonly Role[];
  readonly confirmation: Confirmation;
  readonly since: LocalDate;
}

/** A person of the directory, with a place for each engagement in force. */
export interface DirectoryEntry {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  /** The present address. */
  readonly email?: string;
  readonly places: readonly DirectoryPlace[];
}

/** A person lets the referents of their département see their name, school, missions, roles and address. */
export interface DirectoryConsent {
  readonly personId: PersonId;
  readonly agreedAt: Instant;
}

/** Changes to the directory. */
export type DirectoryChange =
  | { readonly kind: 'directory-joined'; readonly consent: DirectoryConsent }
  | { readonly kind: 'directory-left'; readonly personId: PersonId };

/** A search in the directory, as of a day. */
export interface DirectorySearch extends DirectoryFilter {
  readonly on: LocalDate;
  /** Limits what is seen to confirmed engagements: those in one of these schools, and those in one of these
   *  départements of people who agreed to be seen. */
  readonly peersIn?: { readonly uais: readonly Uai[]; readonly departmentCodes: readonly string[] };
}

/** Reads the directory. */
export interface DirectoryReader {
  /** People by name, each with the places that the search may show. */
  readDirectory(search: DirectorySearch & Slice<PersonId>): Promise<readonly DirectoryEntry[]>;
  countDirectory(search: DirectorySearch): Promise<number>;
  readDirectoryConsent(personId: PersonId): Promise<DirectoryConsent | undefined>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface DirectoryTables {
  directory_consent: RowOf<DirectoryConsent>;
}

/** What the other layers read of this feature. */
export const feature = declare<DirectoryTables, DirectoryChange, DirectoryReader>()({
  group: 'people',
  history: ['directory-joined', 'directory-left'],
  audit: ['directory-exported'],
  menu: {
    my: { directory: { under: 'home', after: 'support', path: '/my/directory' } },
    dane: { directory: { under: 'people', after: 'people', path: '/dane/directory' } },
    school: { directory: { under: 'school', after: 'missions', path: '/directory' } },
  },
  people: {
    // A person without facts has left the network, so the consent ends with the facts. A consent for one record is
    // none for the other.
    directory_consent: {
      ...OWN,
      exportedAfter: 'mail',
      merge: 'goes',
      register: 'nothing',
      ends: { with: 'facts' },
    },
  },
});
