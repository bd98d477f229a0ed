import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import type { TableWriter } from '../../application/files/export/table.ts';
import { toCorrectedTables } from '../../application/files/import/corrected-file.ts';
import type { ImportEntry, RefusedLine } from '../../application/files/import/entry.ts';
import { WRITER_OF_EXTENSION } from '../../assembly/table-writers.ts';
import type { FileCounts, LineVerdict, UnreadTable } from '../../domain/upload/types.ts';
import { type Command, type CommandCall, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { OWNER_ONLY } from '../output.ts';
import { spareMemory } from '../process-limits.ts';
import { makeWaitingLines } from '../waiting-lines.ts';
import { withClient } from '../with-client.ts';

/** `import FOLDER|FILE… [--dry-run] [--event CODE] [--corrections FILE]` */
export const importCommand: Command = {
  options: {
    'dry-run': { type: 'boolean' },
    corrections: { type: 'string' },
    event: { type: 'string' },
    remote: { type: 'string' },
  },
  words: { min: 1, max: Number.POSITIVE_INFINITY },
  async run(call) {
    spareMemory();
    const corrections = readCorrections(call);
    return withClient(call, async (client) => {
      const { output, texts } = call;
      const dryRun = call.options['dry-run'] === true;
      const refusedLines: RefusedLine[] = [];
      const last = makeClosingLines(call);
      const summary = await client
        .importFiles({
          paths: call.words,
          dryRun,
          event: textOption(call, 'event'),
          locale: call.locale,
          onFile: last.file,
          onEntry: last.entry,
          onRefused: (line) => corrections && refusedLines.push(line),
          onVerdict: (verdict) => writeVerdict(call, verdict),
          onProgress: (done, total, file) => output.progress.update(done, total, file),
        })
        .finally(last.say);
      const { kind, created, updated, unchanged, refused } = summary;
      const sums = { kind, created, updated, unchanged, refused };
      output.line(
        sums,
        texts.importSummary({ ...sums, notices: summary.notices, unread: last.unread() }, dryRun),
      );
      if (corrections && refusedLines.length > 0) await writeCorrections(call, corrections, refusedLines);
      return summary.refused > 0 || last.readNothing() ? 1 : 0;
    });
  },
};

const OF_WHOLE_FILES: readonly ImportEntry['code'][] = ['not-a-table', 'inner-folder', 'unreadable-file'];

/** The remark as people read it: one on a whole file names no line. */
function placed(entry: ImportEntry) {
  return OF_WHOLE_FILES.includes(entry.code) ? { ...entry, line: undefined } : entry;
}

/** Says what was not read and what was refused after everything else, so that a long answer does not hide it.
 *  A program reads each line with `--json` as soon as it is known. */
function makeClosingLines({ output, texts }: CommandCall) {
  const unread: UnreadTable[] = [];
  let read = 0;
  const refused = makeWaitingLines();
  return {
    file(file: FileCounts | UnreadTable): void {
      if (!('why' in file)) read += 1;
      else if (file.why !== 'blank') unread.push(file);
      if (output.json || !('why' in file)) output.line({ kind: 'file', ...file }, texts.importFile(file));
    },
    entry(entry: ImportEntry): void {
      const text = texts.importEntry(placed(entry));
      const waits = entry.kind === 'refused' && !output.json && refused.add(text);
      if (!waits) output.line({ ...entry }, text);
    },
    async say(): Promise<void> {
      try {
        if (output.json) return;
        for (const file of unread) output.line({}, texts.importFile(file));
        for (const text of refused.read()) {
          output.line({}, text);
          await output.taken();
        }
      } finally {
        refused.close();
      }
    },
    unread: () => unread.length,
    readNothing: () => read === 0 && unread.length > 0,
  };
}

/** Writes the outcome of a line. Refused lines and remarks are written elsewhere. People see only the
 *  changes; `--json` also has the unchanged lines. */
function writeVerdict({ output, texts }: CommandCall, { remarks: _, ...verdict }: LineVerdict): void {
  const { outcome } = verdict;
  if (outcome === 'refused' || outcome === 'noted') return;
  const isChange = outcome === 'created' || outcome === 'updated';
  output.line({ kind: 'verdict', ...verdict }, isChange ? texts.importVerdict(verdict, outcome) : '');
}

interface Corrections {
  readonly file: string;
  readonly write: TableWriter;
}

/** The file for the refused lines. It is checked before anything is imported. */
function readCorrections(call: CommandCall): Corrections | undefined {
  const file = textOption(call, 'corrections');
  if (file === undefined) return undefined;
  if (textOption(call, 'remote')) throw new UsageError(call.texts.correctionsLocal);
  if (existsSync(file)) throw new UsageError(call.texts.fileExists(file));
  const write = WRITER_OF_EXTENSION.get(extname(file).slice(1).toLowerCase());
  if (write) return { file, write };
  const extensions = [...WRITER_OF_EXTENSION.keys()].map((extension) => `.${extension}`);
  throw new UsageError(call.texts.notAllowedValue('corrections', file, extensions));
}

/** A workbook has a sheet for each imported table; in CSV, each table has a file of its own. */
async function writeCorrections(
  { locale, output, texts }: CommandCall,
  { file, write }: Corrections,
  lines: readonly RefusedLine[],
): Promise<void> {
  const tables = toCorrectedTables(lines, locale);
  const isOneFile = tables.length === 1 || extname(file).toLowerCase() === '.xlsx';
  const files = isOneFile
    ? [{ name: file, held: tables }]
    : tables.map((table, at) => ({ name: nameBeside(file, `${at + 1}-${table.name}`), held: [table] }));
  for (const { name, held } of files) {
    await writeFile(name, write(held), { flag: 'wx', mode: OWNER_ONLY.file });
    output.note(
      texts.corrections(
        name,
        held.reduce((sum, { rows }) => sum + rows.length, 0),
      ),
    );
  }
}

/** `mend.csv` and `1-people` give `mend-1-people.csv`. The name of a sheet comes from outside, so it must not
 *  lead to another folder. */
function nameBeside(file: string, suffix: string): string {
  const { dir, name, ext } = parse(file);
  return join(dir, `${name}-${suffix.replace(/[^\p{L}\p{N}_-]+/gu, '_')}${ext}`);
}
