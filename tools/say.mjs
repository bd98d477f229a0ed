/** Exit code of the command line when the system failed. */
export const SYSTEM_FAILED = 3;

/** Writes one short line for the waiting person, on stderr, because stdout belongs to the command's own
 *  output. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
