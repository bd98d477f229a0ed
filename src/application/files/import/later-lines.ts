/** Days on which a line holds roles at a school. They are stored in twelve bytes. */
export interface Span {
  readonly place: string;
  /** One bit for each role that only one person may hold. */
  readonly bits: number;
  /** Day numbers, both ends included. */
  readonly from: number;
  readonly to: number;
}

/** The last good line of each key, with its span. Keys are stored as 53-bit hashes in flat arrays outside the
 *  JavaScript heap: 24 bytes a slot, with at most three slots in four used, so 32 to 64 bytes a key whatever
 *  its length (100,000 lines: 3 to 6 MB). For a file of 100,000 lines, the chance that two keys share a hash
 *  is about one in two million. */
export interface LastLines {
  /** Lines must be given in ascending order. */
  remember(key: string, line: number, span?: Span): void;
  /** The last good line with the key, or 0 where there is none. */
  lastLineOf(key: string): number;
  /** Whether the last line of the key holds one of these roles at this place on one of these days. */
  meets(key: string, span: Span): boolean;
}

const FIRST_CAPACITY = 1024;
const NUMBERS_PER_SPAN = 3;

interface Slots {
  readonly hashes: Float64Array;
  readonly lines: Uint32Array;
  /** Three numbers for each slot: place and bits, first day, last day. */
  readonly spans: Int32Array;
}

export function makeLastLines(): LastLines {
  let slots = makeSlots(FIRST_CAPACITY);
  let taken = 0;
  return {
    remember(key, line, span) {
      if ((taken + 1) * 4 > slots.lines.length * 3) slots = grow(slots);
      const hash = hashOf(key);
      const slot = slotOf(slots, hash);
      if (slots.lines[slot] === 0) taken += 1;
      slots.hashes[slot] = hash;
      slots.lines[slot] = line;
      slots.spans.set(span ? [tagOf(span), span.from, span.to] : [0, 0, 0], slot * NUMBERS_PER_SPAN);
    },
    lastLineOf: (key) => slots.lines[slotOf(slots, hashOf(key))] ?? 0,
    meets(key, span) {
      const slot = slotOf(slots, hashOf(key));
      const [tag = 0, from = 0, to = 0] = slots.spans.subarray(
        slot * NUMBERS_PER_SPAN,
        (slot + 1) * NUMBERS_PER_SPAN,
      );
      const wanted = tagOf(span);
      const isSamePlace = tag >> 2 === wanted >> 2;
      return isSamePlace && (tag & wanted & 3) !== 0 && from <= span.to && to >= span.from;
    },
  };
}

/** Place and bits in one number: thirty bits for the hash of the place, two for the roles. */
function tagOf({ place, bits }: Span): number {
  return ((hashOf(place) % 0x3fffffff) << 2) | bits;
}

function makeSlots(capacity: number): Slots {
  return {
    hashes: new Float64Array(capacity),
    lines: new Uint32Array(capacity),
    spans: new Int32Array(capacity * NUMBERS_PER_SPAN),
  };
}

/** The slot of the hash, or the free slot where it belongs (open addressing; the capacity is a power of
 *  two). */
function slotOf({ hashes, lines }: Slots, hash: number): number {
  const mask = lines.length - 1;
  let slot = hash % lines.length;
  while (lines[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

function grow(old: Slots): Slots {
  const slots = makeSlots(old.lines.length * 2);
  for (let from = 0; from < old.lines.length; from += 1) {
    if (old.lines[from] === 0) continue;
    const to = slotOf(slots, old.hashes[from] ?? 0);
    slots.hashes[to] = old.hashes[from] ?? 0;
    slots.lines[to] = old.lines[from] ?? 0;
    slots.spans.set(
      old.spans.subarray(from * NUMBERS_PER_SPAN, (from + 1) * NUMBERS_PER_SPAN),
      to * NUMBERS_PER_SPAN,
    );
  }
  return slots;
}

/** A hash of 53 bits, from two multiplicative hashes of 32 bits with Murmur3's final mixing. It distinguishes
 *  the keys of a file, but does not resist someone who makes two keys collide on purpose. */
function hashOf(text: string): number {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0xcc9e2d51);
    high = Math.imul(high ^ unit, 0x1b873593);
    low = (low << 15) | (low >>> 17);
    high = (high << 13) | (high >>> 19);
  }
  return (mix(high ^ text.length) & 0x1fffff) * 0x100000000 + mix(low ^ text.length);
}

function mix(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
