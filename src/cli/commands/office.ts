import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPack, toArchive } from '../../assembly/read-pack.node.ts';
import { toPackFiles } from '../../catalogue/pack-files.ts';
import { DomainError } from '../../domain/errors.ts';
import { parseLocalDate } from '../../domain/time/calendar.ts';
import { judgeInPages, reportErrors } from '../check-in-pages.ts';
import type { Client } from '../client.ts';
import { type Command, type CommandCall, type ExitCode, textOption } from '../command.ts';
import { UsageError, unreadableFile } from '../errors.ts';
import { RemoteError } from '../remote-error.ts';
import { withClient } from '../with-client.ts';

/** `office export FOLDER` writes the pack in use into a new or empty folder, or a new ZIP archive (`….zip`), which the
 *  others take too; `office check FOLDER` names every
 *  fault of a pack, and who would gain and lose its badges; `office adopt FOLDER [--from DAY]` adopts it. */
export const officeCommand: Command = {
  options: { from: { type: 'string' }, remote: { type: 'string' } },
  words: { min: 2, max: 2 },
  async run(call) {
    const [action, folder = ''] = call.words;
    const isAdoption = action === 'adopt';
    const from = textOption(call, 'from');
    if (from !== undefined && !isAdoption) throw new UsageError(call.texts.wrongWords('office'));
    if (action === 'export') return withClient<ExitCode>(call, (client) => exportPack(call, client, folder));
    if (action !== 'check' && !isAdoption) throw new UsageError(call.texts.wrongWords('office'));
    const { document, faults } = await readPack(folder).catch(unreadableFile(folder));
    if (faults.length > 0) return reportErrors(call, faults);
    if (!isAdoption)
      return withClient<ExitCode>(call, (client) =>
        judgeInPages(call, (after) => client.tryOffice(document, after)),
      );
    const day = from === undefined ? undefined : parseLocalDate(from);
    return withClient<ExitCode>(call, async (client) => {
      const found = (await client.tryOffice(document)).faults;
      if (found.length > 0) return reportErrors(call, found);
      const adopted = await client.adoptOffice(document, day).catch(orUnchanged);
      if (!adopted) {
        call.output.line({ kind: 'unchanged' }, call.texts.officeUnchanged);
        return 0;
      }
      call.output.line({ kind: 'adopted', ...adopted }, call.texts.officeAdopted(adopted));
      return 0;
    });
  },
};

/** Nothing if the pack is already the one in use: a script that runs again has nothing left to do. */
function orUnchanged(error: unknown): undefined {
  const isCoded = error instanceof DomainError || error instanceof RemoteError;
  if (!isCoded || error.code !== 'office-unchanged') throw error;
}

async function exportPack({ output, texts }: CommandCall, client: Client, folder: string): Promise<ExitCode> {
  if (folder.endsWith('.zip')) {
    if (existsSync(folder)) throw new UsageError(texts.fileExists(folder));
    const { document, version } = await client.readOffice();
    await writeFile(folder, toArchive(toPackFiles(document)), { flag: 'wx' });
    output.line({ kind: 'exported', folder, version }, texts.officeExported(folder));
    return 0;
  }
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new UsageError(texts.folderNotEmpty(folder));
  const { document, version } = await client.readOffice();
  for (const [file, bytes] of toPackFiles(document)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), bytes);
  }
  output.line({ kind: 'exported', folder, version }, texts.officeExported(folder));
  return 0;
}
