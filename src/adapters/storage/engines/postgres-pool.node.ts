import { DatabaseError, Pool, type PoolClient, types } from 'pg';
import { DomainError } from '../../../domain/errors.ts';

/** Connections of one process. Every process has its own: count them against the server's `max_connections`. */
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const BIGINT_OID = 20;
/** Connection exceptions, too many connections, shut down or starting up:
 *  https://www.postgresql.org/docs/18/errcodes-appendix.html */
const LOST_CONNECTION = /^(08...|53300|57P..)$/;
/** What the server refuses to everybody until its operator has done something, by the same appendix. */
const UNUSABLE = [
  [/^25006$/, 'read-only'],
  [/^53100$/, 'full'],
  [/^58030$/, 'disk'],
  [/^XX00[12]$/, 'damaged'],
] as const;

/** The connections of one process. A connection that is lost, in use or not, ends what was asked on it and nothing else:
 *  the next query opens another. */
export function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'jalon',
    // The statements of a commit travel together, in one round trip.
    pipeline: true,
    types: {
      // Counts are bigint there, and never near the 2^53 that a number holds.
      getTypeParser: (oid, format) =>
        oid === BIGINT_OID ? Number : (types.getTypeParser(oid, format) as (value: string) => unknown),
    },
  });
  // The pool listens for the idle ones, and drops them.
  pool.on('error', () => {});
  // One that is in use says so itself: unheard, it would end the process. Whoever uses it is refused by its query.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** The same connections, whose refusals are `unavailable` where the database is not there, went away meanwhile, or lets
 *  nobody write. `place` is its host and name, for its operator. */
export function sayUnavailable(pool: Pool, place: string): Pick<Pool, 'connect' | 'options' | 'end'> {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((cause: unknown) => {
        throw new DomainError('unavailable', {}, { cause });
      });
      return withUnavailable(client, place);
    },
  };
}

/** Asks whether the server would take what is written now. */
export async function probePostgres(pool: Pick<Pool, 'connect'>, place: string): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('show transaction_read_only');
    if (rows[0]?.transaction_read_only === 'on') throw unavailable('read-only', place);
  } finally {
    client.release();
  }
}

/** What is used of a connection. */
function withUnavailable(client: PoolClient, place: string): PoolClient {
  const query = async (text: string, values?: unknown[]) => {
    try {
      return await client.query(text, values);
    } catch (error) {
      throw toUnavailable(error, place);
    }
  };
  return {
    query,
    release: (error?: Error | boolean) => client.release(error),
  } as unknown as PoolClient;
}

function toUnavailable(error: unknown, place: string): unknown {
  if (isLost(error)) return new DomainError('unavailable', {}, { cause: error });
  const code = error instanceof DatabaseError ? (error.code ?? '') : '';
  const because = UNUSABLE.find(([pattern]) => pattern.test(code))?.[1];
  return because ? unavailable(because, place, error) : error;
}

function unavailable(because: string, place: string, cause?: unknown): DomainError {
  const unusable = new DomainError('database-unusable', { because, file: place }, { cause });
  return new DomainError('unavailable', {}, { cause: unusable });
}

/** What pg itself says of a connection that ended has no code, and no class of its own. */
function isLost(error: unknown): boolean {
  if (error instanceof DatabaseError) return LOST_CONNECTION.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || /^Connection terminated|not queryable$/.test(error.message);
}
