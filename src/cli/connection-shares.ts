import type { Socket } from 'node:net';
import { type Caller, makeFairShares } from '#open-badges/fetching';

/** How long a connection beyond the limit may last. */
export const SPARE_MS = 2000;

export interface Connection {
  readonly socket: Socket;
  /** Who holds it. Undefined for a connection of a proxy that waits for no answer. */
  caller: Caller | undefined;
  /** The number of answers that it waits for. */
  answers: number;
  /** When it began or was last asked for something, in milliseconds. */
  activeAt: number;
  /** Whether it stands beyond the limit. */
  isSpare: boolean;
  isHealthCheck: boolean;
}

/** The places of open connections. If they are all taken, a connection of the caller who holds most is closed. */
export interface ConnectionPlaces {
  /** Gives a new connection a place, or a spare one if its caller holds most. */
  open(socket: Socket, caller: Caller | undefined): Connection;
  find(socket: Socket): Connection | undefined;
  /** Moves a connection that is asked for something behind the others. */
  touch(one: Connection): void;
  /** Counts a connection for this caller from now on. */
  give(one: Connection, caller: Caller | undefined): void;
  /** Gives a spare connection a place, if there is one. Returns whether it has one now. */
  settle(one: Connection): boolean;
}

interface PlaceOptions {
  /** How many connections may be open. */
  readonly most: number;
  /** How many may be open beyond them, each for two seconds: a caller who holds as many as anybody can still ask
   *  something short, and a supervisor always learns whether the service lives. */
  readonly spares: number;
  /** Called each time that there are too many. */
  readonly onFull: () => void;
}

/** A connection of a proxy, before it is known for whom. */
const UNKNOWN: Caller = { network: 'unknown', address: 'unknown' };

export function makeConnectionPlaces({ most, spares, onFull }: PlaceOptions): ConnectionPlaces {
  const held = makeHeldConnections();
  return {
    open(socket, caller) {
      const one: Connection = {
        ...{ socket, caller, activeAt: performance.now() },
        ...{ answers: 0, isSpare: false, isHealthCheck: false },
      };
      socket.once('close', () => held.remove(one));
      if (!findRoom(one)) {
        if (held.spares() >= spares) close(held.findSpareLoser(caller));
        one.isSpare = true;
        setTimeout(endSpare, SPARE_MS, one).unref();
      }
      held.add(one);
      return one;
    },
    find: held.find,
    touch: held.touch,
    give(one, caller) {
      if (one.caller?.address !== caller?.address) held.change(one, { caller });
    },
    settle,
  };

  /** Whether there is room for a connection that has no place yet. Closes another one if that is needed. */
  function findRoom(one: Connection): boolean {
    if (held.places() < most) return true;
    onFull();
    return close(held.findLoser(one.caller));
  }

  function close(lost: Connection | undefined): boolean {
    if (!lost) return false;
    held.remove(lost);
    lost.socket.destroy();
    return true;
  }

  function endSpare(one: Connection): void {
    const isOpen = held.find(one.socket) === one;
    if (isOpen && !settle(one) && !(one.isHealthCheck && one.answers > 0)) close(one);
  }

  function settle(one: Connection): boolean {
    if (!one.isSpare) return true;
    if (!findRoom(one)) return false;
    held.change(one, { isSpare: false });
    return true;
  }
}

/** The open connections, and who holds them. */
function makeHeldConnections() {
  // Sorted by the time of the last change.
  const open = new Map<Socket, Connection>();
  const shares = makeFairShares<Connection>();
  const spares = makeFairShares<Connection>();
  const add = (one: Connection) => {
    open.set(one.socket, one);
    if (one.isSpare) spares.add(one.caller ?? UNKNOWN, one);
    else if (one.caller) shares.add(one.caller, one);
  };
  const remove = (one: Connection) => {
    open.delete(one.socket);
    shares.remove(one);
    spares.remove(one);
  };
  return {
    add,
    remove,
    /** Places a connection that is asked for something behind all others. */
    touch(one: Connection): void {
      open.delete(one.socket);
      open.set(one.socket, one);
      one.activeAt = performance.now();
    },
    /** Changes a connection and places it behind all others. */
    change(one: Connection, changed: Partial<Connection>): void {
      remove(one);
      add(Object.assign(one, changed));
    },
    find: (socket: Socket) => open.get(socket),
    spares: spares.total,
    /** The number of connections that are no spare ones. */
    places: () => open.size - spares.total(),
    /** A proxy's connection without a request costs nothing. Then comes one of the caller who holds most. If
     *  this caller does, only an idle one of its own is closed. */
    findLoser(caller: Caller | undefined): Connection | undefined {
      const now = performance.now();
      const own = caller ? shares.itemsOf(caller).filter((one) => isIdle(one, now)) : [];
      return (
        (caller ? undefined : findIdle(now)) ??
        firstToClose(shares.fullestBeyond(caller ?? UNKNOWN) ?? [], now) ??
        firstToClose(own, now)
      );
    },
    /** A spare connection of the caller who holds most of them, or else the oldest. */
    findSpareLoser(caller: Caller | undefined): Connection | undefined {
      const oldest = [...open.values()].find((one) => one.isSpare && !one.isHealthCheck);
      return spares.fullestBeyond(caller ?? UNKNOWN)?.[0] ?? oldest;
    },
  };

  /** The longest idle connection of a proxy. */
  function findIdle(now: number): Connection | undefined {
    for (const one of open.values()) {
      if (now - one.activeAt <= SPARE_MS) return undefined;
      if (one.caller === undefined && !one.isSpare && one.answers === 0) return one;
    }
    return undefined;
  }
}

/** Younger ones may be about to ask for something. */
function isIdle({ answers, activeAt }: Connection, now: number): boolean {
  return answers === 0 && now - activeAt > SPARE_MS;
}

/** The longest idle one, or else the one whose request takes longest, or else the oldest. */
function firstToClose(connections: readonly Connection[], now: number): Connection | undefined {
  const rankOf = (one: Connection) => (isIdle(one, now) ? 0 : one.answers > 0 ? 1 : 2);
  const before = (one: Connection, other: Connection) =>
    rankOf(one) - rankOf(other) || one.activeAt - other.activeAt;
  return connections.reduce<Connection | undefined>(
    (found, one) => (found && before(found, one) <= 0 ? found : one),
    undefined,
  );
}
