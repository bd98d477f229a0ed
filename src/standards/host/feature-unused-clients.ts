import { type Instant, secondsAfter } from '../../domain/time/calendar.ts';

/** The most clients to which no one has granted anything yet. Anybody may register one. */
export const MOST_UNUSED_CLIENTS = 1000;
/** The time in which a person is asked to grant a new client something. */
const WAITING_SECONDS = 3600;

/** A client to which no one has granted anything. */
export interface UnusedClient {
  readonly id: string;
  readonly registeredAt: Instant;
  /** A digest of the network from which it registered; absent if this is not known. */
  readonly network?: string;
}

/** The clients that make room for one more; none if there is room. The oldest goes that waited for an hour.
 *  Where none did, the oldest of the network with the most goes: whoever registers many makes room with their
 *  own, and a registration is never refused. */
export function clientsToDrop(unused: readonly UnusedClient[], now: Instant): readonly string[] {
  const left = unused.toSorted((one, other) => (one.registeredAt < other.registeredAt ? -1 : 1));
  const dropped: string[] = [];
  while (left.length >= MOST_UNUSED_CLIENTS) {
    const at = placeToDrop(left, secondsAfter(now, -WAITING_SECONDS));
    for (const { id } of left.splice(at, 1)) dropped.push(id);
  }
  return dropped;
}

/** The place among clients in the order of their registration. */
function placeToDrop(clients: readonly UnusedClient[], longAgo: Instant): number {
  if ((clients[0]?.registeredAt ?? longAgo) < longAgo) return 0;
  const counts = new Map<string | undefined, number>();
  for (const { network } of clients) counts.set(network, (counts.get(network) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return clients.findIndex(({ network }) => counts.get(network) === most);
}
