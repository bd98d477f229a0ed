import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { Taking } from '../../../application/store/work-leases.ts';
import type { Lease, Work } from '../../../domain/job/types.ts';
import { movedAway } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';

/** The columns of a row that no one has claimed. The counter stays, because it only rises. */
export const UNCLAIMED = { claimed_by: null, claimed_at: null } as const;

type Claimed = Pick<Tables['job'], 'claimed_by' | 'claim_count' | 'claimed_at'>;

/** The columns of a claim that the holder makes or raises. */
export function claimBy({ capabilities }: Database, by: string) {
  return {
    claimed_by: by,
    claim_count: sql<number>`claim_count + 1`,
    claimed_at: capabilities.leaseClock?.now ?? null,
  };
}

/** Whether no one has claimed the row, or its claim is one of those that have ended. In a database that was moved
 *  nothing is free: its work is done where it went. */
export function isFree({ db, capabilities }: Database, { ended }: Pick<Taking, 'ended'>) {
  return <DB, T extends keyof DB>(eb: ExpressionBuilder<DB, T>): ExpressionWrapper<DB, T, SqlBool> => {
    const row = eb as unknown as ExpressionBuilder<{ row: Claimed }, 'row'>;
    const free = row('claimed_by', 'is', null);
    const found =
      ended.length === 0 ? free : row.or([free, row(markOf(), 'in', capabilities.listOf(ended.map(toMark)))]);
    const here = capabilities.mayMove ? row.and([found, row.not(row.exists(movedAway({ db })))]) : found;
    return here as unknown as ExpressionWrapper<DB, T, SqlBool>;
  };
}

const markOf = () => sql<string>`claimed_by || ' ' || claim_count`;
const toMark = ({ by, count }: Lease) => `${by} ${count}`;

/** Raises the holder's claims on unfinished work. */
export function renewLeases(database: Database, work: Work, by: string) {
  const raised = database.db.updateTable(work).set(claimBy(database, by));
  return raised.where('claimed_by', '=', by).where(isUnfinished(work));
}

/** Whether the work of a row is unfinished. Literals are written out, because an engine uses a partial index
 *  only if it sees the condition itself. */
export function isUnfinished(work: Work) {
  switch (work) {
    case 'award':
      return sql<boolean>`signed = 0`;
    case 'job':
      return sql<boolean>`finished_at is null`;
    case 'outbox':
      return sql<boolean>`done_at is null`;
  }
}
