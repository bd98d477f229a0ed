import type { ClassProjectChange } from '../../../domain/support/class-project.ts';
import { toClassProjectRow, toParticipationRow } from '../tables/class-projects.ts';
import { excluded } from './excluded.ts';
import type { Writers } from './writer.ts';

export const classProjects = {
  'class-project-saved': ({ db }, { project }) => {
    const { id, ...rest } = toClassProjectRow(project);
    const insert = db.insertInto('class_project').values({ id, ...rest });
    return [insert.onConflict((on) => on.column('id').doUpdateSet(excluded(rest))).compile()];
  },
  'classes-entered': ({ db }, { participation }) => {
    const row = toParticipationRow(participation);
    const { classes, class_count, joined_at } = row;
    const key = ['project_id', 'person_id', 'uai'] as const;
    const insert = db.insertInto('class_participation').values(row);
    const again = excluded({ classes, class_count, joined_at });
    return [insert.onConflict((on) => on.columns(key).doUpdateSet(again)).compile()];
  },
  'classes-withdrawn': ({ db }, { projectId, personId, uai }) => [
    db
      .deleteFrom('class_participation')
      .where('project_id', '=', projectId)
      .where('person_id', '=', personId)
      .where('uai', '=', uai)
      .compile(),
  ],
} satisfies Writers<ClassProjectChange>;
