import { Socket } from 'node:net';
import { Client, DatabaseError } from 'pg';
import { DomainError } from '../../../domain/errors.ts';

const TICK_MS = 100;
/** The most that a tick counts. While this process is busy itself its time stands still, so that its own work is never
 *  taken for the silence of the database. */
const MOST_OF_TICK_MS = 300;
/** How long a query or the wait for a connection is pending before the database is probed. */
const SLOW_MS = 1400;
/** How long a probe may take. With the wait before it, a request is refused within three and a half seconds. */
const PROBE_MS = 2000;
/** How often the database is probed while it is silent. */
const RETRY_MS = 1000;

/** A server that starts up, shuts down or lost its connections runs no query. Any other refusal of a probe,
 *  such as a full connection table, comes from a server that answers those who are connected. */
const AWAY = /^(08|57P)/;
/** This machine has no file, memory or port left for the probe, which tells nothing about the database. */
const OWN = /^(EMFILE|ENFILE|ENOBUFS|ENOMEM|EADDRNOTAVAIL)$/;

/** Which of these backends work on a query, and the probe's own number. A pooler gives its clients other numbers, by
 *  which nothing can be found. */
const PROBE = `select pg_backend_pid() as own,
  array(select pid from pg_stat_activity where pid = any($1::int[]) and state is distinct from 'idle') as working`;

/** A query, or the wait for a connection. */
interface Pending {
  readonly since: number;
  /** The process of the server that works on it. */
  readonly backend: number | undefined;
  reject(error: DomainError): void;
}

export interface CircuitBreaker {
  /** Starts this work and waits for it. Throws `unavailable` at once while the database is silent, and as soon as it is
   *  found silent, or no longer at work on the query of this backend. */
  guard<Result>(work: () => Promise<Result>, backend?: number): Promise<Result>;
  /** How often connections were lost in silence. A connection opened before the last time may be dead. */
  losses(): number;
  close(): void;
}

/** Distinguishes a database that is silent or away from one that is slow. If something has been pending for `SLOW_MS`, or
 *  a connection was lost, it sends `PROBE` on a connection of its own. If no answer comes within `PROBE_MS`, everything
 *  that is pending is refused, and so is all that follows, until a probe is answered. If one comes, a query keeps its
 *  own limit as long as its backend works on it. If the connection is refused, what has been pending for so long is.
 *  `place` is the host and name of the database, for its operator. */
export function makeCircuitBreaker(url: string, place: string): CircuitBreaker {
  const pending = new Set<Pending>();
  const clock = { now: 0 };
  let tickedAt = 0;
  const probes = makeProbes(url, clock);
  let losses = 0;
  let ticking: NodeJS.Timeout | undefined;
  /** The cause while the database is silent. If it refuses connections, each query fails at once by itself. */
  let away: { readonly cause: unknown } | undefined;

  const refuse = (those: readonly Pending[], cause: unknown) => {
    losses += 1;
    for (const one of those) {
      pending.delete(one);
      one.reject(new DomainError('unavailable', {}, { cause }));
    }
  };
  const silence = () => new DomainError('database-unusable', { because: 'silent', file: place });
  const conclude: Conclude = (isWorking, cause = silence()) => {
    away = isWorking ? undefined : { cause };
    // What began shortly before the probe may not have reached the server yet.
    const isLost = ({ since, backend }: Pending) =>
      !isWorking || (backend !== undefined && probes.sentAt() - since >= SLOW_MS && !isWorking(backend));
    const lost = [...pending].filter(isLost);
    if (!isWorking || lost.length > 0) refuse(lost, cause);
  };
  const probe = () =>
    probes.send(
      [...pending].flatMap(({ backend }) => backend ?? []),
      conclude,
    );
  const tick = () => {
    const at = performance.now();
    clock.now += Math.min(at - tickedAt, MOST_OF_TICK_MS);
    tickedAt = at;
    probes.endLate();
    // The set has the order of their beginnings.
    const [oldest] = pending;
    const isSlow = oldest !== undefined && clock.now - Math.max(oldest.since, probes.sentAt()) >= SLOW_MS;
    if (isSlow || (away && clock.now - probes.sentAt() >= RETRY_MS)) probe();
    if (oldest === undefined && !away && !probes.isUnderway()) stop();
  };
  const start = () => {
    tickedAt = performance.now();
    ticking = setInterval(tick, TICK_MS).unref();
  };
  const stop = () => {
    clearInterval(ticking);
    ticking = undefined;
  };

  return {
    losses: () => losses,
    guard: async (work, backend) => {
      if (away) throw new DomainError('unavailable', {}, away);
      if (!ticking) start();
      return new Promise((resolve, reject) => {
        const one = { since: clock.now, backend, reject };
        pending.add(one);
        work()
          .catch((error: unknown) => {
            if (pending.has(one) && !(error instanceof DatabaseError)) probe();
            throw error;
          })
          .finally(() => pending.delete(one))
          .then(resolve, reject);
      });
    },
    close() {
      stop();
      probes.abandon();
    },
  };
}

/** Called once a probe ended: with what says of a backend whether it works, and the cause if none does; with neither if
 *  the server was silent. */
type Conclude = (isWorking: ((backend: number) => boolean) | undefined, cause?: unknown) => void;

/** At most one probe at a time, which ends in time. */
function makeProbes(url: string, clock: { readonly now: number }) {
  let sentAt = Number.NEGATIVE_INFINITY;
  let underway: { abandon(): void; readonly conclude: Conclude } | undefined;
  const abandon = () => {
    underway?.abandon();
    underway = undefined;
  };
  return {
    sentAt: () => sentAt,
    isUnderway: () => underway !== undefined,
    abandon,
    endLate() {
      if (clock.now - sentAt < PROBE_MS) return;
      const late = underway;
      abandon();
      late?.conclude(undefined);
    },
    send(backends: readonly number[], conclude: Conclude) {
      if (underway) return;
      sentAt = clock.now;
      const sent = sendProbe(url, backends);
      const mine = { conclude, abandon: sent.abandon };
      underway = mine;
      const end: Conclude = (isWorking, cause) => {
        if (underway !== mine) return;
        underway = undefined;
        conclude(isWorking, cause);
      };
      sent.answer.then(end, (error: unknown) => end(() => provesNothing(error), error));
    },
  };
}

/** Whether the queries that are pending may still be answered, although this probe was not. */
function provesNothing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof DatabaseError ? !AWAY.test(code) : OWN.test(code);
}

/** Asks on a new connection. Resolves with a function that says of each of these backends whether it works. */
function sendProbe(url: string, backends: readonly number[]) {
  const socket = new Socket();
  const client = new Client({
    connectionString: url,
    application_name: 'jalon probe',
    stream: () => socket,
  });
  client.on('error', () => {});
  const ask = async () => {
    await client.connect();
    const { rows } = await client.query<{ own: number; working: readonly number[] }>(PROBE, [backends]);
    void client.end().catch(() => {});
    const [{ own, working } = { own: 0, working: backends }] = rows;
    const { processID } = client as { readonly processID?: unknown };
    return (backend: number) => processID !== own || working.includes(backend);
  };
  return { answer: ask(), abandon: () => void socket.destroy() };
}
