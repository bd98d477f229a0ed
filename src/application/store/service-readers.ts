import type { AuditAction } from '../../domain/audit/actions.ts';
import type { StoredAuditEntry } from '../../domain/audit/entry.ts';
import type { Award } from '../../domain/award/types.ts';
import type { CredentialId, PersonId, ProfileId } from '../../domain/ids.ts';
import type { Job } from '../../domain/job/types.ts';
import type { Mail, MailKind, MailLanguage } from '../../domain/mail/types.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';

/** Reads jobs. */
export interface JobReader {
  readJob(id: string): Promise<Job | undefined>;
  readLatestJob(kind: Job['command']['kind']): Promise<Job | undefined>;
  /** Jobs that are unfinished and due, the one first that has not moved for longest. */
  readDueJobs(now: Instant, limit: number): Promise<readonly string[]>;
  /** Unfinished jobs whose last attempt failed, the oldest first. */
  readFailingJobs(most: number): Promise<readonly Job[]>;
  /** Number of unfinished jobs whose last attempt failed, of those among them that are set aside, and of due jobs
   *  that have not moved for a quarter of an hour. */
  countFailingJobs(
    now: Instant,
  ): Promise<{ readonly failing: number; readonly setAside: number; readonly stuck: number }>;
  /** Unfinished jobs, including waiting ones; the oldest first, by default ten at most. */
  readUnfinishedJobs(kind: Job['command']['kind'], most?: number): Promise<readonly Job[]>;
  /** The unfinished job with this digest of its command. */
  readUnfinishedJobOf(onceKey: string): Promise<Job | undefined>;
  /** Jobs begun by this person that still run, or of whose end the person was not told; the oldest first, ten
   *  at most. */
  readUntoldJobs(madeBy: PersonId): Promise<readonly Job[]>;
}

/** Reads the records needed to send mail. */
export interface MailReader {
  /** Undefined if it was deleted with its recipient. */
  readMail(id: string): Promise<Mail | undefined>;
  /** Whether a letter has this key. */
  isLetterOpen(letterKey: string): Promise<boolean>;
  /** The mails that leave with this one, itself included, as long as they wait; the oldest first. */
  readMailsOfLetter(id: string): Promise<readonly Mail[]>;
  /** The mails that wait without a task, because the service had no mail server; the oldest first. */
  readUnsentMails(search: {
    /** Whether they were written before `than`, and not from it on. */
    readonly isOld: boolean;
    readonly than: Instant;
    readonly limit: number;
  }): Promise<readonly Mail[]>;
  countUnsentMails(createdBefore: Instant): Promise<number>;
  /** The person's mails that wait with a task and have not begun to leave; the oldest first. */
  readMailsToGather(personId: PersonId, limit: number): Promise<readonly Mail[]>;
  /** The kinds that the person chose not to receive. */
  readUnwantedMail(personId: PersonId): Promise<readonly MailKind[]>;
  /** The language in which the person chose to receive mails; undefined if they chose none. */
  readMailLanguage(personId: PersonId): Promise<MailLanguage | undefined>;
  /** The principals of a school, by id. */
  readHeadsOf(uai: Uai): Promise<readonly PersonId[]>;
  /** Number of mails that wait, of those among them that wait by intent for the next letter of their person, and of
   *  those that a server refused permanently. */
  countMail(
    now: Instant,
  ): Promise<{ readonly waiting: number; readonly gathered: number; readonly refused: number }>;
}

/** Reads the settings made on the screens. */
export interface SettingsReader {
  /** Values as JSON, by name. */
  readSettings(): Promise<ReadonlyMap<string, string>>;
}

/** Which lines of the audit are asked for, the latest first. */
export interface AuditQuery {
  /** Ids that are the author or the subject. */
  readonly about?: readonly string[];
  readonly actions?: readonly string[];
  readonly from?: Instant;
  /** Excluded. */
  readonly until?: Instant;
  /** The last line of the page before. */
  readonly after?: Pick<StoredAuditEntry, 'at' | 'id'>;
  readonly limit: number;
}

/** What the audit tells of an award, or of its badge. */
export interface AuditedAward extends Pick<Award, 'id' | 'recipient' | 'achievement' | 'version'> {
  readonly credentialId?: CredentialId;
}

/** Reads the audit. */
export interface AuditReader {
  /** The awards among these ids, and those of the badges among them. */
  readAuditedAwards(ids: readonly string[]): Promise<readonly AuditedAward[]>;
  searchAudit(query: AuditQuery): Promise<readonly StoredAuditEntry[]>;
  /** The latest line with this action. */
  readLastOf(action: AuditAction): Promise<StoredAuditEntry | undefined>;
  /** Sealed lines from a place on, in order. */
  readSealedEntries(from: number, limit: number): Promise<readonly StoredAuditEntry[]>;
  /** Lines that wait for their place, from after an id on. */
  readUnsealedEntries(limit: number, after?: string): Promise<readonly StoredAuditEntry[]>;
  countUnsealedEntries(): Promise<number>;
  /** The place of the first sealed line of this instant or later. Lines dated after now, which a wrong clock
   *  wrote, do not count. */
  readFirstKept(from: Instant, now: Instant): Promise<number | undefined>;
  /** The imports that changed something, the latest first. */
  readImports(limit: number): Promise<readonly StoredAuditEntry[]>;
  /** The people who were erased at this instant or later, the first one first. */
  readErasures(since: Instant): Promise<readonly PersonId[]>;
  /** The entries about a subject, or about any of several, the latest first. */
  readAuditOf(subject: string | readonly string[], limit: number): Promise<readonly StoredAuditEntry[]>;
}

/** Counts the rows of some tables. */
export interface CountReader {
  /** Counts for the home page and for the start of the demonstration. */
  countRows(): Promise<{ people: number; engagements: number; establishments: number; credentials: number }>;
  /** Number of badges that are revoked. */
  countRevoked(): Promise<number>;
  /** The instant since which the oldest of the tasks that are not done waits; those of a later hour do not wait. */
  readOldestTask(now: Instant): Promise<Instant | undefined>;
  /** Number of badges that were ever signed. */
  countIssued(): Promise<number>;
  /** Number of people and schools that may earn a badge. */
  countRecipients(): Promise<number>;
}

/** The life of the service by the database's own account. */
export interface LifeRecord {
  /** The lived days that are counted, the oldest first; the newest hundred. */
  readonly days: readonly LocalDate[];
  /** Where the database lay, the mark next to it, and the mark before; absent before the first look. */
  readonly home?: string | undefined;
  readonly mark?: string | undefined;
  readonly before?: string | undefined;
  readonly markedAt?: Instant | undefined;
}

/** Reads instants from the database, to detect a clock that is wrong. */
export interface ClockReader {
  readClocks(recordsUntil: Instant): Promise<{
    /** The newest instant of a signature. */
    readonly signedAt?: Instant;
    /** The newest line of the audit or state of the log that is not later than `recordsUntil`. */
    readonly recordedAt?: Instant;
    /** The server's own clock; absent if the database has none. */
    readonly serverAt?: Instant;
    /** The newest lived day. */
    readonly livedOn?: LocalDate;
  }>;
  readLife(): Promise<LifeRecord>;
}

/** The data on which an answer rests: those of the service alone, or also those of one record. */
export type DataVersionOf =
  | { readonly kind: 'service' }
  | { readonly kind: 'credential'; readonly id: CredentialId }
  | { readonly kind: 'profile'; readonly id: ProfileId }
  | { readonly kind: 'status-list'; readonly id: string };

/** The state of the database on which public answers rest. Where both texts equal those of an earlier moment,
 *  no settings, criteria, key or choice was changed in between, and nothing was revoked, erased or signed. */
export interface DataVersion {
  /** The state of the settings, the adopted criteria, the keys, and other bodies' endorsements of our
   *  badges. */
  readonly common: string;
  /** The state of the requested badge, profile with its badges, or status list; empty if none is known. */
  readonly own: string;
}

/** A group of requests that arrived together. */
export type Turn = object;

/** Reads a state that may change at any time, in any process. Commits of this process count from the next call
 *  on, and so do those of others; where the engine must ask for them elsewhere, a second later at most. */
export interface DataVersionReader {
  /** Answers synchronously where the engine can, so that callers need not wait. Calls with the same `turn`
   *  may share one read of other processes' commits. That read must begin after all these requests have
   *  arrived. */
  readDataVersion(of: DataVersionOf, turn?: Turn): DataVersion | Promise<DataVersion>;
}

export interface ServiceReaders
  extends JobReader,
    MailReader,
    SettingsReader,
    AuditReader,
    CountReader,
    ClockReader {}
