import type { ClassProjectReader } from '../../application/store/school-readers.ts';
import type {
  ClassParticipation,
  ClassProject,
  ClassProjectChange,
} from '../../domain/support/class-project.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { excluded } from './insert.ts';
import { premise, premiseHeld, rowAsRead } from './premise.ts';
import type { ClassParticipationTable, ClassProjectTable } from './tables.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

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

/** The most projects, and the most participations, that a page shows. */
const MOST_PROJECTS = 100;
const MOST_PARTICIPATIONS = 500;

export function makeClassProjectReader({ db }: Database): ClassProjectReader {
  const projects = () => db.selectFrom('class_project').selectAll();
  const participations = () => db.selectFrom('class_participation').selectAll().limit(MOST_PARTICIPATIONS);
  return {
    readClassProject: async (id) => {
      const row = await projects().where('id', '=', id).executeTakeFirst();
      return row && fromClassProjectRow(row);
    },
    readClassProjects: async () => {
      const newest = projects().orderBy('joins_until', 'desc').orderBy('id', 'desc').limit(MOST_PROJECTS);
      return (await newest.execute()).map(fromClassProjectRow);
    },
    readParticipationsOf: async (personId) => {
      const own = participations().where('person_id', '=', personId);
      return (await own.orderBy('joined_at').orderBy('uai').execute()).map(fromParticipationRow);
    },
    readParticipationsIn: async (projectId) => {
      const all = participations().where('project_id', '=', projectId);
      return (await all.orderBy('uai').orderBy('person_id').execute()).map(fromParticipationRow);
    },
  };
}

export const classProjects = {
  'class-project-added': newKey(({ db }, { project }) => [
    db.insertInto('class_project').values(toClassProjectRow(project)).compile(),
  ]),
  'class-project-changed': premised(['choice-as-read'], (database, { asRead, project }) => {
    const { id, ...row } = toClassProjectRow(project);
    return [
      premise(database, 'choice-as-read', rowAsRead('class_project', toClassProjectRow(asRead))),
      database.db.updateTable('class_project').set(row).where('id', '=', id).compile(),
    ];
  }),
  'classes-entered': premised(['choice-as-read'], (database, { participation, today }) => {
    const row = toParticipationRow(participation);
    const { classes, class_count, joined_at } = row;
    const key = ['project_id', 'person_id', 'uai'] as const;
    const insert = database.db.insertInto('class_participation').values(row);
    const again = excluded({ classes, class_count, joined_at });
    return [
      ...stillJoinable(database, { id: participation.projectId, today }),
      insert.onConflict((on) => on.columns(key).doUpdateSet(again)).compile(),
    ];
  }),
  'classes-withdrawn': premised(['choice-as-read'], (database, { projectId, personId, uai, today }) => [
    ...stillJoinable(database, { id: projectId, today }),
    database.db
      .deleteFrom('class_participation')
      .where('project_id', '=', projectId)
      .where('person_id', '=', personId)
      .where('uai', '=', uai)
      .compile(),
  ]),
} satisfies Writers<ClassProjectChange>;

/** Fails the whole commit where the project no longer takes classes on that day. */
function stillJoinable(
  database: Database,
  { id, today }: { readonly id: string; readonly today: LocalDate },
): Queries {
  const project = database.db.selectFrom('class_project').select('id').where('id', '=', id);
  const joinable = project.where('ended_at', 'is', null).where('joins_until', '>=', today);
  return premiseHeld(database, 'choice-as-read', joinable);
}
