import { judgeBatch, wholeLines } from './decide-batch.ts';
import type { KindNeeds } from './file-kind.ts';
import { makeLastLines } from './last-lines.ts';
import type { OpenFile } from './open-files.ts';
import type { PlacedFile } from './placed-file.ts';
import { JUDGED_LINES, readBatches } from './read-batches.ts';

/** The results of judging the files of one kind, which the import needs. */
export interface JudgedFiles {
  readonly files: readonly PlacedFile[];
  readonly needs: Omit<KindNeeds, 'columns'>;
}

export type SharedNeeds = Omit<KindNeeds, 'columns' | 'lastLines' | 'announced' | 'phase'>;

/** The first reading of the files of one kind. It judges every line, and remembers the position of the last
 *  good line of each key over all files. */
export async function judgeFiles(
  shared: SharedNeeds,
  opened: readonly OpenFile[],
  onBytes: (file: OpenFile) => (bytes: number) => void,
): Promise<JudgedFiles> {
  const lastLines = makeLastLines();
  const announced = makeLastLines();
  const needs = { ...shared, lastLines, announced, phase: 'judge' as const };
  for (const file of opened.some(asksForOthers) ? opened : []) {
    for await (const key of readAnnouncements(needsOf(needs, file), file)) announced.remember(key, 1);
  }
  const files: PlacedFile[] = [];
  let offset = 0;
  for (const one of opened) {
    const file = { ...one, offset };
    files.push(file);
    let last = 0;
    for await (const batch of readBatches(file, onBytes(one), JUDGED_LINES)) {
      for (const [{ number }, judgment] of await judgeBatch(needsOf(needs, file), file, batch)) {
        if (judgment.kind === 'good') lastLines.remember(judgment.key, offset + number, judgment.span);
      }
      last = batch.at(-1)?.number ?? last;
    }
    offset += last;
  }
  return { files, needs };
}

/** The context for one file. */
export function needsOf(needs: Omit<KindNeeds, 'columns'>, { header }: OpenFile): KindNeeds {
  return { ...needs, columns: new Set(header.columns.keys()) };
}

/** Whether a line of the file may name the key of another line. */
function asksForOthers({ header: { kind, columns } }: OpenFile): boolean {
  return kind.announce !== undefined && columns.has(kind.announce.column);
}

async function* readAnnouncements(needs: KindNeeds, file: OpenFile): AsyncGenerator<string> {
  const { announce } = file.header.kind;
  if (!announce) return;
  for await (const batch of readBatches(file)) yield* announce.keysOf(needs, wholeLines(batch, 0));
}
