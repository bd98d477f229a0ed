const MEBIBYTE = 1_048_576;
const UNLIMITED_MB = 512;
const LEAST_MB = 128;
const MOST_MB = 2048;
/** The system states a limit far above any machine where there is none. */
const NO_LIMIT_BYTES = 2 ** 50;

/** The heap of V8 in MiB, for a process that may take so many bytes: a third of them, because threads, pictures and
 *  buffers stand outside of it. 0 means that no limit is known. */
export function heapMegabytes(limitBytes: number): number {
  if (limitBytes <= 0 || limitBytes > NO_LIMIT_BYTES) return UNLIMITED_MB;
  return Math.min(MOST_MB, Math.max(LEAST_MB, Math.floor(limitBytes / 3 / MEBIBYTE)));
}
