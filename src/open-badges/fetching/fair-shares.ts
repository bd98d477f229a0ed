/** Who shares in something scarce. An anonymous caller has the network that one subscriber or one rented range may hold, and
 *  an address in it. A caller whose session or token was found valid is a network of its own. */
export interface Caller {
  readonly network: string;
  readonly address: string;
}

/** The service itself, at its own work. */
export const SERVICE_ITSELF: Caller = { network: '', address: '' };

/** What callers hold of something scarce, in two levels: networks, and addresses in a network. */
export interface FairShares<Item> {
  /** Gives an item to a caller. It counts with its amount, 1 if none is named. An item is held once. */
  add(caller: Caller, item: Item, amount?: number): void;
  /** Takes an item back. Does nothing if it is not held. */
  remove(item: Item): void;
  /** The items of the address that holds most in the network that holds most, oldest first, if it holds more than this
   *  caller would hold with that amount more, or as much but was served later. Undefined if this caller holds most,
   *  and so loses itself. */
  fullestBeyond(caller: Caller, amount?: number): readonly Item[] | undefined;
  /** The items of one address, oldest first. */
  itemsOf(caller: Caller): readonly Item[];
  /** The first item of a caller who may have it. The callers take turns. The item stays where it is. */
  next(mayHave: (caller: Caller, item: Item) => boolean): Item | undefined;
  /** Notes that a caller has its turn without an item. */
  noteTurn(caller: Caller): void;
  /** The sum of all amounts. */
  total(): number;
}

interface Share {
  readonly name: string;
  total: number;
  /** A number that is higher the later it was served; 0 if that is not known. */
  servedAt: number;
}

interface AddressShare<Item> extends Share {
  /** Its name in the order of service. */
  readonly path: string;
  readonly caller: Caller;
  readonly items: Set<Item>;
}

interface NetworkShare<Item> extends Share {
  readonly path: string;
  readonly addresses: Map<string, AddressShare<Item>>;
}

/** Each step takes a time in proportion to the callers who hold something. */
export function makeFairShares<Item>(): FairShares<Item> {
  const served = makeServiceOrder();
  const { networks, find, add, remove, total } = makeHoldings<Item>(served);
  let isForNewcomers = false;

  return {
    add,
    remove,
    fullestBeyond(caller, amount = 1) {
      const withMore = (name: string, held: Share | undefined, path: string): Share => ({
        name,
        total: (held?.total ?? 0) + amount,
        servedAt: served.last(path),
      });
      const network = fullest(networks.values());
      const own = withMore(caller.network, networks.get(caller.network), caller.network);
      if (!network || (network.name !== own.name && !isFuller(network, own))) return undefined;
      const address = fullest(network.addresses.values());
      const ownAddress = withMore(caller.address, find(caller), pathOf(caller));
      const isLost = address && (network.name !== own.name || isFuller(address, ownAddress));
      return isLost ? [...address.items] : undefined;
    },
    itemsOf: (caller) => [...(find(caller)?.items ?? [])],
    next(mayHave) {
      // Every other time the caller who was served least recently has its turn, so that a newcomer does not wait
      // behind a crowd. The other times go round, so that a stream of newcomers keeps no caller out.
      isForNewcomers = !isForNewcomers;
      return inTurn(networks, ({ addresses }) =>
        inTurn(addresses, ({ caller, items }) => {
          const [item] = items;
          return item !== undefined && mayHave(caller, item) ? item : undefined;
        }),
      );
    },
    noteTurn(caller) {
      const network = networks.get(caller.network);
      const address = find(caller);
      const places = [served.note(caller.network), served.note(pathOf(caller))] as const;
      if (network) network.servedAt = places[0];
      if (address) address.servedAt = places[1];
    },
    total,
  };

  /** What is found in the first share that has something. This share then goes behind the others. */
  function inTurn<Held extends Share & { readonly path: string }>(
    shares: Map<string, Held>,
    find: (share: Held) => Item | undefined,
  ): Item | undefined {
    for (const share of isForNewcomers ? leastRecentFirst(shares) : shares.values()) {
      const found = find(share);
      if (found === undefined) continue;
      share.servedAt = served.note(share.path);
      shares.delete(share.name);
      shares.set(share.name, share);
      return found;
    }
    return undefined;
  }
}

/** The name of an address in the order of service. */
function pathOf({ network, address }: Caller): string {
  return `${network} ${address}`;
}

/** Who holds what. */
function makeHoldings<Item>(served: ServiceOrder) {
  const networks = new Map<string, NetworkShare<Item>>();
  const holdings = new Map<Item, { readonly caller: Caller; readonly amount: number }>();
  let total = 0;
  const empty = (name: string, path: string) => ({ name, path, total: 0, servedAt: served.last(path) });
  const find = ({ network, address }: Caller) => networks.get(network)?.addresses.get(address);
  const shareOf = (caller: Caller) => {
    const { network: name, address } = caller;
    const network = networks.get(name) ?? { ...empty(name, name), addresses: new Map() };
    const share = network.addresses.get(address) ?? {
      ...empty(address, pathOf(caller)),
      ...{ caller, items: new Set<Item>() },
    };
    networks.set(name, network);
    network.addresses.set(address, share);
    return [network, share] as const;
  };
  return {
    networks,
    find,
    add(caller: Caller, item: Item, amount = 1): void {
      const [network, address] = shareOf(caller);
      address.items.add(item);
      holdings.set(item, { caller, amount });
      network.total += amount;
      address.total += amount;
      total += amount;
    },
    remove(item: Item): void {
      const { caller, amount = 0 } = holdings.get(item) ?? {};
      if (!caller) return;
      const [network, address] = shareOf(caller);
      holdings.delete(item);
      address.items.delete(item);
      network.total -= amount;
      address.total -= amount;
      total -= amount;
      if (address.items.size === 0) network.addresses.delete(caller.address);
      if (network.addresses.size === 0) networks.delete(caller.network);
    },
    total: () => total,
  };
}

function isFuller(one: Share, other: Share): boolean {
  return one.total > other.total || (one.total === other.total && one.servedAt > other.servedAt);
}

function fullest<Held extends Share>(shares: Iterable<Held>): Held | undefined {
  let found: Held | undefined;
  for (const share of shares) if (!found || isFuller(share, found)) found = share;
  return found;
}

/** Sorts only if the first one is not wanted. */
function* leastRecentFirst<Held extends Share>(shares: ReadonlyMap<string, Held>): Generator<Held> {
  let least: Held | undefined;
  for (const share of shares.values()) if (!least || share.servedAt < least.servedAt) least = share;
  if (!least) return;
  yield least;
  const others = [...shares.values()].filter((share) => share !== least);
  yield* others.toSorted((one, other) => one.servedAt - other.servedAt);
}

interface ServiceOrder {
  /** A number that is higher the later this name was served; 0 if that is not known. */
  last(name: string): number;
  note(name: string): number;
}

/** How many names are remembered as served. */
const MOST_REMEMBERED = 20_000;

/** Remembers in which order names were last served, also of those who hold nothing now. */
function makeServiceOrder(): ServiceOrder {
  const places = new Map<string, number>();
  let place = 0;
  return {
    last: (name) => places.get(name) ?? 0,
    note(name) {
      place += 1;
      places.delete(name);
      places.set(name, place);
      if (places.size > MOST_REMEMBERED) places.delete(places.keys().next().value as string);
      return place;
    },
  };
}
