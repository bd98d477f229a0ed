import type { Store } from '../../src/application/ports.ts';

/** The store of one test: `store()` returns it, open and empty. */
export interface StoreUnderTest {
  store(): Store;
}
