import { closeSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER_ONLY } from './output.ts';

/** Lines that wait in memory. Further ones wait in a file. */
const MOST_IN_MEMORY = 1000;
const CHUNK_BYTES = 65_536;

/** Lines that are printed after everything else, in any number. */
export interface WaitingLines {
  /** False if there is no place for the line. */
  add(text: string): boolean;
  /** The lines in the order in which they were added. It may be read once, to its end or not. */
  read(): Generator<string, void>;
  /** Gives up the file, if there is one. */
  close(): void;
}

/** Makes a list whose memory does not grow with the number of lines. The file that contains the rest has no name
 *  as soon as it is open, so that it ends with the process. */
export function makeWaitingLines(folder = tmpdir()): WaitingLines {
  const first: string[] = [];
  let file: number | undefined;
  return {
    add(text) {
      if (first.length < MOST_IN_MEMORY) {
        first.push(text);
        return true;
      }
      try {
        file ??= openUnnamed(folder);
        writeSync(file, `${JSON.stringify(text)}\n`);
        return true;
      } catch {
        return false;
      }
    },
    *read() {
      yield* first;
      if (file === undefined) return;
      for (const line of readLines(file)) yield String(JSON.parse(line));
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function openUnnamed(folder: string): number {
  const path = join(folder, `jalon-${crypto.randomUUID()}`);
  const file = openSync(path, 'wx+', OWNER_ONLY.file);
  try {
    unlinkSync(path);
  } catch {
    // Where an open file keeps its name, it is removed at the end.
    process.once('exit', () => rmSync(path, { force: true }));
  }
  return file;
}

function* readLines(file: number): Generator<string, void> {
  const decoder = new TextDecoder();
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = '';
  for (let place = 0; ; ) {
    const bytes = readSync(file, chunk, 0, chunk.length, place);
    if (bytes === 0) return;
    place += bytes;
    const lines = (rest + decoder.decode(chunk.subarray(0, bytes), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
