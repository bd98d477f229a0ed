import { createTarPacker } from 'modern-tar';

const TYPES = { file: 'file', link: 'symlink', folder: 'directory' };

/** The bytes of a tar archive, piece by piece, the same for the same entries: they are sorted by name, belong
 *  to root and carry one date. An entry is `{ kind, name, mode, bytes?, target? }`; `bytes` is a function, so
 *  that a file is read when its turn comes. */
export async function* tarOf(entries, { seconds }) {
  const { readable, controller } = createTarPacker();
  const added = add(withFolders(entries), { controller, seconds }).catch((fault) => controller.error(fault));
  yield* readable;
  await added;
}

async function add(entries, { controller, seconds }) {
  const mtime = new Date(seconds * 1000);
  for (const { kind, name, mode, bytes, target, owner = 0 } of entries) {
    const content = kind === 'file' ? bytes() : Buffer.alloc(0);
    const about = {
      type: TYPES[kind],
      size: content.length,
      linkname: target,
      mode,
      mtime,
      uid: owner,
      gid: owner,
    };
    const entry = controller.add({ ...about, name: kind === 'folder' ? `${name}/` : name }).getWriter();
    if (content.length > 0) await entry.write(content);
    await entry.close();
  }
  controller.finalize();
}

/** The entries with the folders that they stand in. */
function withFolders(entries) {
  const all = new Map(entries.map((entry) => [entry.name, entry]));
  for (const { name } of entries) {
    const parts = name.split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const folder = parts.slice(0, length).join('/');
      if (!all.has(folder)) all.set(folder, { kind: 'folder', name: folder, mode: 0o755 });
    }
  }
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
