import type { EngagementProposal } from '../../domain/engagement/proposal.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Contribution, SchoolRecord } from '../../domain/records.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { Instant, LocalDate, Period } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { ConfirmationRequestReader } from './confirmation-readers.ts';
import type { CoverageReader } from './coverage-readers.ts';
import type { NewYearReader } from './new-year-readers.ts';

/** Reads schools. */
export interface SchoolReader {
  /** Schools with at least one engagement, by UAI. */
  readEngagedUais(slice: Slice<Uai>): Promise<readonly Uai[]>;
  /** These schools, each with the whole records of everyone who has an engagement there (with `engaged`, on a
   *  day of that period). */
  readSchoolRecords(uais: readonly Uai[], engaged?: Period): Promise<readonly SchoolRecord[]>;
  /** Every département with a school on record, by code. */
  readDepartments(): Promise<readonly { readonly code: string; readonly name: string }[]>;
}

/** Reads how long engagements have waited, and which engagements a person declared. */
export interface EngagementReader {
  /** For each engagement, the instant since which it waits to be confirmed, or the instant of its request where
   *  that is earlier. An engagement that has just arrived may be absent. */
  readRequestsSince(
    references: readonly string[],
  ): Promise<readonly { readonly reference: string; readonly since: Instant }[]>;
  /** References of the engagements that the person declared in the service. */
  readDeclaredReferences(personId: PersonId): Promise<readonly string[]>;
}

/** Reads proposed and decided changes of engagements. */
export interface EngagementProposalReader {
  readEngagementProposal(id: string): Promise<EngagementProposal | undefined>;
  /** The newest first. */
  readEngagementProposalsOf(personId: PersonId): Promise<readonly EngagementProposal[]>;
  /** The newest first. */
  readEngagementProposalsAt(uai: Uai): Promise<readonly EngagementProposal[]>;
  /** Waiting proposals of all schools, the oldest first. */
  readWaitingEngagementProposals(slice: {
    readonly after?: { readonly at: Instant; readonly id: string };
    readonly limit: number;
  }): Promise<readonly EngagementProposal[]>;
  countWaitingEngagementProposals(): Promise<number>;
}

/** A filter of contributions. */
export interface ContributionFilter {
  /** True for contributions that the DANE validated, false for the others. */
  readonly validated: boolean;
  readonly kind?: Contribution['kind'];
  /** A part of the author's name. */
  readonly text?: string;
}

/** Reads the contributions of everyone, for the DANE. */
export interface ContributionReader {
  /** Sorted by day, the oldest first. */
  searchContributions(
    search: ContributionFilter & {
      readonly after?: { readonly on: LocalDate; readonly reference: string };
      readonly limit: number;
    },
  ): Promise<readonly Contribution[]>;
  countContributions(filter: ContributionFilter): Promise<number>;
}

export interface EngagementReaders
  extends SchoolReader,
    EngagementReader,
    EngagementProposalReader,
    ContributionReader,
    ConfirmationRequestReader,
    CoverageReader,
    NewYearReader {}
