import { didDocument } from '../../openbadges/did-document.ts';
import { MEDIA_TYPES } from '../../openbadges/media-types.ts';
import type { readStatusListDocument } from '../credentials/publish-status-list.ts';
import type { KeyDirectory } from '../ports.ts';

/** One of our documents, as its address gives it. */
export interface OwnDocument {
  readonly contentType: string;
  readonly text: string;
}

/** Reads the documents of ours that every verification of a badge of ours asks for: the keys and the status
 *  list. Undefined for any other path, and where there is no such list. */
export type ReadOwnDocument = (path: string) => Promise<OwnDocument | undefined>;

interface Needs {
  readonly origin: string;
  readonly keys: KeyDirectory;
  readonly readStatusList: ReturnType<typeof readStatusListDocument>;
}

/** The keys and the revision of a list are read each time, so that a compromise or a revocation counts from
 *  the next verification on. */
export function makeReadOwnDocument({ origin, keys, readStatusList }: Needs): ReadOwnDocument {
  return async (path) => {
    if (path === '/.well-known/did.json') {
      return { contentType: MEDIA_TYPES.did, text: JSON.stringify(didDocument(origin, keys.list())) };
    }
    const listId = /^\/status\/([\w-]{1,64})$/.exec(path)?.[1];
    const list = listId === undefined ? undefined : await readStatusList(listId);
    return list && { contentType: MEDIA_TYPES.vcLdJson, text: list.document };
  };
}
