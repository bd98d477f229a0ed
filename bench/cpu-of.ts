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

function readProcesses() {
  const processes = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of readNames()) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The fields after the program's name, which may contain anything: state, parent, …, utime, stime,
      // cutime, cstime.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      processes.set(Number(name), { parent: Number(fields[1]), ticks });
    } catch {
      // The process ended meanwhile.
    }
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
