import type { Occasion } from '../../domain/audit/entry.ts';
import { NO_PERSON } from '../../domain/ids.ts';

/** The actor of work that the service itself starts. */
export const UPKEEP_ACTOR = NO_PERSON.service;

/** Says where the present work comes from, however far from its beginning it is done: no use case has to hand it
 *  on. */
export interface Occasions {
  current(): Occasion;
  /** Does work that comes from elsewhere. */
  within<Result>(occasion: Occasion, work: () => Result): Result;
}

/** The part of `AsyncLocalStorage` that is needed; each root gives that of its runtime. */
interface ContextStorage {
  getStore(): Occasion | undefined;
  run<Result>(occasion: Occasion, work: () => Result): Result;
}

/** `base` gives the occasion of what neither a request nor anything else began. */
export function makeOccasions(storage: ContextStorage, base: () => Occasion): Occasions {
  return {
    current: () => storage.getStore() ?? base(),
    within: (occasion, work) => storage.run(occasion, work),
  };
}
