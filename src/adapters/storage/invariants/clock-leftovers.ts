import { type RawBuilder, sql } from 'kysely';
import type { InvariantReader } from '../../../application/store/invariant-reader.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import { firstAhead } from '../../../domain/time/clock-skew.ts';
import type { Queries } from '../commit/change-writer.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';
import { is } from './badge-conditions.ts';
import { type InvariantCheck, isAhead, notAhead } from './check.ts';

/** What the service writes by itself, and how it is cleared if a wrong clock dated it ahead. What is computed again is
 *  deleted. What states that something was done gets the present instant. What is signed or sealed is marked. */
interface LeftoverCheck extends InvariantCheck {
  readonly treatment: 'delete' | 'restate' | 'mark';
  readonly columns: readonly string[];
}

function leftover<Table extends keyof Tables>(
  treatment: LeftoverCheck['treatment'],
  from: Table,
  ...[key, ...columns]: readonly (keyof Tables[Table] & string)[] & {
    readonly 0: keyof Tables[Table] & string;
  }
): LeftoverCheck {
  const unmarked = treatment === 'mark' && { only: is('it.wrong_clock_at is null') };
  return { ...notAhead(from, key, ...columns), ...unmarked, treatment, columns, isLeftover: true };
}

export const LEFTOVER_CHECKS: readonly LeftoverCheck[] = [
  leftover('delete', 'establishment_coverage', 'uai', 'measured_at'),
  leftover('delete', 'coverage_on_day', 'uai', 'measured_at'),
  leftover('delete', 'retention_notice', 'person_id', 'announced_on'),
  leftover('delete', 'invariant_answer', 'invariant', 'begun_at', 'looked_at'),
  leftover('delete', 'lived_day', 'day', 'day'),
  leftover('delete', 'session', 'id', 'created_at', 'seen_at'),
  leftover('delete', 'job', 'id', 'made_at', 'finished_at', 'claimed_at', 'failure_at', 'moved_at'),
  leftover('restate', 'outbox', 'id', 'created_at', 'claimed_at', 'done_at'),
  leftover('restate', 'mail', 'id', 'created_at', 'closed_at'),
  leftover(
    'restate',
    ...(['confirmation_request', 'engagement_reference', 'requested_at'] as const),
    ...(['first_reminder_at', 'second_reminder_at'] as const),
  ),
  leftover('restate', 'engagement_request', 'reference', 'since'),
  leftover('restate', 'credential', 'id', 'reminded_at'),
  leftover('mark', 'log_checkpoint', 'day', 'signed_at', 'day'),
  leftover('mark', 'audit_checkpoint', 'day', 'signed_at', 'day'),
  leftover('mark', 'audit', 'subject', 'at'),
];

/** A job that is not finished goes on at once, and no signed state is marked before a later one replaces it. */
const MAY_CLEAR: { readonly [Table in keyof Tables]?: (ahead: Instant) => RawBuilder<unknown> } = {
  job: () => is('it.finished_at is not null'),
  log_checkpoint: superseded('log_checkpoint'),
  audit_checkpoint: superseded('audit_checkpoint'),
};

function superseded(table: 'log_checkpoint' | 'audit_checkpoint') {
  return (ahead: Instant) =>
    sql`exists (select 1 from ${sql.table(table)} as own where own.signed_at <= ${ahead} and own.size >= it.size)`;
}

function rowsOf({ from, only, columns }: LeftoverCheck, ahead: Instant): RawBuilder<unknown> {
  return sql`${sql.table(from)} as it where ${isAhead(columns, ahead)} and ${only ?? is('1 = 1')}`;
}

export function countLeftovers({ db }: Database): InvariantReader['countClockLeftovers'] {
  return async (now) => {
    const counts: { table: string; rows: number }[] = [];
    for (const check of LEFTOVER_CHECKS) {
      const found = sql<{
        rows: number | string;
      }>`select count(*) as rows from ${rowsOf(check, firstAhead(now))}`;
      const rows = Number((await found.execute(db)).rows[0]?.rows ?? 0);
      if (rows > 0) counts.push({ table: check.from, rows });
    }
    return counts;
  };
}

/** Clears each kind of rows by its treatment. */
export function clearLeftovers({ db }: Database, at: Instant): Queries {
  const ahead = firstAhead(at);
  return LEFTOVER_CHECKS.map((check) => {
    const { from, treatment, columns } = check;
    const may = MAY_CLEAR[from]?.(ahead) ?? is('1 = 1');
    const where = sql`where ${isAhead(columns, ahead)} and ${check.only ?? is('1 = 1')} and ${may}`;
    const table = sql`${sql.table(from)} as it`;
    if (treatment === 'delete') return sql`delete from ${table} ${where}`.compile(db);
    if (treatment === 'mark') return sql`update ${table} set wrong_clock_at = ${at} ${where}`.compile(db);
    const restated = columns.map((column) => {
      const name = sql.ref(column);
      return sql`${name} = case when ${name} > ${ahead} then ${at} else ${name} end`;
    });
    return sql`update ${table} set ${sql.join(restated)} ${where}`.compile(db);
  });
}
