import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';

/** What is wrong with the disk during a call: it has no room, or another program holds its lock for too long. */
export type DiskFailure = 'disk-full' | 'disk-busy';

/** What comes at a call of the store. `at` counts the calls of one act from 1, or its commits alone. */
export interface ValidationError {
  readonly kind: 'dies-before' | 'dies-after' | 'fails-before' | 'fails-after' | 'meanwhile' | DiskFailure;
  readonly at: number;
  readonly of: 'calls' | 'commits';
}

/** How often, of a hundred steps, something comes between, and the surroundings are against the service. */
export interface Weather {
  readonly faults: number;
  readonly clocks: number;
  readonly mails: number;
  readonly keys: number;
  readonly losses: number;
}

/** A process dies: whatever it had begun never goes on. */
export const NEVER = new Promise<never>(() => {});

/** What happens outside of the process when a fault comes. */
export interface Between {
  /** What another process does then. */
  meanwhile(): Promise<void>;
  /** Begins the fault of the disk. Returns the function that ends it. */
  spoilDisk(failure: DiskFailure): Promise<() => Promise<void>>;
}

/** The store of one process, with all that comes between. */
export interface Gate {
  readonly store: Store;
  /** Commits that landed since the last act of this process began. */
  readonly landed: (readonly Change[])[];
  /** Arms the fault for the next act. Returns a promise of the process's death. */
  begin(error?: ValidationError, between?: Between): Promise<void>;
  /** Whether the fault came. */
  hasStruck(): boolean;
  kill(): void;
}

export function makeGate(store: Store, onLanded: (changes: readonly Change[]) => Promise<void>): Gate {
  const landed: (readonly Change[])[] = [];
  let error: ValidationError | undefined;
  let between: Between | undefined;
  let counted = { calls: 0, commits: 0 };
  let struck = false;
  let isDead = false;
  let reportDeath = () => {};
  const die = () => {
    isDead = true;
    reportDeath();
    return NEVER;
  };
  /** What comes before the call; what is to be done after it, if there is something. */
  const before = async (
    name: string,
  ): Promise<'dies-after' | 'fails-after' | (() => Promise<void>) | undefined> => {
    counted.calls += 1;
    if (name === 'commit') counted.commits += 1;
    if (!error || struck || counted[error.of] !== error.at) return undefined;
    struck = true;
    switch (error.kind) {
      case 'dies-before':
        return die();
      case 'fails-before':
        throw unavailable();
      case 'meanwhile':
        await between?.meanwhile();
        return undefined;
      case 'disk-full':
      case 'disk-busy':
        return between?.spoilDisk(error.kind);
      case 'dies-after':
      case 'fails-after':
        return error.kind;
    }
  };
  const pass = async (name: string, call: () => unknown, given: readonly unknown[]) => {
    if (isDead) return NEVER;
    const after = await before(name);
    const result = await Promise.resolve(call())
      .finally(typeof after === 'function' ? after : undefined)
      .catch((cause: unknown) => {
        // Queries that still wait when a process ends fail later, and no one is left to learn of it.
        if (isDead) return NEVER;
        throw cause;
      });
    if (name === 'commit') {
      landed.push(given[0] as readonly Change[]);
      await onLanded(given[0] as readonly Change[]);
    }
    if (after === 'dies-after') return die();
    if (after === 'fails-after') throw unavailable();
    return isDead ? NEVER : result;
  };
  const gated = new Proxy(store, {
    get: (target, name) => {
      const member = Reflect.get(target, name);
      // The moment is read without waiting where the engine can.
      if (typeof member !== 'function' || name === 'readDataVersion' || name === 'close') return member;
      return (...given: readonly unknown[]) =>
        pass(String(name), () => Reflect.apply(member, target, given), given);
    },
  });
  return {
    store: gated,
    landed,
    begin: (next, then) => {
      [error, between, struck] = [next, then, false];
      counted = { calls: 0, commits: 0 };
      landed.length = 0;
      return new Promise((resolve) => {
        reportDeath = resolve;
      });
    },
    hasStruck: () => struck,
    kill: () => {
      isDead = true;
    },
  };
}

const unavailable = () => new DomainError('unavailable', { reason: 'simulated' });
