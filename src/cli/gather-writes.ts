import type { Writable } from 'node:stream';

/** Writes what comes within one turn of the process as one piece. The badges of a chunk are stored together:
 *  their lines then leave together too, so that a kill between the two is unlikely to keep some of them back. */
export function gatherWrites(stream: Writable): (text: string) => void {
  let gathering = false;
  return (text) => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      setImmediate(() => {
        gathering = false;
        stream.uncork();
      });
    }
    stream.write(text);
  };
}
