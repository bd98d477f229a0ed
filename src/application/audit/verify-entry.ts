import type { StoredAuditEntry } from '../../domain/audit/entry.ts';
import { digestOfDetails, digestOfEntry } from '../../issuing/audit-leaf.ts';

/** What is wrong with the chain of the audit, and with which line: the number that the page shows. */
export interface AuditError {
  readonly kind: /** The line's content is not what its digest says. */
    | 'changed'
    /** The details are not what their digest says. */
    | 'details-changed'
    /** The details are gone, and no one was erased since. */
    | 'details-gone'
    /** Another line than the sealed one stands in this place. */
    | 'not-as-sealed'
    /** The line is gone, and its time was not over. */
    | 'deleted'
    /** The line stands in a place that was never sealed. */
    | 'added'
    /** A tile lacks the hashes of this line and those after it, or a higher one differs from it. */
    | 'tile'
    /** The signed state after this line is not that of the chain. */
    | 'checkpoint'
    /** No key of the service signed the state after this line. */
    | 'not-signed'
    /** The chain ends before this line, which a signed state includes. */
    | 'cut'
    /** Lines up to this one were let go earlier than the signed states allow. */
    | 'let-go-early';
  /** From 1. Of a line that waits: the number of sealed lines and its place among those that wait. */
  readonly line: number;
}

export const MOST_FAULTS = 100;

/** What a walk has found so far. */
export interface Walk {
  readonly faults: AuditError[];
  withoutDetails: number;
  fault(kind: AuditError['kind'], line: number): void;
}

export function beginWalk(): Walk {
  const faults: AuditError[] = [];
  return {
    faults,
    withoutDetails: 0,
    fault: (kind, line) => {
      if (faults.length < MOST_FAULTS) faults.push({ kind, line });
    },
  };
}

interface Judged {
  readonly line: StoredAuditEntry;
  readonly number: number;
  /** Whether a person was erased since. */
  readonly mayLackDetails: boolean;
}

/** The line's content, and its details as far as they are still there. */
export function judgeContent(walk: Walk, { line, number, mayLackDetails }: Judged): void {
  const { details, detailsSalt = '', detailsDigest } = line;
  if (digestOfEntry(line) !== line.digest) walk.fault('changed', number);
  else if (details) {
    if (digestOfDetails(details, detailsSalt) !== detailsDigest) walk.fault('details-changed', number);
  } else if (detailsDigest !== undefined) {
    if (!mayLackDetails) walk.fault('details-gone', number);
    walk.withoutDetails += 1;
  }
}
