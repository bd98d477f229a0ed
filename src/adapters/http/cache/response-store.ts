/** A thing that takes memory under a name. */
export interface Shelved {
  readonly key: string;
  sizeBytes(): number;
}

/** Things by their name, within a total number of bytes: the oldest make room for new ones. */
export interface ResponseStore<Thing extends Shelved> {
  get(key: string): Thing | undefined;
  put(thing: Thing): void;
  /** Removes this very thing; another thing with the same name stays. */
  remove(thing: Thing): void;
  /** Must be called when a thing on the shelf has grown. */
  grew(thing: Thing): void;
  /** Removes every thing that is not wanted. */
  sort(isWanted: (thing: Thing) => boolean): void;
  heldBytes(): number;
}

export function makeResponseStore<Thing extends Shelved>(maxBytes: number): ResponseStore<Thing> {
  // A map keeps the order in which its entries were set.
  const things = new Map<string, { readonly thing: Thing; readonly bytes: number }>();
  let held = 0;

  const remove = (thing: Thing) => {
    const placed = things.get(thing.key);
    if (placed?.thing !== thing) return;
    things.delete(thing.key);
    held -= placed.bytes;
  };
  const place = (thing: Thing) => {
    const bytes = thing.sizeBytes();
    things.set(thing.key, { thing, bytes });
    held += bytes;
    for (const placed of things.values()) {
      if (held <= maxBytes) return;
      remove(placed.thing);
    }
  };
  const takeAway = (key: string) => {
    const placed = things.get(key);
    if (placed) remove(placed.thing);
  };

  return {
    get: (key) => things.get(key)?.thing,
    put(thing) {
      takeAway(thing.key);
      place(thing);
    },
    remove,
    grew(thing) {
      const placed = things.get(thing.key);
      if (placed?.thing !== thing) return;
      held -= placed.bytes;
      place(thing);
    },
    sort(isWanted) {
      for (const { thing } of [...things.values()]) if (!isWanted(thing)) remove(thing);
    },
    heldBytes: () => held,
  };
}
