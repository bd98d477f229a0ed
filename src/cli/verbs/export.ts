import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCsv } from '../../adapters/spreadsheets/write-csv.ts';
import { makeWorkbookWriter } from '../../adapters/spreadsheets/write-workbook.ts';
import type { TableWriter } from '../../application/export/table.ts';
import { openNodeContext } from '../../node.ts';
import { CLI_ACTOR } from '../local-client.ts';
import { UsageError } from '../usage-error.ts';
import { textOption, type Verb } from '../verb.ts';

const WRITERS: ReadonlyMap<string, TableWriter> = new Map([
  ['csv', writeCsv],
  ['xlsx', makeWorkbookWriter()],
]);

/** The files are full of people: for the eyes of who runs the command. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** `export FOLDER [--format csv|xlsx]`: all that is recorded, as the files that `import` reads, in a new or empty
 *  folder. */
export const exportVerb: Verb = {
  options: { format: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const { words, output, texts, environment } = call;
    const [folder = ''] = words;
    const format = textOption(call, 'format') ?? 'csv';
    const write = WRITERS.get(format);
    if (!write) throw new UsageError(texts.notAllowedValue('format', format, [...WRITERS.keys()]));
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
    if ((await readdir(folder)).length > 0) throw new UsageError(texts.folderNotEmpty(folder));
    const context = await openNodeContext(environment);
    try {
      for await (const table of context.services.exportRecords({ actor: CLI_ACTOR })) {
        const file = `${table.name}.${format}`;
        await writeFile(join(folder, file), write([table]), { flag: 'wx', mode: OWNER_ONLY.file });
        const rows = table.rows.length;
        output.line({ kind: 'exported', file, rows }, texts.exported(file, rows));
      }
      return 0;
    } finally {
      await context.close();
    }
  },
};
