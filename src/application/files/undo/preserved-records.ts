import type { PersonId } from '../../../domain/ids.ts';
import { fullName } from '../../../domain/person/name.ts';
import type { Person } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import {
  IMPORTED_KINDS,
  type ImportedKind,
  type ImportedRecord,
  type ImportRun,
  type PreservedReason,
  type UndoRecord,
} from '../../../domain/upload/import-log.ts';
import { credentialUrl } from '../../../issuing/addresses.ts';
import type { Labelled } from '../../awards/recipient.ts';
import { readSchoolsOf } from '../../people/schools.ts';
import type { Ports } from '../../service-ports.ts';
import type { AwardWithCredential } from '../../store/badge-readers.ts';
import { personOf, readCountingAwards, readCurrent } from './check.ts';

/** A record that stays when its import is undone, and what is around it. */
interface PreservedRecord {
  readonly line: UndoRecord;
  readonly reason: PreservedReason;
  readonly current: ImportedRecord | undefined;
  /** What tells the record from others of its kind. */
  readonly label: string;
  /** The person whom it is about, and the school that tells them from namesakes. */
  readonly owner?: Person;
  readonly school?: string;
  /** The awards that count it, where one of them is the reason. */
  readonly awards: readonly AwardWithCredential[];
}

/** The first records that stay. The screen and programs ask here. */
export async function readPreservedRecords(
  store: Ports['store'],
  run: ImportRun,
  limit: number,
): Promise<readonly PreservedRecord[]> {
  const lines = await store.readUndoRecords(run.id, { verdict: 'kept', limit });
  const records = await readRecords(store, lines);
  const found = [...records.values()].flatMap((ofKind) => [...ofKind.values()]);
  const ids = found.flatMap((one) => ownerOf(one) ?? []);
  const [people, awardsOf] = await Promise.all([
    store.readPeople([...new Set(ids)]),
    readCountingAwards(store, run, found),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const schoolOf = await readSchoolsOf(store, people);
  return lines.map((line) => {
    const current = records.get(line.kind)?.get(line.entry.key);
    const id = current && ownerOf(current);
    const owner = id && byId.get(id);
    const { reason = 'changed-since' } = line;
    return compact({
      ...{ line, reason, current, owner },
      label: labelOf(line, current),
      school: owner && schoolOf(owner),
      awards: current && reason === 'award' ? awardsOf(current) : [],
    }) as PreservedRecord;
  });
}

function ownerOf(one: ImportedRecord): PersonId | undefined {
  return one.kind === 'person' ? one.record.id : personOf(one);
}

/** The present records of the lines, by kind and key. */
async function readRecords(store: Ports['store'], lines: readonly UndoRecord[]) {
  const found = await Promise.all(
    IMPORTED_KINDS.map(async (kind) => {
      const own = lines.filter((one) => one.kind === kind);
      return [kind, own.length > 0 ? await readCurrent(store, kind, own) : new Map()] as const;
    }),
  );
  return new Map<ImportedKind, ReadonlyMap<string, ImportedRecord>>(found);
}

function labelOf({ kind, entry: { key } }: UndoRecord, current: ImportedRecord | undefined): string {
  switch (current?.kind) {
    case 'person':
      return fullName(current.record);
    case 'establishment':
      return current.record.name;
    case 'event':
      return current.record.title;
    case 'engagement':
    case 'contribution':
      return current.record.reference;
    case 'attendance':
      return current.record.eventCode;
    case 'review':
      return `${current.record.uai} · ${current.record.on}`;
    default:
      return kind === 'person' ? '…' : key.replaceAll('\n', ' · ');
  }
}

/** A record that stays, as programs see it. */
export interface PreservedRecordLine extends Labelled {
  readonly records: ImportedKind;
  readonly record: string;
  readonly reason: PreservedReason;
  readonly badges: readonly { readonly badge: string; readonly credential?: string }[];
}

export function toPreservedRecordLine(
  origin: string,
  { line, label, reason, owner, school, awards }: PreservedRecord,
): PreservedRecordLine {
  return compact({
    ...{ records: line.kind, record: label, reason },
    ...(owner && { email: owner.emails[0], name: fullName(owner) }),
    school,
    badges: awards.map(({ award, credential }) =>
      compact({ badge: award.achievement, credential: credential && credentialUrl(origin, credential.id) }),
    ),
  });
}
