import type { Store } from '../../src/application/ports.ts';

/** A store at hand for one test: `store()` is open and empty. */
export interface StoreUnderTest {
  store(): Store;
}
