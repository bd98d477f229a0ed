import type { SchoolProjectReader } from '../../../application/store/school-project-reader.ts';
import type { Database } from '../database.ts';
import { fromSchoolProjectRow, type SchoolProjectTable } from '../tables/school-projects.ts';

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
