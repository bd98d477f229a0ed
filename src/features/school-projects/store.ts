import {
  newKey,
  type Queries,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition, preconditionOfNone, rowAsRead } from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { SchoolProject, SchoolProjectChange, SchoolProjectReader } from './feature.ts';

const table = recordTable<Omit<SchoolProject, 'members'>>()('school_project', ['id'], {
  columns: ['id', 'uai', 'title', 'description', 'url', 'period', 'keptBy', 'keptAt'],
});

export function makeSchoolProjectReader({ db }: Database): SchoolProjectReader {
  const newestFirst = () => table.select(db).orderBy('starts_on', 'desc').orderBy('id');
  const withMembers = async (query: ReturnType<typeof newestFirst>) => {
    const projects = await table.all(query);
    if (projects.length === 0) return [];
    const ids = projects.map(({ id }) => id);
    const members = await db
      .selectFrom('school_project_member')
      .selectAll()
      .where('project_id', 'in', ids)
      .orderBy('person_id')
      .execute();
    return projects.map((project) => ({
      ...project,
      members: members.filter((row) => row.project_id === project.id).map((row) => row.person_id),
    }));
  };
  return {
    readSchoolProjects: (uai) => withMembers(newestFirst().where('uai', '=', uai)),
    readSchoolProjectsOf: (personId) => {
      const own = db
        .selectFrom('school_project_member')
        .select('project_id')
        .where('person_id', '=', personId);
      return withMembers(newestFirst().where('id', 'in', own));
    },
  };
}

export const schoolProjectWriters = {
  'school-project-added': newKey(({ db }, { project }) => [
    table.insert(db, project),
    ...join({ db }, project),
  ]),
  'school-project-changed': withPrecondition(['choice-as-read'], (database, { asRead, project }) => [
    ...stillAsRead(database, asRead),
    table.update(database.db, project),
    leave(database, project.id),
    ...join(database, project),
  ]),
  'school-project-removed': withPrecondition(['choice-as-read'], (database, { asRead }) => [
    ...stillAsRead(database, asRead),
    leave(database, asRead.id),
    table.remove(database.db, asRead),
  ]),
} satisfies Writers<SchoolProjectChange>;

export const schoolProjectChecks = {
  'nothing-ahead': [notAhead('school_project', 'id', 'kept_at')],
} satisfies InvariantChecks;

function stillAsRead(database: Database, asRead: SchoolProject): Queries {
  const { db, capabilities } = database;
  const others = db
    .selectFrom('school_project_member')
    .select('person_id')
    .where('project_id', '=', asRead.id)
    .where('person_id', 'not in', capabilities.listOf(asRead.members));
  return [
    precondition(database, 'choice-as-read', rowAsRead('school_project', table.toRow(asRead))),
    preconditionOfNone(database, 'choice-as-read', others),
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
