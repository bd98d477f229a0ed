import type { SchoolProjectChange } from '../../../domain/engagement/school-project.ts';
import { toSchoolProjectRow } from '../tables/school-projects.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const schoolProjects = {
  'school-project-saved': ({ db }, { project }) => {
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
  },
  'school-project-removed': ({ db }, { id }) => [
    db.deleteFrom('school_project_member').where('project_id', '=', id).compile(),
    db.deleteFrom('school_project').where('id', '=', id).compile(),
  ],
} satisfies Writers<SchoolProjectChange>;
