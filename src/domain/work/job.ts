import type { PersonId } from '../ids.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Instant, LocalDate } from '../time/time.ts';

/** What a job is asked to do. */
export type JobCommand =
  /** Judges everyone, and puts what is met into the queue. */
  | { readonly kind: 'propose-awards' }
  /** Decides on these proposals, as they were when they were chosen. */
  | {
      readonly kind: 'decide-proposals';
      readonly decision: 'grant' | 'refuse';
      readonly ids: readonly string[];
      /** Why, where it is refused. */
      readonly reason?: string;
    }
  /** Judges everyone by the criteria of today and by figures that are tried. */
  | {
      readonly kind: 'try-criteria';
      readonly figures: Readonly<Record<string, number>>;
      readonly on: LocalDate;
      /** The version that the figures differ from; the one in force on that day where it is not said. */
      readonly version?: number;
    }
  /** Measures what every school covers, or covered on the last day of an earlier school year. */
  | { readonly kind: 'measure-coverage'; readonly schoolYear?: SchoolYear }
  /** Signs again the badges that say something else than what stands behind them. */
  | { readonly kind: 're-sign' }
  /** Asks the principals about what waits in the campaign's school year. */
  | { readonly kind: 'ask-confirmations'; readonly campaignId: string };

/** Somebody whose badge would come or go, by an opaque id. */
export type Moved = string;

/** What a job has found so far; `after` is where its next step begins. */
export interface JobProgress {
  readonly phase: number;
  readonly after?: string;
  /** How many of each outcome: `granted`, `refused`, `issued`, or a code of what was skipped. */
  readonly counts: Readonly<Record<string, number>>;
  /** By badge: who would have it by neither, one or both of the criteria. */
  readonly moves?: Readonly<
    Record<
      string,
      {
        readonly before: number;
        readonly after: number;
        /** The first of those who would gain it, and of those who would lose it; the others are counted. */
        readonly gain: readonly Moved[];
        readonly lose: readonly Moved[];
        readonly moreGain?: number;
        readonly moreLose?: number;
      }
    >
  >;
}

/** Long work in short steps. Each step is committed with where the next begins, and doing one twice has the effect of
 *  doing it once: killed anywhere, another process goes on. */
export interface Job {
  readonly id: string;
  readonly command: JobCommand;
  readonly progress: JobProgress;
  readonly done: number;
  /** As it was when the job began: what is done may go beyond. */
  readonly total: number;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  /** Nothing is done before: until then the job can be taken back whole. Absent: at once. */
  readonly startsAt?: Instant;
  readonly finishedAt?: Instant;
}

/** What is written about jobs. */
export type JobChange =
  | { readonly kind: 'job-begun'; readonly job: Job }
  /** The wait is over, or was cut short. */
  | { readonly kind: 'job-started'; readonly id: string }
  /** What is left of the job is not done; whoever is at it loses it. Nothing where it is over already. */
  | { readonly kind: 'job-taken-back'; readonly job: Job; readonly at: Instant }
  /** Nothing where another process has taken the job over. */
  | { readonly kind: 'job-advanced'; readonly job: Job; readonly by: string };
