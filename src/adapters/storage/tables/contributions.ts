import type { PersonId } from '../../../domain/ids.ts';
import type { Contribution, ContributionKind } from '../../../domain/records.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Flag } from './columns.ts';
import { flag, withoutNulls } from './columns.ts';

export interface ContributionTable {
  reference: string;
  person_id: PersonId;
  kind: ContributionKind;
  dated_on: LocalDate;
  title: string | null;
  description: string | null;
  url: string | null;
  validated: Flag;
  judged_by: PersonId | null;
  judged_at: Instant | null;
}

export function toContributionRow(it: Contribution): ContributionTable {
  return {
    reference: it.reference,
    person_id: it.personId,
    kind: it.kind,
    dated_on: it.on,
    title: it.title ?? null,
    description: it.description ?? null,
    url: it.url ?? null,
    validated: flag(it.validated),
    judged_by: it.judged?.by ?? null,
    judged_at: it.judged?.at ?? null,
  };
}

export function fromContributionRow(row: ContributionTable): Contribution {
  return withoutNulls({
    reference: row.reference,
    personId: row.person_id,
    kind: row.kind,
    on: row.dated_on,
    title: row.title,
    description: row.description,
    url: row.url,
    validated: row.validated === 1,
    ...(row.judged_by !== null &&
      row.judged_at !== null && { judged: { by: row.judged_by, at: row.judged_at } }),
  });
}
