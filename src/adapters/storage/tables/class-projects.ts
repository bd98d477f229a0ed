import type { PersonId } from '../../../domain/ids.ts';
import type { ClassParticipation, ClassProject } from '../../../domain/support/class-project.ts';
import type { SchoolYear } from '../../../domain/time/school-year.ts';
import type { Instant, LocalDate } from '../../../domain/time/time.ts';
import type { Uai } from '../../../domain/uai.ts';
import { withoutNulls } from './columns.ts';

export interface ClassProjectTable {
  id: string;
  title: string;
  url: string | null;
  audience: string;
  school_year: SchoolYear;
  joins_until: LocalDate;
  made_by: PersonId;
  made_at: Instant;
  ended_at: Instant | null;
}

export interface ClassParticipationTable {
  project_id: string;
  person_id: PersonId;
  uai: Uai;
  classes: string;
  class_count: number;
  joined_at: Instant;
}

export function toClassProjectRow(it: ClassProject): ClassProjectTable {
  return {
    id: it.id,
    title: it.title,
    url: it.url ?? null,
    audience: it.audience,
    school_year: it.schoolYear,
    joins_until: it.joinsUntil,
    made_by: it.madeBy,
    made_at: it.madeAt,
    ended_at: it.endedAt ?? null,
  };
}

export function fromClassProjectRow(row: ClassProjectTable): ClassProject {
  return withoutNulls({
    id: row.id,
    title: row.title,
    url: row.url,
    audience: row.audience,
    schoolYear: row.school_year,
    joinsUntil: row.joins_until,
    madeBy: row.made_by,
    madeAt: row.made_at,
    endedAt: row.ended_at,
  });
}

export function toParticipationRow(it: ClassParticipation): ClassParticipationTable {
  return {
    project_id: it.projectId,
    person_id: it.personId,
    uai: it.uai,
    classes: it.classes,
    class_count: it.count,
    joined_at: it.joinedAt,
  };
}

export function fromParticipationRow(row: ClassParticipationTable): ClassParticipation {
  return {
    projectId: row.project_id,
    personId: row.person_id,
    uai: row.uai,
    classes: row.classes,
    count: row.class_count,
    joinedAt: row.joined_at,
  };
}
