import { type Caller, makeFairShares } from '#open-badges/fetching';
import type { IncomingBody } from '../env.ts';

/** Small bodies have a share of their own, so that large uploads cannot keep them out. */
const SMALL_BYTES = 65_536;
const SMALL_SHARE = 1 / 8;

/** Limits the bytes of bodies that are being read or processed at once. */
interface BodyBudget {
  /** Reserves bytes until the answer is given. If there is no room, bodies on their way are cut off, of the caller who
   *  holds most. Returns a function that releases the bytes. Undefined if it is this caller who holds most, or if what
   *  the other holds has already arrived. */
  take(caller: Caller, bytes: number, body: IncomingBody): (() => void) | undefined;
  heldBytes(): number;
}

/** A body counts with its announced length, before any of it is read: a refused body has taken no memory. `onFull` is
 *  called each time that there is no room. */
export function makeBodyBudget(totalBytes: number, onFull: () => void): BodyBudget {
  const small = makeShare(totalBytes * SMALL_SHARE, onFull);
  const great = makeShare(totalBytes, onFull);
  return {
    take: (caller, bytes, body) => (bytes <= SMALL_BYTES ? small : great).take(caller, bytes, body),
    heldBytes: () => small.heldBytes() + great.heldBytes(),
  };
}

function makeShare(totalBytes: number, onFull: () => void): BodyBudget {
  const held = makeFairShares<IncomingBody>();
  return {
    take(caller, bytes, body) {
      if (held.total() + bytes > totalBytes) onFull();
      while (held.total() + bytes > totalBytes) {
        const lost = held.fullestBeyond(caller, bytes)?.findLast((one) => !one.hasArrived());
        if (!lost) return undefined;
        held.remove(lost);
        lost.cutOff();
      }
      // The same body may be named by several requests, so that each gets an item of its own.
      const item: IncomingBody = { hasArrived: body.hasArrived, cutOff: body.cutOff };
      held.add(caller, item, bytes);
      return () => held.remove(item);
    },
    heldBytes: held.total,
  };
}
