import type { Change } from '../../../domain/change/change.ts';
import { isSaidDifferently } from '../../../domain/person-fields.ts';
import type { Establishment, Person } from '../../../domain/records.ts';
import type { ImportedKind, ImportedRecord, ImportedRecords } from '../../../domain/upload/import-log.ts';
import { reSignTasks } from '../../people/re-sign-tasks.ts';
import type { Ports } from '../../service-ports.ts';
import { readSchoolReSigning } from '../import/renamed-schools.ts';
import type { JudgedLine } from './judge-undo.ts';

/** The changes that undo these lines of one kind: records that the import created are removed, and records
 *  that it changed get their former values back. The whole commit is refused where a record was changed since
 *  it was judged. Badges that show a name that changes back are signed again. */
export async function changesOfUndo(
  ports: Ports,
  judged: readonly Required<JudgedLine>[],
): Promise<readonly Change[]> {
  const [first] = judged;
  if (!first) return [];
  const { kind } = first.line;
  const created = judged.filter(({ line }) => line.entry.before === undefined);
  const changed = judged.filter(({ line }) => line.entry.before !== undefined);
  const records = created.map(({ current }) => current.record);
  const asRead = changed.map(({ current }) => current.record);
  return [
    ...(asRead.length > 0 ? [{ kind: 'records-as-read' as const, of: kind, records: asRead }] : []),
    ...changed.flatMap(({ line, current }) =>
      restore(kind, current, line.entry.before as ImportedRecords[ImportedKind]),
    ),
    ...(records.length > 0 ? [{ kind: 'records-unmade' as const, of: kind, records }] : []),
    ...(await reSigning(ports, kind, changed)),
  ];
}

function restore(
  kind: ImportedKind,
  current: ImportedRecord,
  before: ImportedRecords[ImportedKind],
): readonly Change[] {
  const was = { kind, record: before } as ImportedRecord;
  switch (was.kind) {
    case 'establishment':
      return [{ kind: 'establishment-saved', establishment: was.record }];
    case 'person':
      return [{ kind: 'person-saved', person: was.record }];
    case 'event':
      return [{ kind: 'event-saved', event: was.record }];
    case 'authorisation':
      return [{ kind: 'authorisation-saved', authorisation: was.record }];
    case 'engagement':
      return current.kind === 'engagement'
        ? [{ kind: 'engagement-imported', engagement: was.record, asRead: current.record }]
        : [];
    case 'attendance':
      return [{ kind: 'attendance-saved', attendance: was.record }];
    case 'review':
      return [{ kind: 'progress-review-saved', review: was.record }];
    case 'contribution':
      return [{ kind: 'contribution-saved', contribution: was.record }];
  }
}

async function reSigning(
  { store, clock, ids }: Ports,
  kind: ImportedKind,
  changed: readonly Required<JudgedLine>[],
): Promise<readonly Change[]> {
  const at = clock.now();
  if (kind === 'person') {
    const renamed = changed.filter(({ line, current }) =>
      isSaidDifferently(current.record as Person, line.entry.before as Person),
    );
    const recipients = renamed.map(({ current }) => ({
      kind: 'person' as const,
      personId: (current.record as Person).id,
    }));
    return recipients.length > 0 ? reSignTasks({ ids, at }, await store.readAwardsOf(recipients)) : [];
  }
  if (kind !== 'establishment' || changed.length === 0) return [];
  const said = changed.map(({ line }) => line.entry.before as Establishment);
  const stored = new Map(
    changed.map(({ current }) => [(current.record as Establishment).uai, current.record as Establishment]),
  );
  const context = { reader: store, ids, at, phase: 'decide' as const };
  const reSign = await readSchoolReSigning(context, said, stored);
  return said.flatMap(({ uai }) => reSign(uai));
}
