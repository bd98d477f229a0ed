import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds for which queries follow one another before the loop turns. */
const MOST_MS = 10;

/** Lets the event loop turn between the queries of a long piece of work. SQLite answers at once, so that an
 *  import of a thousand lines would never let go of the loop: nobody else would be served until its end. Called
 *  before each query and each commit, outside of any transaction. */
export function makeLoopTurns(): () => Promise<void> | undefined {
  let turnedAt = performance.now();
  return () => {
    if (performance.now() - turnedAt < MOST_MS) return undefined;
    return nextTurn().then(() => {
      turnedAt = performance.now();
    });
  };
}
