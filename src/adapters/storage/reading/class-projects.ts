import type { ClassProjectReader } from '../../../application/store/class-project-reader.ts';
import type { Database } from '../database.ts';
import { fromClassProjectRow, fromParticipationRow } from '../tables/class-projects.ts';

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
