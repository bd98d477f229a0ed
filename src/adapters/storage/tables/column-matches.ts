import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { ColumnMatch } from '../../../domain/upload/column-match.ts';
import type { Json } from './columns.ts';

export interface ColumnMatchTable {
  person_id: PersonId;
  fingerprint: string;
  kind: string;
  titles: Json;
  columns: Json;
  made_at: Instant;
}

export function toColumnMatchRow(it: ColumnMatch): ColumnMatchTable {
  return {
    person_id: it.personId,
    fingerprint: it.fingerprint,
    kind: it.kind,
    titles: JSON.stringify(it.titles),
    columns: JSON.stringify(it.columns),
    made_at: it.madeAt,
  };
}

export function fromColumnMatchRow(row: ColumnMatchTable): ColumnMatch {
  return {
    personId: row.person_id,
    fingerprint: row.fingerprint,
    kind: row.kind,
    titles: JSON.parse(row.titles) as readonly string[],
    columns: JSON.parse(row.columns) as Readonly<Record<string, number>>,
    madeAt: row.made_at,
  };
}
