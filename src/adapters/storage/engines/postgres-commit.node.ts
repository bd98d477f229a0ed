import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import { DomainError } from '../../../domain/errors.ts';
import type { Engine } from '../commit/store.ts';
import { joinInserts, type Statement } from './pack-rows.ts';
import { announce } from './postgres-listener.node.ts';
import type { ConnectionPool, PostgresConnection } from './postgres-pool.node.ts';

type Commit = Engine['commit'];

/** How often a commit is tried when concurrent commits win; each time, one of those succeeded. */
const ATTEMPTS = 30;
const LONGEST_WAIT_MS = 60;
/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const INTEGRITY_CONSTRAINT_VIOLATION_CLASS = '23';

/** Runs all of the statements or none. With REPEATABLE READ, PostgreSQL refuses to write a row that another
 *  transaction has written since this one began. A repeatable commit is then tried again on the new state, as if
 *  it had waited: each of its preconditions concerns a row that the same commit writes (ADR 6). Any other is refused
 *  with `store-conflict`, because sending it again would overwrite what the other one wrote. */
export function makePostgresCommit(pool: ConnectionPool): Commit {
  return (queries, { repeatable, beginsWork }) =>
    inTurn(repeatable ? ATTEMPTS : 1, async () => {
      const client = await pool.connect();
      try {
        await sendTogether(client, [
          'BEGIN ISOLATION LEVEL REPEATABLE READ',
          ...joinInserts(queries),
          announce(beginsWork),
          'COMMIT',
        ]);
        client.release();
      } catch (error) {
        // After a statement that PostgreSQL refused, the connection is still usable: COMMIT has rolled the
        // transaction back.
        client.release(error instanceof DatabaseError ? undefined : true);
        throw error;
      }
    });
}

/** Sends all statements in one round trip. The first refusal is the cause, because PostgreSQL skips the
 *  statements after it. */
async function sendTogether(
  client: PostgresConnection,
  queries: readonly (string | Statement)[],
): Promise<void> {
  const sent = queries.map((query) =>
    typeof query === 'string' ? client.query(query) : client.query(query.sql, [...query.parameters]),
  );
  const refused = (await Promise.allSettled(sent)).find((result) => result.status === 'rejected');
  if (refused) throw refused.reason;
}

async function inTurn(attempts: number, attempt: () => Promise<void>): Promise<void> {
  for (let attemptsLeft = attempts; ; attemptsLeft -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isOvertaken(error) || attemptsLeft === 1) throw toConflict(error);
      await wait(randomInt(LONGEST_WAIT_MS));
    }
  }
}

function isOvertaken(error: unknown): boolean {
  return (
    error instanceof DatabaseError &&
    (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED)
  );
}

/** Turns a broken constraint, or a commit that was tried too often, into `store-conflict`; other errors stay
 *  as they are. */
function toConflict(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const isConflict = isOvertaken(error) || error.code?.startsWith(INTEGRITY_CONSTRAINT_VIOLATION_CLASS);
  if (!isConflict) return error;
  // A broken NOT NULL names a column and no constraint.
  const constraint = error.constraint ?? error.column ?? error.code ?? '';
  return new DomainError('store-conflict', { constraint }, { cause: error });
}
