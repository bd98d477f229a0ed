import type { Writable } from 'node:stream';

/** Writes the lines of one turn of the process as one piece. The badges of a chunk are stored together, so
 *  their lines are also written together: a process that is killed in between is then unlikely to have left
 *  out some of them. */
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
