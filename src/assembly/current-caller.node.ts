import { AsyncLocalStorage } from 'node:async_hooks';

const callers = new AsyncLocalStorage<string>();

/** For whom the service works: the caller whose request began the work, however far away it is done. The empty
 *  text stands for the service itself. Threads and look-ups of names are shared out by it, and no use case has
 *  to hand it on. */
export const currentCaller = {
  of: (): string => callers.getStore() ?? '',
  run: <Result>(caller: string, work: () => Result): Result => callers.run(caller, work),
};
