// `node tools/image.mjs FOLDER`: writes what the image of a release has in /app to FOLDER, for the Containerfile. It
// needs no repository of git, so the list of parts in it names no commit.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentsOf, contentsOfImage } from './release/contents.mjs';
import { describeProgram } from './release/describe.mjs';
import { setUp } from './set-up.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2]);

await setUp();
for (const { name, mode, bytes } of contentsOfImage(contentsOf(ROOT, await describeProgram(ROOT)))) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes(), { mode });
}
