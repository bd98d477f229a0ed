import type { Contribution } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/time.ts';

/** Which contributions are read. */
export interface ContributionFilter {
  /** False for those that nobody validated yet, true for those that the DANE validated. */
  readonly validated: boolean;
  readonly kind?: Contribution['kind'];
  /** Part of the name of its author. */
  readonly text?: string;
}

/** Reads the contributions of everyone, for the DANE. */
export interface ContributionReader {
  /** By day, the oldest first. */
  searchContributions(
    search: ContributionFilter & {
      readonly after?: { readonly on: LocalDate; readonly reference: string };
      readonly limit: number;
    },
  ): Promise<readonly Contribution[]>;
  countContributions(filter: ContributionFilter): Promise<number>;
}
