/** Exit code of the command line when the system, not the answer, failed. */
export const SYSTEM_FAILED = 3;

/** One short line for the person who waits; on stderr, since stdout belongs to the command's own output. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
