import { chmod, mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { makePrivateFolder, removeLeftFolders } from '../../adapters/storage/engines/private-files.node.ts';
import { openNodeContext } from '../../node.ts';
import { copySite } from '../static-copy/copy-site.ts';
import { UsageError } from '../usage-error.ts';
import type { Verb, VerbCall } from '../verb.ts';

/** Everyone may read the copy, unlike all other files that verbs write. */
const FOR_EVERYONE = { umask: 0o022, folder: 0o755 } as const;

/** `export-static FOLDER`: writes all public answers as plain files. When the service ends, any web server
 *  can serve them at the same addresses. The folder appears complete, or not at all. */
export const exportStaticVerb: Verb = {
  options: {},
  words: { min: 1, max: 1 },
  async run(call) {
    const { words, output, texts } = call;
    const folder = resolve(words[0] ?? '');
    if (!(await isFree(folder))) throw new UsageError(texts.folderNotEmpty(folder));
    const context = await openNodeContext(call.environment, { sideWork: true, asCopy: true });
    try {
      // The last status lists are signed now, so the keys must be available.
      await context.keys.open();
      // The last checkpoint is signed too, because badges that still wait would never get a place in the log.
      await context.services.keepBadgeLog();
      return await writeWhole(call, folder, (place) =>
        copySite(context, {
          folder: place,
          onProgress: (done, total) => output.progress.update(done, total, texts.copying),
        }),
      );
    } finally {
      await context.close();
    }
  },
};

/** Fills a folder beside the wanted one, and gives it its name at the end. */
async function writeWhole(
  { output, texts }: VerbCall,
  folder: string,
  fill: (place: string) => ReturnType<typeof copySite>,
): Promise<0 | 1> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  removeLeftFolders(parent);
  const halfMade = await makePrivateFolder(parent);
  const umask = process.umask(FOR_EVERYONE.umask);
  try {
    const { isOvertaken, ...copied } = await fill(halfMade.path);
    if (isOvertaken) {
      output.note(texts.copyOvertaken);
      if (output.json) output.line({ kind: 'error', code: 'overtaken', detail: texts.copyOvertaken }, '');
      return 1;
    }
    await chmod(halfMade.path, FOR_EVERYONE.folder);
    await rename(halfMade.path, folder);
    output.line({ kind: 'copied', folder, ...copied }, texts.copied({ folder, ...copied }));
    return 0;
  } finally {
    process.umask(umask);
    await halfMade.remove();
  }
}

/** Whether the folder is missing or empty. */
async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}
