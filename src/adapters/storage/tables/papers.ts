import type { PersonId } from '../../../domain/ids.ts';
import type { Paper, PaperFacts, PaperId, PaperKind } from '../../../domain/paper/paper.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Json } from './columns.ts';
import { withoutNulls } from './columns.ts';

export interface PaperTable {
  id: PaperId;
  kind: PaperKind;
  person_id: PersonId | null;
  uai: Uai;
  school_year: number;
  facts: Json;
  made_by: PersonId;
  made_at: Instant;
}

export function toPaperRow(it: Paper): PaperTable {
  return {
    id: it.id,
    kind: it.kind,
    person_id: it.personId ?? null,
    uai: it.uai,
    school_year: it.schoolYear,
    facts: JSON.stringify(it.facts),
    made_by: it.madeBy,
    made_at: it.madeAt,
  };
}

export function fromPaperRow(row: PaperTable): Paper {
  return withoutNulls({
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    uai: row.uai,
    schoolYear: row.school_year,
    facts: JSON.parse(row.facts) as PaperFacts,
    madeBy: row.made_by,
    madeAt: row.made_at,
  });
}
