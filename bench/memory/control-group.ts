import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A control group of Linux: the processes in it together take no more memory than its limit, without swap. */
export interface MemoryGroup {
  /** Words before a command that start it in the group. */
  readonly enter: readonly string[];
  /** How many processes the kernel has killed in it. */
  killed(): number;
  /** The most memory that it has taken, in bytes, with cached files. Undefined if the kernel does not record it. */
  peakBytes(): number | undefined;
  remove(): Promise<void>;
}

/** This machine cannot limit memory, so nothing was tried. */
export class NotPossibleHere extends Error {
  override readonly name = 'NotPossibleHere';
}

interface Files {
  readonly parent: string;
  /** Each with whether the group is of no use without it. */
  readonly limits: readonly (readonly [file: string, value: (bytes: number) => number, isNeeded: boolean])[];
  readonly kills: string;
  readonly peak: string;
}

const same = (bytes: number) => bytes;
const SECOND: Files = {
  parent: '/sys/fs/cgroup',
  limits: [
    ['memory.max', same, true],
    // A kernel without swap lacks this file.
    ['memory.swap.max', () => 0, false],
  ],
  kills: 'memory.events',
  peak: 'memory.peak',
};
const FIRST: Files = {
  parent: '/sys/fs/cgroup/memory',
  limits: [
    ['memory.limit_in_bytes', same, true],
    ['memory.memsw.limit_in_bytes', same, false],
  ],
  kills: 'memory.oom_control',
  peak: 'memory.max_usage_in_bytes',
};

const ENTER = 'echo $$ > "$0/cgroup.procs" && exec "$@"';
/** The kernel empties a group shortly after its last process has ended. */
const REMOVE_TRIES = 50;
const REMOVE_WAIT_MS = 100;
const PROBE_BYTES = 600_000_000;

/** Makes a group, and proves that its limit holds: a process that takes 600 MB must be killed in it. Throws
 *  NotPossibleHere. */
export async function makeMemoryGroup(limitBytes: number): Promise<MemoryGroup> {
  const files = existsSync(`${SECOND.parent}/cgroup.controllers`) ? SECOND : FIRST;
  const folder = `${files.parent}/jalon-${process.pid}`;
  try {
    mkdirSync(folder);
  } catch (error) {
    throw new NotPossibleHere(`no control group can be made: ${(error as Error).message}`);
  }
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const group: MemoryGroup = {
    enter: ['/bin/sh', '-c', ENTER, folder],
    killed: () => Number(/^oom_kill (\d+)$/m.exec(read(files.kills))?.[1] ?? 0),
    peakBytes: () => (existsSync(`${folder}/${files.peak}`) ? Number(read(files.peak)) : undefined),
    remove: () => removeFolder(folder),
  };
  try {
    for (const [file, value, isNeeded] of files.limits) {
      if (isNeeded || existsSync(`${folder}/${file}`))
        writeFileSync(`${folder}/${file}`, `${value(limitBytes)}`);
    }
    await probe(group);
  } catch (error) {
    await group.remove();
    throw new NotPossibleHere(`no limit of memory can be set: ${(error as Error).message}`);
  }
  return group;
}

async function probe(group: MemoryGroup): Promise<void> {
  const [shell = '', ...parts] = group.enter;
  const take = `Buffer.alloc(${PROBE_BYTES}, 1)`;
  const child = spawn(shell, [...parts, process.execPath, '-e', take], { stdio: 'ignore' });
  const signal = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_code, by) => resolve(by));
  });
  if (signal !== 'SIGKILL' || group.killed() === 0)
    throw new Error('a process that took 600 MB was not killed');
}

async function removeFolder(folder: string): Promise<void> {
  for (let left = REMOVE_TRIES; ; left -= 1) {
    try {
      rmdirSync(folder);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await wait(REMOVE_WAIT_MS);
    }
  }
}
