import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareKeys } from '../../adapters/object-store/bucket.node.ts';
import { COPY_MARK } from './target-folder.ts';

/** A file of a copy, as an object of a store. */
export interface CopiedObject {
  readonly key: string;
  /** Where it stands on the disk. */
  readonly path: string;
}

/** The file that a server gives for the address of its folder. An object can bear that address itself. */
const PAGE = 'index.html';
/** What is no part of the site: the mark of the folder, and settings for servers. */
const NOT_SENT = new Set([COPY_MARK, '_headers', '.htaccess', '.nojekyll', 'nginx.conf', 'Caddyfile']);

/** The files of a copy, in the order in which a store lists their keys. Memory holds the names of one folder at each
 *  depth. */
export function* copiedObjects(folder: string, below = ''): Generator<CopiedObject> {
  const here = join(folder, below);
  const parts = readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry;
    const path = join(here, name);
    if (entry.isDirectory()) {
      const page = join(path, PAGE);
      const files = { key: `${below}${name}/`, path: undefined };
      return existsSync(page) ? [{ key: `${below}${name}`, path: page }, files] : [files];
    }
    const isElsewhere = below === '' ? NOT_SENT.has(name) : name === PAGE;
    return isElsewhere ? [] : [{ key: `${below}${name}`, path }];
  });
  parts.sort((one, other) => compareKeys(one.key, other.key));
  for (const { key, path } of parts) {
    if (path === undefined) yield* copiedObjects(folder, key);
    else yield { key, path };
  }
}
