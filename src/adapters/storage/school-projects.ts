import type { SchoolProjectReader } from '../../application/store/school-readers.ts';
import type { SchoolProject, SchoolProjectChange } from '../../domain/engagement/school-project.ts';
import type { PersonId } from '../../domain/ids.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { premise, premiseOfNone, rowAsRead } from './premise.ts';
import type { SchoolProjectTable } from './tables.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

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

export function makeSchoolProjectReader({ db }: Database): SchoolProjectReader {
  const newestFirst = () =>
    db.selectFrom('school_project').selectAll().orderBy('starts_on', 'desc').orderBy('id');
  const withMembers = async (rows: readonly SchoolProjectTable[]) => {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const members = await db
      .selectFrom('school_project_member')
      .selectAll()
      .where('project_id', 'in', ids)
      .orderBy('person_id')
      .execute();
    return rows.map((row) =>
      fromSchoolProjectRow(
        row,
        members.filter(({ project_id: id }) => id === row.id).map(({ person_id: id }) => id),
      ),
    );
  };
  return {
    readSchoolProjects: async (uai) => withMembers(await newestFirst().where('uai', '=', uai).execute()),
    readSchoolProjectsOf: async (personId) => {
      const own = db
        .selectFrom('school_project_member')
        .select('project_id')
        .where('person_id', '=', personId);
      return withMembers(await newestFirst().where('id', 'in', own).execute());
    },
  };
}

export const schoolProjects = {
  'school-project-added': newKey(({ db }, { project }) => [
    db.insertInto('school_project').values(toSchoolProjectRow(project)).compile(),
    ...join({ db }, project),
  ]),
  'school-project-changed': premised(['choice-as-read'], (database, { asRead, project }) => {
    const { id, ...row } = toSchoolProjectRow(project);
    return [
      ...stillAsRead(database, asRead),
      database.db.updateTable('school_project').set(row).where('id', '=', id).compile(),
      leave(database, id),
      ...join(database, project),
    ];
  }),
  'school-project-removed': premised(['choice-as-read'], (database, { asRead }) => [
    ...stillAsRead(database, asRead),
    leave(database, asRead.id),
    database.db.deleteFrom('school_project').where('id', '=', asRead.id).compile(),
  ]),
} satisfies Writers<SchoolProjectChange>;

function stillAsRead(database: Database, asRead: SchoolProject): Queries {
  const { db, capabilities } = database;
  const others = db
    .selectFrom('school_project_member')
    .select('person_id')
    .where('project_id', '=', asRead.id)
    .where('person_id', 'not in', capabilities.listOf(asRead.members));
  return [
    premise(database, 'choice-as-read', rowAsRead('school_project', toSchoolProjectRow(asRead))),
    premiseOfNone(database, 'choice-as-read', others),
  ];
}

function join({ db }: Pick<Database, 'db'>, { id, members }: SchoolProject): Queries {
  return members.map((personId) =>
    db.insertInto('school_project_member').values({ project_id: id, person_id: personId }).compile(),
  );
}

function leave({ db }: Pick<Database, 'db'>, id: string) {
  return db.deleteFrom('school_project_member').where('project_id', '=', id).compile();
}
