import type { NameChoice } from '../../../domain/award/award-types.ts';
import type { BadgeRecord } from '../../../domain/holder/badge-record.ts';
import type { PersonId, RecordId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Flag, Json } from './columns.ts';

export interface BadgeRecordTable {
  person_id: PersonId;
  id: RecordId;
  name_form: NameChoice;
  revision: number;
  valid_from: Instant;
  document: string;
  jws: string;
  key_ids: Json;
  subject_id: string;
  made_of: string;
}

export interface BadgeRecordEntryTable {
  record_id: RecordId;
  status_list_id: string;
  status_index: number;
  withdrawn: Flag;
}

export function toBadgeRecordRow(it: BadgeRecord): BadgeRecordTable {
  return {
    person_id: it.personId,
    id: it.id,
    name_form: it.name,
    revision: it.revision,
    valid_from: it.validFrom,
    document: it.document,
    jws: it.jws,
    key_ids: JSON.stringify(it.keyIds),
    subject_id: it.subjectId,
    made_of: it.madeOf,
  };
}

export function fromBadgeRecordRow(
  row: BadgeRecordTable & Pick<BadgeRecordEntryTable, 'status_list_id' | 'status_index'>,
): BadgeRecord {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name_form,
    revision: row.revision,
    validFrom: row.valid_from,
    document: row.document,
    jws: row.jws,
    keyIds: JSON.parse(row.key_ids) as readonly string[],
    subjectId: row.subject_id,
    madeOf: row.made_of,
    statusListId: row.status_list_id,
    statusIndex: row.status_index,
  };
}
