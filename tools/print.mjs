/** Exit code of the command line when the system, not the input, is at fault. */
export const SYSTEM_FAILED = 3;

/** Writes one short line for the person who waits, on stderr, because stdout is for the command's own
 *  output. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
