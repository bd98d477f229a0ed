/** Memory that several pools share: a task begins once as much is left as it may take. */
export interface SharedMemory {
  isLeft(bytes: number): boolean;
  take(bytes: number): void;
  giveBack(bytes: number): void;
  /** Calls each time that some was given back. */
  whenGiven(call: () => void): void;
}

export function makeSharedMemory(allBytes: number): SharedMemory {
  const calls: (() => void)[] = [];
  let taken = 0;
  return {
    // A task that may take more than there is begins alone.
    isLeft: (bytes) => taken === 0 || taken + bytes <= allBytes,
    take: (bytes) => {
      taken += bytes;
    },
    giveBack: (bytes) => {
      taken -= bytes;
      if (bytes > 0) for (const call of calls) call();
    },
    whenGiven: (call) => void calls.push(call),
  };
}
