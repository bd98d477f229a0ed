import type { CautiousBadges } from '../award/review-flag.ts';
import type { Amendment, BadgeChange } from '../criteria/badge-change.ts';
import type { PersonId } from '../ids.ts';
import type { Instant, LocalDate } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { JobFailure } from './failure.ts';

/** The kinds of work that processes share by claims. */
export type Work = 'award' | 'job' | 'outbox';

/** A claim on work: its holder, and a counter that rises with each step of the holder. What a holder does counts
 *  only while the claim is its own. */
export interface Lease {
  readonly by: string;
  readonly count: number;
}

/** Seconds for which a claim must stand still before another process may take its work. */
export const LEASE_SECONDS: Readonly<Record<Work, number>> = { award: 15, job: 20, outbox: 15 };

/** The task of a job. */
export type JobCommand =
  /** Judges everyone, and puts the met badges into the queue of proposals. */
  | { readonly kind: 'propose-awards' }
  /** Decides on these proposals, in the state in which they were chosen. A badge that a program grants need not
   *  stand in the queue. */
  | {
      readonly kind: 'decide-proposals';
      readonly decision: 'grant' | 'refuse';
      readonly ids: readonly string[];
      /** The reason, where a badge is refused. */
      readonly reason?: string;
      /** Whether badges that a person should look at by the time of the grant are granted too. By default they
       *  are, because they were named. */
      readonly cautions?: CautiousBadges;
      /** The day as of which the badges are judged; by default that of the proposal, or the day of the grant. */
      readonly on?: LocalDate;
      /** Why badges are granted that were declined, revoked or refused before. */
      readonly overrideReason?: string;
    }
  /** Grants all that is met, and that no one need look at first, as it is judged at an hour to come. */
  | { readonly kind: 'grant-due'; readonly at: Instant; readonly achievement?: string }
  /** Judges everyone by the current criteria and by trial figures, and compares the results. */
  | {
      readonly kind: 'try-criteria';
      readonly figures: Amendment['figures'];
      readonly badges?: readonly BadgeChange[];
      readonly on: LocalDate;
      /** The version that the trial figures change; by default the one in force on that day. */
      readonly version?: number;
    }
  /** Measures the coverage of every school today, or on the last day of an earlier school year. */
  | { readonly kind: 'measure-coverage'; readonly schoolYear?: SchoolYear }
  /** Measures the coverage of every school on a past day, or today. The result is stored apart from the
   *  present coverage. */
  | { readonly kind: 'measure-coverage-day'; readonly on: LocalDate }
  /** Signs again the badges that no longer agree with the records. */
  | { readonly kind: 're-sign' }
  /** Asks what must hold of the whole service, without its signatures. */
  | { readonly kind: 'ask-invariants' }
  /** Revokes these badges with one public reason, and may grant another badge to their recipients. */
  | {
      readonly kind: 'revoke-many';
      readonly ids: readonly string[];
      readonly reason: string;
      readonly replacement?: { readonly achievement: string; readonly reason?: string };
    }
  /** Sends the principals the requests of the campaign. */
  | { readonly kind: 'ask-confirmations'; readonly campaignId: string }
  /** Sends a message of the DANE to the people of its filter. */
  | { readonly kind: 'send-message'; readonly messageId: string }
  /** Finds out what undoing an import would change, and changes nothing. */
  | { readonly kind: 'check-import'; readonly importId: string }
  /** Undoes an import, except where other records rest on it. */
  | { readonly kind: 'undo-import'; readonly importId: string };

/** Whether an agent may stop the job while it runs. The finished part stays done. */
export function isStoppable({ kind }: JobCommand): boolean {
  return (
    kind === 'decide-proposals' ||
    kind === 'grant-due' ||
    kind === 'ask-confirmations' ||
    kind === 'revoke-many' ||
    kind === 'undo-import'
  );
}

/** Whether two jobs with the same command are the same work, whoever began them and however far they are. */
export function isShared({ kind }: JobCommand): boolean {
  return kind === 'check-import' || kind === 'undo-import';
}

/** Whether the job looks at the present records. Once it has begun to look, the same command is new work: the
 *  records may have changed behind it. */
export function readsCurrentRecords({ kind }: JobCommand): boolean {
  return (
    kind === 'propose-awards' ||
    kind === 'try-criteria' ||
    kind === 'measure-coverage' ||
    kind === 'measure-coverage-day' ||
    kind === 're-sign' ||
    kind === 'ask-invariants'
  );
}

/** Opaque id of a recipient whose badge would be gained or lost. */
export type Moved = string;

/** What someone else decided on badges of a job before the job reached them. */
export interface DecidedMeanwhile {
  /** A person, or the program that acted. */
  readonly by: string;
  readonly granted: number;
  readonly refused: number;
}

/** What became of one badge, which the key of a proposal names. */
export interface BadgeOutcome {
  readonly proposal: string;
  /** `granted`, or the code of the reason to leave it. */
  readonly outcome: string;
}

/** The results of a job so far. `after` is the key where its next step begins. */
export interface JobProgress {
  readonly phase: number;
  readonly after?: string;
  /** Number of each outcome: `granted`, `refused`, `issued`, or the code of a reason to skip. */
  readonly counts: Readonly<Record<string, number>>;
  /** One line for each agent who decided on some of the badges in the meantime. */
  readonly meanwhile?: readonly DecidedMeanwhile[];
  /** The first badges that a dated decision granted, and the first that it left; the others are only counted.
   *  Badges that their recipients held before are not among them. */
  readonly told?: readonly BadgeOutcome[];
  /** For each badge, the recipients who meet it by the criteria in force (`before`) and by the trial figures
   *  (`after`), and those who would gain or lose it. */
  readonly moves?: Readonly<
    Record<
      string,
      {
        readonly before: number;
        readonly after: number;
        /** The first recipients who would gain the badge, and the first who would lose it. The others are
         *  only counted. */
        readonly gain: readonly Moved[];
        readonly lose: readonly Moved[];
        readonly moreGain?: number;
        readonly moreLose?: number;
        /** The first recipients who would meet all but one requirement of a tried badge: `near` have some of
         *  it, `nothing` have nothing of it. */
        readonly near?: readonly Moved[];
        readonly moreNear?: number;
        readonly nothing?: readonly string[];
        readonly moreNothing?: number;
      }
    >
  >;
}

/** Long work in short steps. Each step is committed together with the place where the next one begins, and a
 *  repeated step changes nothing more. If a process is killed, another one continues. */
export interface Job {
  readonly id: string;
  readonly command: JobCommand;
  readonly progress: JobProgress;
  readonly done: number;
  /** The amount of work counted when the job began. The work done may exceed it. */
  readonly total: number;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  /** The instant at which the job starts; until then the whole job can be taken back. Absent: it starts at
   *  once. */
  readonly startsAt?: Instant;
  /** The agent or program that holds a dated decision: it does not start until it is released. */
  readonly heldBy?: string;
  readonly finishedAt?: Instant;
  /** Absent if the last attempt succeeded. */
  readonly failure?: JobFailure;
  /** When its last step was committed, or it was made due again; absent before. */
  readonly movedAt?: Instant;
}

export type JobChange =
  /** Refused where an unfinished job has the same key. */
  | { readonly kind: 'job-begun'; readonly job: Job; readonly onceKey: string }
  /** The waiting time was cut short. Refused where it is over, or where the job was taken back. */
  | { readonly kind: 'job-started'; readonly id: string }
  /** A dated decision is held, or released where `heldBy` is absent. The process that begins it loses it. Refused
   *  where it is not as it was read. */
  | { readonly kind: 'job-held'; readonly asRead: Job; readonly heldBy?: string }
  /** The rest of the job is cancelled, and the process that runs it loses it. Refused where the job has ended
   *  or got further since it was read, so that the number of what is left is true. */
  | {
      readonly kind: 'job-taken-back';
      readonly asRead: Job;
      readonly progress: JobProgress;
      readonly at: Instant;
    }
  /** The person who began these jobs was told that they ended. Does nothing for a job that still runs. */
  | { readonly kind: 'jobs-told'; readonly ids: readonly string[] }
  /** Refuses the whole commit where the job has ended, or where another process has taken it over: what a step
   *  decided counts only together with its progress. The claim is raised. */
  | { readonly kind: 'job-advanced'; readonly job: Job; readonly claim: Lease }
  /** An attempt failed. Refused like a step of a job that another process has taken over. */
  | {
      readonly kind: 'job-failed';
      readonly id: string;
      readonly lease: Lease;
      readonly failure: JobFailure;
    }
  /** A failing job is due at once. Refused if its failure is not as it was read. */
  | { readonly kind: 'job-retried'; readonly id: string; readonly failure: JobFailure; readonly at: Instant };
