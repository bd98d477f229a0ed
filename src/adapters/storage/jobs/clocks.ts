import { type RawBuilder, sql } from 'kysely';
import type { ClockReader } from '../../../application/store/service-readers.ts';
import type { Instant, LocalDate } from '../../../domain/time/calendar.ts';
import { withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';

/** The most lived days that are read: more than any deletion waits for. */
const MOST_DAYS = 100;

interface Clocks {
  readonly signed_at: Instant | null;
  readonly audited_at: Instant | null;
  readonly logged_at: Instant | null;
  readonly server_at: Instant | null;
  readonly lived_on: LocalDate | null;
}

/** Reads instants only, to compare them: no stored value comes from the database's clock. */
export function makeClockReader({ db, capabilities }: Database): ClockReader {
  const serverAt: RawBuilder<string | null> = capabilities.serverClock ?? sql<null>`null`;
  return {
    async readClocks(recordsUntil) {
      const found = await db
        .selectNoFrom((eb) => [
          eb
            .selectFrom('credential')
            .select((all) => all.fn.max('valid_from').as('at'))
            .as('signed_at'),
          eb
            .selectFrom('audit')
            .where('at', '<=', recordsUntil)
            .select((all) => all.fn.max('at').as('at'))
            .as('audited_at'),
          eb
            .selectFrom('log_checkpoint')
            .where('day', '<', recordsUntil as string as LocalDate)
            .select('signed_at')
            .orderBy('day', 'desc')
            .limit(1)
            .as('logged_at'),
          serverAt.as('server_at'),
          eb
            .selectFrom('lived_day')
            .select((all) => all.fn.max('day').as('day'))
            .as('lived_on'),
        ])
        .executeTakeFirstOrThrow();
      const { signed_at: signedAt, server_at: serverAtFound, lived_on: livedOn } = found as Clocks;
      const { audited_at: auditedAt, logged_at: loggedAt } = found as Clocks;
      const recordedAt = (auditedAt ?? '') > (loggedAt ?? '') ? auditedAt : loggedAt;
      return withoutNulls({ signedAt, serverAt: serverAtFound, livedOn, recordedAt });
    },
    async readLife() {
      const newest = db.selectFrom('lived_day').select('day').orderBy('day', 'desc').limit(MOST_DAYS);
      const days = (await newest.execute()).map(({ day }) => day).reverse();
      const row = await db.selectFrom('life').selectAll().executeTakeFirst();
      if (!row) return { days };
      const { home, mark, mark_before: before, marked_at: markedAt } = row;
      return { days, ...withoutNulls({ home, mark, before, markedAt }) };
    },
  };
}
