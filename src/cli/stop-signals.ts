import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Where the terminal and npm both send one Ctrl-C, it arrives twice within this time. */
const SAME_SIGNAL_MS = 1000;
/** The service must stop within 15 seconds. */
const LONGEST_STOP_MS = 14_000;

/** Resolves at the first signal to stop. From then on the process ends with code 0 within its time, even if
 *  work is unfinished. A second signal ends it at once, with the code of that signal. */
export function untilStopped(onUnfinished: () => void): Promise<void> {
  return new Promise((resolve) => {
    let requestedAt: number | undefined;
    const stop = (signal: (typeof SIGNALS)[number]) => {
      if (requestedAt === undefined) {
        requestedAt = performance.now();
        const end = () => {
          onUnfinished();
          process.exit(0);
        };
        setTimeout(end, LONGEST_STOP_MS).unref();
        resolve();
      } else if (performance.now() - requestedAt > SAME_SIGNAL_MS) {
        process.exit(128 + constants.signals[signal]);
      }
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}

/** Aborted at the first signal to stop, for a verb that then ends after the work in progress. Where this work
 *  lasts too long, the process ends with code 1; a second signal ends it at once. */
export function stopAtSignal(): AbortSignal {
  const stopping = new AbortController();
  void untilStopped(() => process.exit(1)).then(() => stopping.abort());
  return stopping.signal;
}
