import type { Means, MeansKind } from '../../../domain/engagement/means.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';

export interface MeansTable {
  person_id: PersonId;
  uai: Uai;
  kind: MeansKind;
  description: string;
  since: LocalDate;
}

export function toMeansRow(it: Means): MeansTable {
  return {
    person_id: it.personId,
    uai: it.uai,
    kind: it.kind,
    description: it.description,
    since: it.since,
  };
}

export function fromMeansRow(row: MeansTable): Means {
  return {
    personId: row.person_id,
    uai: row.uai,
    kind: row.kind,
    description: row.description,
    since: row.since,
  };
}
