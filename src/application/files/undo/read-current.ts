import type { PersonId } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';
import {
  type ImportedKind,
  type ImportedRecord,
  keyOfImported,
  type UndoLine,
} from '../../../domain/upload/import-log.ts';
import type { Store } from '../../ports.ts';

export type CurrentReader = Store;

/** The present records of these lines, by key. All lines are of one kind. */
export async function readCurrent(
  store: CurrentReader,
  kind: ImportedKind,
  lines: readonly Pick<UndoLine, 'entry'>[],
): Promise<ReadonlyMap<string, ImportedRecord>> {
  const keys = lines.map(({ entry }) => entry.key);
  const first = [...new Set(keys.map((key) => key.split('\n')[0] ?? ''))];
  const found = (await readRecords(store, kind, { keys, first })).map(
    (record) => ({ kind, record }) as ImportedRecord,
  );
  return new Map(found.map((one) => [keyOfImported(one), one]));
}

interface Keys {
  readonly keys: readonly string[];
  /** The first part of each key. */
  readonly first: readonly string[];
}

function readRecords(
  store: CurrentReader,
  kind: ImportedKind,
  { keys, first }: Keys,
): Promise<readonly object[]> {
  switch (kind) {
    case 'establishment':
      return store.readEstablishments(keys as readonly Uai[]);
    case 'person':
      return store.readPeople(keys as readonly PersonId[]);
    case 'event':
      return store.readEvents(keys);
    case 'authorisation':
      return store.readAuthorisations(first as readonly Uai[]);
    case 'engagement':
      return store.readEngagements(keys);
    case 'attendance':
      return store.readAttendances(first as readonly PersonId[]);
    case 'review':
      return store.readReviews(first as readonly PersonId[]);
    case 'contribution':
      return store.readContributions(keys);
  }
}
