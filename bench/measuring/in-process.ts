import type { Contender } from './compare.ts';

interface Work<Task> {
  /** Makes a task that was never done before, outside of the measured time. A repeated task could use a
   *  remembered result. */
  readonly fresh: () => Task | Promise<Task>;
  readonly once: (task: Task) => unknown;
}

/** A side of a comparison in this process. All its threads are counted, including the garbage collector's. */
export function inProcess<Task>({ fresh, once }: Work<Task>): Contender {
  let tasks: Task[] = [];
  return {
    cpuMs: processCpuMs,
    async prepare(count) {
      tasks = [];
      for (let at = 0; at < count; at += 1) tasks.push(await fresh());
    },
    async run(count) {
      for (const task of tasks.slice(0, count)) await once(task);
    },
  };
}

/** Processor time of this process, user and system, in ms. */
export function processCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
