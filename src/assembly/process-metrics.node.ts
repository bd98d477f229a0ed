import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { MetricName } from '../application/observability/metrics.ts';

const RESOLUTION_MS = 10;
const MICROSECONDS = 1e6;
const NANOSECONDS = 1e9;

/** Figures of the process since the last call: the longest delay of its event loop, the longest work in one
 *  go, the longest time without a processor, and the memory it uses. */
export function makeProcessFigures(): () => Readonly<Partial<Record<MetricName, number>>> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const readWork = watchWork();
  return () => {
    const { rss, heapUsed } = process.memoryUsage();
    const figures = {
      jalon_event_loop_delay_max_seconds: delay.max / NANOSECONDS,
      jalon_event_loop_delay_p99_seconds: delay.percentile(99) / NANOSECONDS,
      ...readWork(),
      jalon_resident_bytes: rss,
      jalon_heap_bytes: heapUsed,
    };
    delay.reset();
    return figures;
  };
}

/** A busy machine and a heavy request cause the same delay of the event loop; the processor time
 *  distinguishes them. */
function watchWork(): () => Readonly<Partial<Record<MetricName, number>>> {
  let last = { at: performance.now(), cpuMs: threadCpuMs() };
  let workMs = 0;
  let starvedMs = 0;
  const look = () => {
    const now = { at: performance.now(), cpuMs: threadCpuMs() };
    const worked = now.cpuMs - last.cpuMs;
    workMs = Math.max(workMs, worked);
    starvedMs = Math.max(starvedMs, now.at - last.at - RESOLUTION_MS - worked);
    last = now;
  };
  setInterval(look, RESOLUTION_MS).unref();
  return () => {
    look();
    const figures = {
      jalon_event_loop_work_max_seconds: workMs / 1000,
      jalon_event_loop_starved_max_seconds: starvedMs / 1000,
    };
    workMs = 0;
    starvedMs = 0;
    return figures;
  };
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return ((user + system) / MICROSECONDS) * 1000;
}
