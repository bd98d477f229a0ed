import { importedRecord } from '../../../domain/change/imported-record.ts';
import type { Change } from '../../../domain/change/union.ts';
import {
  digestOfImported,
  type ImportEntry,
  type ImportedKind,
  type ImportedRecords,
  type ImportRun,
  keyOfImported,
} from '../../../domain/upload/import-log.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { LineOutcome } from './file-kind.ts';

/** Records the changes of an import, in the commits of the import itself. */
export interface ImportLog {
  readonly id: string;
  /** The changes that a batch adds to its commit; none if it changes no record. */
  changesOf(decided: readonly LineOutcome[]): readonly Change[];
  /** Called after the commit succeeded. A batch whose commit failed is decided and logged again. */
  committed(): void;
}

export function makeImportLog({
  ids,
  clock,
  actor,
}: {
  readonly ids: Pick<Ids, 'uuid'>;
  readonly clock: Clock;
  readonly actor: string;
}): ImportLog {
  const run: ImportRun = { id: ids.uuid(), actor, begunAt: clock.now() };
  let position = 0;
  let logged = false;
  return {
    id: run.id,
    changesOf: (decided) => {
      // Two lines of a batch may change one record. Undoing restores the record before the first line.
      const entries = new Map<string, ImportEntry>();
      let kind: ImportedKind | undefined;
      for (const { changes, before } of decided) {
        const record = changes[0] && importedRecord(changes[0]);
        if (!record) continue;
        kind = record.kind;
        const entry = { key: keyOfImported(record), after: digestOfImported(record) };
        const earlier = entries.get(entry.key);
        const was = earlier ? earlier.before : (before as ImportedRecords[ImportedKind] | undefined);
        entries.set(entry.key, was ? { ...entry, before: was } : entry);
      }
      logged = kind !== undefined;
      if (!kind) return [];
      const batch = { importId: run.id, position, kind, entries: [...entries.values()] };
      return [
        ...(position === 0 ? [{ kind: 'import-begun' as const, run }] : []),
        { kind: 'import-logged', batch },
      ];
    },
    committed: () => {
      if (logged) position += 1;
    },
  };
}
