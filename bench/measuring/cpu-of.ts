import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of one clock tick: Linux has `USER_HZ` = 100 on every architecture that Node supports. */
const MILLISECONDS_A_TICK = 10;

/** Processor time, user and system, of these processes and all their descendants since they started, in ms.
 *  The time of ended ones is in their parent's sums. Undefined where there is no /proc. */
export function cpuOf(pids: readonly number[]): number | undefined {
  const all = readProcesses();
  if (all.size === 0) return undefined;
  const wanted = new Set(pids);
  // A descendant may have a smaller number than its parent, so the search is repeated until it adds nothing.
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const [pid, { parent }] of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return [...wanted].reduce((sum, pid) => sum + (all.get(pid)?.ticks ?? 0), 0) * MILLISECONDS_A_TICK;
}

/** Processor time, user and system, of all children of this process that have ended, with theirs, in ms. NaN
 *  where there is no /proc. */
export function cpuOfEndedChildren(): number {
  const [, children = Number.NaN] = readTicks('self') ?? [];
  return children * MILLISECONDS_A_TICK;
}

/** Ticks of a process itself, and of its ended children. Undefined where there is no such process. */
function readTicks(pid: string): readonly [number, number, number] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The fields after the program's name, which may contain anything: state, parent, …, utime, stime,
    // cutime, cstime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const sum = (from: number) => Number(fields[from]) + Number(fields[from + 1]);
    return [sum(11), sum(13), Number(fields[1])];
  } catch {
    return undefined;
  }
}

function readProcesses() {
  const processes = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of readNames()) {
    const [own, children, parent] = readTicks(name) ?? [];
    // One that ended meanwhile has none.
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
