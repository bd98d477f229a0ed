import { declare } from '../../domain/features/declaration.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Row } from '../../domain/tables/column-names.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import { OWN, WITH_ENGAGEMENT } from '../../domain/tables/treatments.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { contestErrors } from './feature-errors.ts';

/** The outcomes of a contest. */
export const CONTEST_OUTCOMES = ['maintained', 'lifted', 'partial'] as const;
/** The decision of the DANE: the contest is maintained, lifted, or kept for a part of the engagement
 *  (docs/rules.md, Contests). */
export type ContestOutcome = (typeof CONTEST_OUTCOMES)[number];

/** A principal contests an engagement. Only the teacher, the principals of that school and the DANE may read
 *  motive, answer and reason. */
export interface Contest {
  readonly id: string;
  readonly engagementReference: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  /** Absent if a file contested the engagement: a file gives no motive. */
  readonly motive?: string;
  /** Absent if a file contested the engagement. */
  readonly openedBy?: PersonId;
  readonly openedAt: Instant;
  /** The teacher's answer. */
  readonly answer?: string;
  readonly answeredAt?: Instant;
  readonly decision?: ContestDecision;
  /** Set when the principal confirmed the engagement before the DANE decided. */
  readonly withdrawnAt?: Instant;
}

/** The DANE's decision on a contest, with its reason. */
export interface ContestDecision {
  readonly outcome: ContestOutcome;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** References of the engagements that the decision covers: the contested one and, for a partial decision, its
   *  parts. */
  readonly references: readonly string[];
}

/** The state of a contest. */
export type ContestState = 'awaits-answer' | 'awaits-decision' | 'decided' | 'withdrawn';

/** The step that a contest waits for. The DANE may decide without an answer, because the teacher cannot be
 *  made to give one. */
export function contestState({ answer, decision, withdrawnAt }: Contest): ContestState {
  if (decision) return 'decided';
  if (withdrawnAt) return 'withdrawn';
  return answer === undefined ? 'awaits-answer' : 'awaits-decision';
}

/** Whether the DANE still has to decide on the contest. */
export function isOpen(contest: Contest): boolean {
  return !contest.decision && !contest.withdrawnAt;
}

/** Whether the DANE has decided on this engagement, or on the engagement that it was cut from. Only the DANE may
 *  change it then. */
export function isSettled(reference: string, contests: readonly Contest[]): boolean {
  return contests.some(({ decision }) => decision?.references.includes(reference));
}

/** Changes to contests. */
export type ContestChange =
  /** Refused where the engagement already has an open contest. */
  | { readonly kind: 'contest-opened'; readonly contest: Contest }
  /** This change and the two after it refuse the whole commit where the contest is no longer open. */
  | {
      readonly kind: 'contest-answered';
      readonly id: string;
      readonly answer: string;
      readonly at: Instant;
    }
  | { readonly kind: 'contest-decided'; readonly id: string; readonly decision: ContestDecision }
  | { readonly kind: 'contest-withdrawn'; readonly id: string; readonly at: Instant };

/** Reads contests of engagements. */
export interface ContestReader {
  readContest(id: string): Promise<Contest | undefined>;
  /** The newest first. */
  readContestsOfSchool(uai: Uai): Promise<readonly Contest[]>;
  /** The newest first. */
  readContestsOfPerson(personId: PersonId): Promise<readonly Contest[]>;
  /** Contests that wait for an answer or a decision (`open`), or those that are over; sorted by id. */
  readContests(slice: Slice<string>, open: boolean): Promise<readonly Contest[]>;
  /** Engagements that a file contested and that have no contest yet; sorted by reference. */
  readUnopenedContests(limit: number): Promise<readonly Engagement[]>;
  /** Ids of open contests whose engagement is not contested any more, because of a file or of a merge of
   *  records. */
  readObsoleteContests(limit: number): Promise<readonly string[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface ContestsTables {
  contest: Row<'contest', Omit<Contest, 'motive' | 'openedBy'>> & { motive: string; opened_by: PersonId };
}

/** What the other layers read of this feature. */
export const feature = declare<ContestsTables, ContestChange, ContestReader>()({
  group: 'engagements',
  history: ['contest-answered', 'contest-lifted', 'contest-maintained', 'contest-partial'],
  errors: contestErrors,
  menu: {
    dane: { contests: { under: 'decide', after: 'decisions', path: '/dane/contests' } },
    school: { contests: { under: 'confirmations', after: 'confirmations', path: '/contests' } },
  },
  people: {
    contest: {
      ...OWN,
      exportedAfter: 'support_request',
      refersTo: ['engagement'],
      merge: 'moves',
      register: 'contestations',
      school: 'kept',
      ends: WITH_ENGAGEMENT,
    },
  },
});
