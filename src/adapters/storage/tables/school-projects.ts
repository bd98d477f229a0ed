import type { SchoolProject } from '../../../domain/engagement/school-project.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { withoutNulls } from './columns.ts';

export interface SchoolProjectTable {
  id: string;
  uai: Uai;
  title: string;
  description: string;
  url: string | null;
  starts_on: LocalDate;
  ends_on: LocalDate | null;
  kept_by: PersonId;
  kept_at: Instant;
}

export interface SchoolProjectMemberTable {
  project_id: string;
  person_id: PersonId;
}

export function toSchoolProjectRow(it: SchoolProject): SchoolProjectTable {
  return {
    id: it.id,
    uai: it.uai,
    title: it.title,
    description: it.description,
    url: it.url ?? null,
    starts_on: it.period.from,
    ends_on: it.period.to ?? null,
    kept_by: it.keptBy,
    kept_at: it.keptAt,
  };
}

export function fromSchoolProjectRow(row: SchoolProjectTable, members: readonly PersonId[]): SchoolProject {
  return withoutNulls({
    id: row.id,
    uai: row.uai,
    title: row.title,
    description: row.description,
    url: row.url,
    period: withoutNulls({ from: row.starts_on, to: row.ends_on }),
    members,
    keptBy: row.kept_by,
    keptAt: row.kept_at,
  });
}
