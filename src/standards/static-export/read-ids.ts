import { createHash } from 'node:crypto';
import type { Store } from '../../application/ports.ts';
import type { CredentialId, ProfileId, RecordId } from '../../domain/ids.ts';
import { compact } from '../../domain/text/omit-undefined.ts';

/** The number of ids in memory at a time. */
const PAGE = 200;

type Reads = Pick<
  Store,
  | 'readBadgeRecord'
  | 'readBadgeRecordIds'
  | 'readCredentials'
  | 'readPublicProfileIds'
  | 'readDataVersion'
  | 'readStatusLists'
>;

/** The ids of the badges that their holders have chosen to show. Erased badges are left out. */
export async function* shownCredentials(store: Reads): AsyncGenerator<CredentialId> {
  let after: CredentialId | undefined;
  for (;;) {
    const rows = await store.readCredentials(compact({ limit: PAGE, after }));
    for (const { credential } of rows) {
      if (!credential) continue;
      after = credential.id;
      const { acceptance, hidden } = credential.choice;
      if (acceptance === 'accepted' && !hidden && !credential.erasedAt) yield credential.id;
    }
    if (rows.length < PAGE) return;
  }
}

/** The ids of all public profiles. A profile without a badge to show answers 404, and is then left out. */
export async function* madeProfiles(store: Reads): AsyncGenerator<ProfileId> {
  let after: ProfileId | undefined;
  for (;;) {
    const ids = await store.readPublicProfileIds(compact({ limit: PAGE, after }));
    yield* ids;
    after = ids.at(-1);
    if (ids.length < PAGE) return;
  }
}

/** The ids of all existing records of badges. */
export async function* madeRecords(store: Reads): AsyncGenerator<RecordId> {
  let after: RecordId | undefined;
  for (;;) {
    const ids = await store.readBadgeRecordIds(compact({ limit: PAGE, after }));
    yield* ids;
    after = ids.at(-1);
    if (ids.length < PAGE) return;
  }
}

/** The state of all data in the copy. A different `digest` after the work means that public data has changed
 *  in the meantime. */
export interface SiteState {
  readonly digest: string;
  /** Shown badges, profiles and records. */
  readonly count: number;
}

export async function readSiteState(store: Reads): Promise<SiteState> {
  const hash = createHash('sha256');
  const { common } = await store.readDataVersion({ kind: 'service' });
  hash.update(`${common}\n`);
  for (const { id, revision } of await store.readStatusLists()) hash.update(`${id} ${revision}\n`);
  let count = 0;
  for await (const id of shownCredentials(store)) {
    hash.update(`${id} ${(await store.readDataVersion({ kind: 'credential', id })).own}\n`);
    count += 1;
  }
  for await (const id of madeProfiles(store)) {
    hash.update(`${id} ${(await store.readDataVersion({ kind: 'profile', id })).own}\n`);
    count += 1;
  }
  for await (const id of madeRecords(store)) {
    const record = await store.readBadgeRecord(id);
    hash.update(`${id} ${typeof record === 'object' ? record.revision : ''}\n`);
    count += 1;
  }
  return { digest: hash.digest('hex'), count };
}
