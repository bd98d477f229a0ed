import type { ImportedKind, PreservedReason } from '../../../domain/upload/import-log.ts';
import type { ListedRecipient } from '../../listed-as.ts';
import type { UNREAD } from '../dane/data.ts';

/** The lines of the command line, by shape: texts may not import a higher layer that has their types. */

export interface UndoneKindLine {
  readonly records: ImportedKind;
  readonly removed: number;
  readonly restored: number;
  readonly stays: number;
  readonly because: readonly { readonly reason: PreservedReason; readonly records: number }[];
}

export interface PreservedRecordLine extends ListedRecipient {
  readonly records: ImportedKind;
  readonly record: string;
  readonly reason: PreservedReason;
  readonly badges: readonly { readonly badge: string; readonly credential?: string | undefined }[];
}

export interface PastImportLine {
  readonly id: string;
  readonly actor: string;
  readonly begunAt: string;
  readonly undone?: { readonly at: string } | undefined;
  /** Absent for a program. */
  readonly by?: string | undefined;
  readonly files?:
    | readonly {
        readonly file: string;
        readonly created: number;
        readonly updated: number;
        readonly refused: number;
      }[]
    | undefined;
}

/** An option that a verb does not take so. */
export interface WrongOption {
  readonly verb: string;
  readonly option: string;
  readonly fault: 'unknown' | 'lacks-value' | 'takes-none';
}

/** What became of an erasure or a revocation that was done again. */
export type ReplayedActLine = (
  | { readonly kind: 'erased'; readonly person: string }
  | { readonly kind: 'revoked'; readonly credential: string }
) &
  (
    | { readonly outcome: 'done' | 'already' | 'unknown' }
    | { readonly outcome: 'failed'; readonly code: string }
  );

export interface Labelled extends ListedRecipient {
  readonly badge: string;
}

export interface ImportEntryLine {
  readonly kind: string;
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly reason: string;
  readonly fix: string;
}

export interface ImportVerdictLine {
  readonly file: string;
  readonly line: number;
  readonly differences: readonly {
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface ImportFileLine {
  readonly file: string;
  readonly lines?: number | undefined;
  /** Absent for a file that was read. */
  readonly why?: keyof typeof UNREAD | undefined;
}

export interface Sums {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Remarks on lines and files that were read. */
  readonly notices: number;
  /** Files and sheets that were not read. */
  readonly unread: number;
}

export interface Judged extends Labelled {
  readonly met: boolean;
  readonly findings: readonly { readonly missing: { readonly fr: string; readonly en: string } | null }[];
}

export interface CorrectionLine extends Labelled {
  readonly kind: 're-signed' | 'misstated' | 'revoked' | 'to-decide';
  readonly credential: string;
  readonly said?: readonly string[] | undefined;
  readonly willSay?: readonly string[] | undefined;
  readonly on?: string | undefined;
  readonly metToday?: boolean | undefined;
}

export interface IssueSums {
  readonly issued: number;
  readonly reissued?: number;
  /** Those of the remaining badges that could not be signed. */
  readonly failed?: number;
  readonly remaining: number;
}

export interface ErasedSums {
  /** Granted badges that were not signed yet. */
  readonly erasedAwards: number;
  readonly revokedCredentials: number;
}

export interface CorrectionSums {
  readonly reSigned: number;
  /** In a dry run those to sign again, otherwise those that changed before they were signed. */
  readonly misstated: number;
  /** Outdated badges that are revoked, and stay as they are. */
  readonly revoked: number;
  readonly toDecide: number;
  readonly dryRun: boolean;
}

export interface ListedTokenLine {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly state: 'active' | 'expired' | 'revoked';
  readonly expiresAt: string;
  readonly lastUsedOn?: string;
  readonly revokedAt?: string;
}
