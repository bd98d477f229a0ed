import type { ClassProjectReader } from '../../../application/store/class-project-reader.ts';
import type { ClassProjectChange } from '../../../domain/support/class-project.ts';
import type { Database } from '../database.ts';
import {
  fromClassProjectRow,
  fromParticipationRow,
  toClassProjectRow,
  toParticipationRow,
} from '../tables/class-projects.ts';
import { excluded } from '../writing/excluded.ts';
import { asStored, unguarded } from '../writing/guard.ts';
import type { Writers } from '../writing/writer.ts';

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
  'class-project-saved': unguarded(({ db }, { project }) => {
    const { id, ...rest } = toClassProjectRow(project);
    const insert = db.insertInto('class_project').values({ id, ...rest });
    return [insert.onConflict((on) => on.column('id').doUpdateSet(excluded(rest))).compile()];
  }),
  'classes-entered': unguarded(({ db }, { participation }) => {
    const row = toParticipationRow(participation);
    const { classes, class_count, joined_at } = row;
    const key = ['project_id', 'person_id', 'uai'] as const;
    const insert = db.insertInto('class_participation').values(row);
    const again = excluded({ classes, class_count, joined_at });
    return [insert.onConflict((on) => on.columns(key).doUpdateSet(again)).compile()];
  }),
  'classes-withdrawn': asStored(({ db }, { projectId, personId, uai }) => [
    db
      .deleteFrom('class_participation')
      .where('project_id', '=', projectId)
      .where('person_id', '=', personId)
      .where('uai', '=', uai)
      .compile(),
  ]),
} satisfies Writers<ClassProjectChange>;
