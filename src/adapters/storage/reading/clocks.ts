import { type RawBuilder, sql } from 'kysely';
import type { ClockReader } from '../../../application/store/clock-reader.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { withoutNulls } from '../tables/columns.ts';

/** Reads instants only, to compare them: no stored value comes from the database's clock. */
export function makeClockReader({ db, capabilities }: Database): ClockReader {
  const serverAt: RawBuilder<string | null> = capabilities.serverClock ?? sql<null>`null`;
  return {
    async readClocks() {
      const found = await db
        .selectNoFrom((eb) => [
          eb
            .selectFrom('credential')
            .select((all) => all.fn.max('valid_from').as('at'))
            .as('signed_at'),
          serverAt.as('server_at'),
        ])
        .executeTakeFirstOrThrow();
      const { signed_at, server_at } = found as { signed_at: Instant | null; server_at: Instant | null };
      return withoutNulls({ signedAt: signed_at, serverAt: server_at });
    },
  };
}
