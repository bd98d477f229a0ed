/** Limits the bytes of bodies that are being read or processed at once. */
export interface BodyBudget {
  /** Reserves bytes until the answer is given. Returns a function that releases them, or names the share that
   *  is full. */
  take(client: string, bytes: number): (() => void) | 'caller-full' | 'all-full';
  heldBytes(): number;
}

/** Small bodies have a share of their own, so that large uploads cannot keep them out. */
const SMALL_BYTES = 65_536;
const SMALL_SHARE = 1 / 8;
/** The part of each share that one caller may use. */
const CALLER_SHARE = 5 / 8;

/** A body counts with its announced length, before any of it is read: a refused body has taken no memory. */
export function makeBodyBudget(totalBytes: number): BodyBudget {
  const small = makeShare(totalBytes * SMALL_SHARE);
  const great = makeShare(totalBytes);
  return {
    take: (client, bytes) => (bytes <= SMALL_BYTES ? small : great).take(client, bytes),
    heldBytes: () => small.heldBytes() + great.heldBytes(),
  };
}

function makeShare(totalBytes: number): BodyBudget {
  const byClient = new Map<string, number>();
  let held = 0;
  const heldBy = (client: string) => byClient.get(client) ?? 0;
  const giveBack = (client: string, bytes: number) => {
    held -= bytes;
    const left = heldBy(client) - bytes;
    if (left > 0) byClient.set(client, left);
    else byClient.delete(client);
  };
  return {
    take(client, bytes) {
      if (heldBy(client) + bytes > totalBytes * CALLER_SHARE) return 'caller-full';
      if (held + bytes > totalBytes) return 'all-full';
      held += bytes;
      byClient.set(client, heldBy(client) + bytes);
      return () => giveBack(client, bytes);
    },
    heldBytes: () => held,
  };
}
