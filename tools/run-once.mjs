import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inTurn } from './in-turn.mjs';

/** Does `work` unless the file `stamp` records that it was done for `wanted` (a hash of its inputs). The
 *  stamp is removed before the work and written after it, so that interrupted work is done again. */
export async function once({ stamp, wanted, work }) {
  if (readStamp(stamp) === wanted) return;
  await inTurn(async (signal) => {
    if (readStamp(stamp) === wanted) return;
    rmSync(stamp, { force: true });
    await work(signal);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  });
}

/** The text of a stamp; undefined if there is none, also while another process removes it. */
export function readStamp(stamp) {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}
