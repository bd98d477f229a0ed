import type { Allowance } from '../application/query-allowance.ts';

/** Work of a process, which has no limit but the end of the service. */
export function makeStoppableWork() {
  let isStopped = false;
  const untilStopped: Allowance = { has: () => !isStopped, part: () => untilStopped };
  return {
    begin: () => untilStopped,
    stop: () => {
      isStopped = true;
    },
  };
}
