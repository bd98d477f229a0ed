import { type SqlBool, sql } from 'kysely';
import type { StoredInvariant } from '../../../domain/integrity/invariant.ts';
import { type Instant, localDateInParis } from '../../../domain/time/calendar.ts';
import type { Tables } from '../mapping/tables.ts';
import { ACTION, type Condition, is, none } from './badge-conditions.ts';

/** Rows of one table, called `it`, and the condition of those that contradict the invariant. The rows are looked
 *  at in the order of the key, which an index holds; rows of the same key are looked at together. */
export interface InvariantCheck {
  readonly from: keyof Tables;
  readonly key: string;
  /** Only these rows are looked at. */
  readonly only?: Condition;
  readonly wrong: Condition | ((now: Instant) => Condition);
  /** A column that says more. */
  readonly says?: string;
  /** Whether a wrong clock left such rows, so that `jalon clock clear` removes them. */
  readonly isLeftover?: boolean;
}

/** The invariants that are checked by comparing rows. */
export type RowInvariant = Exclude<StoredInvariant, 'log-gapless' | 'erased-gone'>;

/** Checks by their invariant. */
export type InvariantChecks = { readonly [Invariant in RowInvariant]?: readonly InvariantCheck[] };

/** Rows of a table whose action has a line in the audit. The subject is an expression on `it`. */
export function audited(
  from: keyof Tables,
  key: string,
  action: string,
  only?: string,
  subject = `it.${key}`,
): InvariantCheck {
  // In this form no index has the action. There are few lines about one subject, and as many as badges with one
  // action.
  const line = `audit.subject = ${subject} and ${ACTION} in ('${action}')`;
  const wrong = is(`not exists (select 1 from audit where ${line})`);
  return { from, key, wrong, ...(only && { only: is(only) }) };
}

/** Lines of the audit about an object that is never deleted. */
export function objectKnown(actions: string, table: keyof Tables, column: string, also = ''): InvariantCheck {
  const only = is(`it.action in (${actions})${also}`);
  return {
    from: 'audit',
    key: 'subject',
    only,
    wrong: is(none(table, column, 'it.subject')),
    says: 'action',
  };
}

/** Columns with the instant or day of something that was done: none of them may lie ahead. Ends, terms and days
 *  that people plan are no such columns. */
export function notAhead<Table extends keyof Tables>(
  from: Table,
  key: keyof Tables[Table] & string,
  ...columns: readonly (keyof Tables[Table] & string)[]
): InvariantCheck {
  return { from, key, wrong: (now) => isAhead(columns, now) };
}

/** Whether one of the instants, or one of the days, is later. */
export function isAhead(columns: readonly string[], now: Instant): Condition {
  const today = localDateInParis(now);
  const later = columns.map((column) => {
    const isInstant = /_at$|^at$|^since$|_from$/.test(column);
    return sql`${sql.ref(`it.${column}`)} > ${isInstant ? now : today}`;
  });
  return sql<SqlBool>`(${sql.join(later, sql` or `)})`;
}
