import type { LogTile } from '../badge-log/entries.ts';
import type { PersonId } from '../ids.ts';
import type { Instant } from '../time/calendar.ts';
import type { AuditAction } from './actions.ts';

/** One line of the append-only audit: who did what, when. */
export interface AuditEntry {
  readonly at: Instant;
  readonly actor: string;
  readonly action: AuditAction;
  /** Opaque id of the record that the action is about. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** The channel by which an act came. Work that no request and no command began is the timer's; the lines of long
 *  work that continues in steps say `job`, whoever takes the step. */
export const AUDIT_CHANNELS = ['page', 'api', 'command', 'timer', 'job'] as const;

export type AuditChannel = (typeof AUDIT_CHANNELS)[number];

/** Where an act came from. */
export interface AuditOrigin {
  readonly road: AuditChannel;
  /** Lines of one request or of one command have the same; those of a job have the job's id. */
  readonly request?: string;
  /** The system's user who gave the command. */
  readonly terminal?: string;
}

/** Where the present work comes from, and for whom a command says that it acts. That is no proof. */
export interface AuditContext extends AuditOrigin {
  readonly person?: PersonId;
}

/** An entry with its origin and the digests that make a later change show. Of what people typed only a salted
 *  digest counts, so that an erasure can remove the details and their salt. */
export interface CompleteAuditEntry extends AuditEntry, AuditOrigin {
  /** It grows with time. Its random part is the salt of `digest`, and it is shown nowhere. */
  readonly id: string;
  readonly digest: string;
  readonly detailsSalt?: string;
  /** Stays where the details were erased. */
  readonly detailsDigest?: string;
}

/** A line as the store returns it. An earlier version of the service may have written an action that is unknown
 *  today; lines from before channels and digests have neither. */
export type StoredAuditEntry = Omit<CompleteAuditEntry, 'action' | 'road' | 'digest'> & {
  readonly action: string;
  readonly road?: AuditChannel;
  readonly digest?: string;
  /** Place in the log of the audit, from 0; absent until the line is sealed. */
  readonly position?: number;
};

/** A line that has its digest and waits for its place, or has it. */
export type SealedAuditEntry = Pick<StoredAuditEntry, 'id' | 'detailsSalt' | 'detailsDigest'> & {
  readonly digest: string;
  readonly position: number;
};

export type AuditChange =
  | {
      readonly kind: 'audited';
      /** Without digests until the commit completes it. */
      readonly entry: AuditEntry | CompleteAuditEntry;
    }
  /** Gives lines their places at the end of the log. Throws `store-conflict` where another process did. */
  | {
      readonly kind: 'audit-sealed';
      readonly lines: readonly SealedAuditEntry[];
      readonly tiles: readonly LogTile[];
    }
  /** Deletes the lines before a place. Their digests stay in the tiles. */
  | { readonly kind: 'audit-let-go'; readonly before: number };

/** The change that adds an entry to the audit. */
export function audit(
  action: AuditAction,
  stated: Omit<AuditEntry, 'action'>,
): Extract<AuditChange, { readonly kind: 'audited' }> {
  return { kind: 'audited', entry: { action, ...stated } };
}
