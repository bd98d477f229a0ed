import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** The channel on which each commit is announced, in the transaction that makes it. */
const COMMIT_CHANNEL = 'jalon_commit';
/** What is announced with a commit that begins work for the timer. */
const WORK = 'work';
const BEAT_MS = 250;
/** How old the last look at the database may be for what is kept to be given without another one. */
const CURRENT_MS = 1000;
/** No one is waited for without end: a connection that is silent for longer is opened again. */
const SILENCE_MS = 5000;
/** After this time without a question, the heart rests until the next one. */
const UNASKED_MS = 5000;
const RETRY_MS = 1000;

/** The transactions that a query sees now. Two equal texts mean that nothing was committed in between:
 *  https://www.postgresql.org/docs/18/functions-info.html#FUNCTIONS-INFO-SNAPSHOT */
const SNAPSHOT = 'select pg_current_snapshot()::text as snapshot';

/** The statement that announces a commit. It belongs into the transaction, so that it is sent if and only if
 *  the transaction is committed. */
export function announce(beginsWork: boolean): string {
  return beginsWork ? `NOTIFY ${COMMIT_CHANNEL}, '${WORK}'` : `NOTIFY ${COMMIT_CHANNEL}`;
}

export interface PostgresListener {
  /** Whether every commit of a second ago, in any process, has been told by `changed`. */
  isCurrent(): boolean;
  close(): Promise<void>;
}

interface ListenerEvents {
  /** Something may have been committed since the last call. */
  changed(): void;
  /** A process has committed work for the timer. */
  workBegan(): void;
}

/** Listens to the commits of all processes on a connection of its own, and opens it again where it is lost.
 *  Announcements come at once, but prove nothing by their absence: a pooler may swallow them. So the listener
 *  also looks four times a second, on the same connection, which transactions a query sees; another set of them
 *  counts as a change, and the time at which the last look was sent says how current this process is. */
export function listenToPostgres(url: string, reported: ListenerEvents): PostgresListener {
  const closing = new AbortController();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let requestedAt = Number.NEGATIVE_INFINITY;
  let beginToLook = () => {};

  const listening = keepListening();
  return {
    isCurrent() {
      const now = performance.now();
      requestedAt = now;
      beginToLook();
      return now - lookedAt < CURRENT_MS;
    },
    async close() {
      closing.abort();
      beginToLook();
      await listening;
    },
  };

  async function keepListening(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await listenOnce();
      } catch {
        // Until the connection is back, every question is a query, whose failure is reported.
      }
      lookedAt = Number.NEGATIVE_INFINITY;
      await wait(RETRY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  }

  async function listenOnce(): Promise<void> {
    const opened = new Client({
      connectionString: url,
      application_name: 'jalon listener',
      keepAlive: true,
      connectionTimeoutMillis: SILENCE_MS,
      query_timeout: SILENCE_MS,
    });
    let isLost = false;
    opened.on('error', () => {
      isLost = true;
      beginToLook();
    });
    opened.on('notification', ({ payload }) => {
      reported.changed();
      if (payload === WORK) reported.workBegan();
    });
    try {
      await opened.connect();
      await opened.query(`LISTEN ${COMMIT_CHANNEL}`);
      // What was announced before is unknown.
      reported.changed();
      let seen: unknown;
      while (!isLost && !closing.signal.aborted) {
        const sentAt = performance.now();
        const { rows } = await opened.query(SNAPSHOT);
        if (rows[0]?.snapshot !== seen) reported.changed();
        seen = rows[0]?.snapshot;
        lookedAt = sentAt;
        await rest();
      }
    } finally {
      await opened.end().catch(() => {});
    }
  }

  /** Waits for the next look: a quarter of a second, or until someone asks after a long time. */
  async function rest(): Promise<void> {
    await wait(BEAT_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    if (performance.now() - requestedAt < UNASKED_MS) return;
    await new Promise<void>((resolve) => {
      beginToLook = resolve;
      if (closing.signal.aborted) resolve();
    });
    beginToLook = () => {};
  }
}
