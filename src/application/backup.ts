import { audit } from '../domain/audit/entry.ts';
import type { Instant } from '../domain/time/calendar.ts';
import { COMMAND_LINE } from './jobs/step.ts';
import type { Store } from './ports.ts';

/** The last backup, as whoever made it noted it. */
export interface NotedBackup {
  readonly at: Instant;
  /** Absent if another program made it. */
  readonly bytes?: number;
}

const NAME = 'last-backup';

type BackupStore = Pick<Store, 'commit' | 'readSettings'>;

/** Notes that a backup was made, so that the figures can say how old the last one is, and the audit who has a copy of
 *  everything. */
export async function noteBackup(store: BackupStore, backup: NotedBackup): Promise<void> {
  const asRead = (await store.readSettings()).get(NAME);
  const value = JSON.stringify(backup);
  const { at, bytes } = backup;
  await store.commit([
    { kind: 'setting-changed', name: NAME, value, asRead, at, by: COMMAND_LINE },
    audit('backup-made', {
      at,
      actor: COMMAND_LINE,
      subject: NAME,
      ...(bytes !== undefined && { details: { bytes } }),
    }),
  ]);
}

/** The last backup that was noted; undefined if none ever was. */
export async function readLastBackup(store: Pick<Store, 'readSettings'>): Promise<NotedBackup | undefined> {
  const text = (await store.readSettings()).get(NAME);
  return text === undefined ? undefined : (JSON.parse(text) as NotedBackup);
}
