import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makePrivateFolder,
  publishFile,
  removeLeftFolders,
} from '../../adapters/storage/engines/private-files.node.ts';
import { WRITER_OF_EXTENSION } from '../../assembly/table-writers.ts';
import { openNodeContext } from '../../node.ts';
import { type Command, textOption } from '../command.ts';
import { UsageError } from '../errors.ts';
import { CLI_ACTOR } from '../local-client.ts';
import { OWNER_ONLY } from '../output.ts';

/** `export FOLDER [--format csv|xlsx]`: writes all records, as the files that `import` reads, into a new or
 *  empty folder. */
export const exportCommand: Command = {
  options: { format: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(call) {
    const { words, output, texts, environment } = call;
    const [folder = ''] = words;
    const format = textOption(call, 'format') ?? 'csv';
    const write = WRITER_OF_EXTENSION.get(format);
    if (!write)
      throw new UsageError(texts.notAllowedValue('format', format, [...WRITER_OF_EXTENSION.keys()]));
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
    removeLeftFolders(folder);
    if ((await readdir(folder)).length > 0) throw new UsageError(texts.folderNotEmpty(folder));
    const context = await openNodeContext(environment);
    const halfMade = await makePrivateFolder(folder);
    try {
      const made: { readonly file: string; readonly rows: number }[] = [];
      for await (const table of context.services.exportRecords({ actor: CLI_ACTOR })) {
        const file = `${table.name}.${format}`;
        await writeFile(join(halfMade.path, file), write([table]), { mode: OWNER_ONLY.file });
        made.push({ file, rows: table.rows.length });
      }
      // All files are complete before the first one gets its final name.
      for (const { file, rows } of made) {
        await publishFile(join(halfMade.path, file), join(folder, file));
        output.line({ kind: 'exported', file, rows }, texts.exported(file, rows));
      }
      return 0;
    } finally {
      await halfMade.remove();
      await context.close();
    }
  },
};
