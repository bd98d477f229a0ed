import type { Contribution } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';

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
