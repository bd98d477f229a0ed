import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of one clock tick: Linux has `USER_HZ` = 100 on every architecture that Node supports. */
const MILLISECONDS_A_TICK = 10;
/** Size of a page of memory on x64. */
const BYTES_A_PAGE = 4096;

/** Processor time, user and system, of these processes and all their descendants since they started, in ms.
 *  The time of ended processes is included in their parents. Undefined if there is no /proc. */
export function cpuOf(pids: readonly number[]): number | undefined {
  const all = readProcesses();
  if (all.size === 0) return undefined;
  const wanted = new Set(pids);
  // A descendant may have a smaller number than its parent, so the search is repeated until it finds no more
  // processes.
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const [pid, { parent }] of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return [...wanted].reduce((sum, pid) => sum + (all.get(pid)?.ticks ?? 0), 0) * MILLISECONDS_A_TICK;
}

/** Processor time, user and system, of all children of this process that have ended, including their own
 *  children, in ms. NaN where there is no /proc. */
export function cpuOfEndedChildren(): number {
  const [, children = Number.NaN] = readTicks('self') ?? [];
  return children * MILLISECONDS_A_TICK;
}

/** The ticks of a process and of its ended children. Undefined if there is no such process. */
function readTicks(pid: string): readonly [number, number, number] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may contain anything. After it come: state, parent, …, utime, stime, cutime,
    // cstime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const sum = (from: number) => Number(fields[from]) + Number(fields[from + 1]);
    return [sum(11), sum(13), Number(fields[1])];
  } catch {
    return undefined;
  }
}

/** Memory of a process that is in use now, in bytes. */
export function residentBytes(pid: number): number {
  const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return Number(pages) * BYTES_A_PAGE;
}

function readProcesses() {
  const processes = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of readNames()) {
    const [own, children, parent] = readTicks(name) ?? [];
    // A process that has ended in the meantime has no ticks.
    if (own === undefined || children === undefined || parent === undefined) continue;
    processes.set(Number(name), { parent, ticks: own + children });
  }
  return processes;
}

function readNames(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
