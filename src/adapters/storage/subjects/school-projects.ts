import type { SchoolProjectReader } from '../../../application/store/school-project-reader.ts';
import type { SchoolProjectChange } from '../../../domain/engagement/school-project.ts';
import type { Database } from '../database.ts';
import {
  fromSchoolProjectRow,
  type SchoolProjectTable,
  toSchoolProjectRow,
} from '../tables/school-projects.ts';
import { excluded } from '../writing/excluded.ts';
import { unguarded } from '../writing/guard.ts';
import type { Writers } from '../writing/writer.ts';

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
  'school-project-saved': unguarded(({ db }, { project }) => {
    const row = toSchoolProjectRow(project);
    const { id: _, ...values } = row;
    const insert = db.insertInto('school_project').values(row);
    return [
      insert.onConflict((on) => on.column('id').doUpdateSet(excluded(values))).compile(),
      db.deleteFrom('school_project_member').where('project_id', '=', project.id).compile(),
      ...project.members.map((personId) =>
        db
          .insertInto('school_project_member')
          .values({ project_id: project.id, person_id: personId })
          .compile(),
      ),
    ];
  }),
  'school-project-removed': unguarded(({ db }, { id }) => [
    db.deleteFrom('school_project_member').where('project_id', '=', id).compile(),
    db.deleteFrom('school_project').where('id', '=', id).compile(),
  ]),
} satisfies Writers<SchoolProjectChange>;
