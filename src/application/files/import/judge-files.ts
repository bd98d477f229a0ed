import { judgeBatch, wholeLines } from './decide-batch.ts';
import type { KindContext } from './file-kind.ts';
import { makeLastLines } from './last-lines.ts';
import type { OpenFile } from './open-files.ts';
import type { PlacedFile } from './placed-file.ts';
import { JUDGED_LINES, readBatches } from './read-batches.ts';

/** The results of judging the files of one kind, which the import context. */
export interface JudgedFiles {
  readonly files: readonly PlacedFile[];
  readonly context: Omit<KindContext, 'columns'>;
}

export type SharedContext = Omit<KindContext, 'columns' | 'lastLines' | 'announced' | 'phase'>;

/** The first reading of the files of one kind. It judges every line, and remembers the position of the last
 *  good line of each key over all files. */
export async function judgeFiles(
  shared: SharedContext,
  opened: readonly OpenFile[],
  onBytes: (file: OpenFile) => (bytes: number) => void,
): Promise<JudgedFiles> {
  const lastLines = makeLastLines();
  const announced = makeLastLines();
  const context = { ...shared, lastLines, announced, phase: 'judge' as const };
  for (const file of opened.some(asksForOthers) ? opened : []) {
    for await (const key of readAnnouncements(contextOf(context, file), file)) announced.remember(key, 1);
  }
  const files: PlacedFile[] = [];
  let offset = 0;
  for (const one of opened) {
    const file = { ...one, offset };
    files.push(file);
    let last = 0;
    for await (const batch of readBatches(file, onBytes(one), JUDGED_LINES)) {
      for (const [{ number }, judgment] of await judgeBatch(contextOf(context, file), file, batch)) {
        if (judgment.kind === 'good') lastLines.remember(judgment.key, offset + number, judgment.span);
      }
      last = batch.at(-1)?.number ?? last;
    }
    offset += last;
  }
  return { files, context };
}

/** The context for one file. */
export function contextOf(context: Omit<KindContext, 'columns'>, { header }: OpenFile): KindContext {
  return { ...context, columns: new Set(header.columns.keys()) };
}

/** Whether a line of the file may name the key of another line. */
function asksForOthers({ header: { kind, columns } }: OpenFile): boolean {
  return kind.announce !== undefined && columns.has(kind.announce.column);
}

async function* readAnnouncements(context: KindContext, file: OpenFile): AsyncGenerator<string> {
  const { announce } = file.header.kind;
  if (!announce) return;
  for await (const batch of readBatches(file)) yield* announce.keysOf(context, wholeLines(batch, 0));
}
