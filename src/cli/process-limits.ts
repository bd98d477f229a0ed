import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

/** Saves memory in a command that goes through very many lines and then ends. By default, V8 gives
 *  short-lived objects up to a hundred megabytes, and lets the heap grow to three times its used size before
 *  it collects objects that wait for a signature. The command takes no longer with far less memory. */
export function spareMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
}

const MEBIBYTE = 1_048_576;
const UNLIMITED_MB = 512;
const LEAST_MB = 128;
const MOST_MB = 2048;
/** The system states a limit far above any machine if there is none. */
const NO_LIMIT_BYTES = 2 ** 50;

/** The heap of V8 in MiB, for a process that may take so many bytes: a third of them, because threads, pictures and
 *  buffers stand outside of it. 0 means that no limit is known. */
export function heapMegabytes(limitBytes: number): number {
  if (limitBytes <= 0 || limitBytes > NO_LIMIT_BYTES) return UNLIMITED_MB;
  return Math.min(MOST_MB, Math.max(LEAST_MB, Math.floor(limitBytes / 3 / MEBIBYTE)));
}

/** Descriptors for the database, the threads, the log and what the service itself asks of others. */
const OWN_DESCRIPTORS = 40;
/** A service with fewer is not worth its name, whatever the system says. */
const LEAST = 5;

/** The most places beyond the limit of connections. */
const MOST_SPARES = 64;
const SPARE_SHARE = 1 / 5;

/** How many connections may be open at once, and how many beyond them for a short time: as many as wanted, or as the
 *  system lets this process open. Beyond that the system would refuse whoever comes, and the process would not even
 *  learn of it. */
export function connectionsWithin(
  wanted: number,
  descriptors = readOpenFiles() ?? Number.POSITIVE_INFINITY,
): { readonly connections: number; readonly spares: number } {
  const room = Math.max(LEAST, descriptors - OWN_DESCRIPTORS);
  const spares = Math.min(MOST_SPARES, Math.ceil(room * SPARE_SHARE));
  return { connections: Math.min(wanted, room - spares), spares };
}

/** The limit of the process (`ulimit -n`), where Linux says it. Node raises the soft limit to the hard one. */
function readOpenFiles(): number | undefined {
  try {
    const line = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'));
    return line?.[1] === undefined ? undefined : Number(line[1]);
  } catch {
    return undefined;
  }
}
