import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const NANOSECONDS = 1e9;

/** What the process itself can say: how long its loop kept anything waiting since the last time it was asked, and the
 *  memory it holds. */
export function makeProcessFigures(): () => Readonly<Record<string, number>> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  return () => {
    const { rss, heapUsed } = process.memoryUsage();
    const figures = {
      jalon_event_loop_delay_max_seconds: delay.max / NANOSECONDS,
      jalon_event_loop_delay_p99_seconds: delay.percentile(99) / NANOSECONDS,
      jalon_resident_bytes: rss,
      jalon_heap_bytes: heapUsed,
    };
    delay.reset();
    return figures;
  };
}
