import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';

/** What comes at a call of the store. `at` counts the calls of one act from 1, or its commits alone. */
export interface ValidationError {
  readonly kind: 'dies-before' | 'dies-after' | 'fails-before' | 'fails-after' | 'meanwhile';
  readonly at: number;
  readonly of: 'calls' | 'commits';
}

/** A process dies: whatever it had begun never goes on. */
export const NEVER = new Promise<never>(() => {});

/** The store of one process, with all that comes between. */
export interface Gate {
  readonly store: Store;
  /** Commits that landed since the last act of this process began. */
  readonly landed: (readonly Change[])[];
  /** Arms the fault for the next act; `meanwhile` is what another process does then. Returns a promise of the
   *  process's death. */
  begin(error?: ValidationError, meanwhile?: () => Promise<void>): Promise<void>;
  /** Whether the fault came. */
  hasStruck(): boolean;
  kill(): void;
}

export function makeGate(store: Store, onLanded: (changes: readonly Change[]) => Promise<void>): Gate {
  const landed: (readonly Change[])[] = [];
  let error: ValidationError | undefined;
  let meanwhile: (() => Promise<void>) | undefined;
  let counted = { calls: 0, commits: 0 };
  let struck = false;
  let isDead = false;
  let reportDeath = () => {};
  const die = () => {
    isDead = true;
    reportDeath();
    return NEVER;
  };
  /** What comes before the call; the fault of after it, where there is one. */
  const before = async (name: string): Promise<ValidationError['kind'] | undefined> => {
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
        await meanwhile?.();
        return undefined;
      case 'dies-after':
      case 'fails-after':
        return error.kind;
    }
  };
  const pass = async (name: string, call: () => unknown, given: readonly unknown[]) => {
    if (isDead) return NEVER;
    const after = await before(name);
    const result = await call();
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
      [error, meanwhile, struck] = [next, then, false];
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
