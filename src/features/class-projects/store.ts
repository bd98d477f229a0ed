import {
  newKey,
  type Queries,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition, preconditionHeld, rowAsRead } from '../../adapters/storage/commit/precondition.ts';
import { audited, type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { ClassParticipation, ClassProject, ClassProjectChange, ClassProjectReader } from './feature.ts';

/** The most projects, and the most participations, that a page shows. */
const MOST_PROJECTS = 100;
const MOST_PARTICIPATIONS = 500;

const projectTable = recordTable<ClassProject>()('class_project', ['id'], {
  columns: ['id', 'title', 'url', 'audience', 'schoolYear', 'joinsUntil', 'madeBy', 'madeAt', 'endedAt'],
});

const participationTable = recordTable<ClassParticipation>()(
  'class_participation',
  ['projectId', 'personId', 'uai'],
  { columns: ['projectId', 'personId', 'uai', 'classes', 'count', 'joinedAt'] },
);

export function makeClassProjectReader({ db }: Database): ClassProjectReader {
  const participations = () => participationTable.select(db).limit(MOST_PARTICIPATIONS);
  return {
    readClassProject: (id) => projectTable.find(db, { id }),
    readClassProjects: () => {
      const newest = projectTable.select(db).orderBy('joins_until', 'desc').orderBy('id', 'desc');
      return projectTable.all(newest.limit(MOST_PROJECTS));
    },
    readParticipationsOf: (personId) => {
      const own = participations().where('person_id', '=', personId);
      return participationTable.all(own.orderBy('joined_at').orderBy('uai'));
    },
    readParticipationsIn: (projectId) => {
      const all = participations().where('project_id', '=', projectId);
      return participationTable.all(all.orderBy('uai').orderBy('person_id'));
    },
  };
}

export const classProjectWriters = {
  'class-project-added': newKey(({ db }, { project }) => [projectTable.insert(db, project)]),
  'class-project-changed': withPrecondition(['choice-as-read'], (database, { asRead, project }) => [
    precondition(database, 'choice-as-read', rowAsRead('class_project', projectTable.toRow(asRead))),
    projectTable.update(database.db, project),
  ]),
  'classes-entered': withPrecondition(['choice-as-read'], (database, { participation, today }) => [
    ...stillJoinable(database, { id: participation.projectId, today }),
    participationTable.save(database.db, participation),
  ]),
  'classes-withdrawn': withPrecondition(['choice-as-read'], (database, { today, ...participation }) => [
    ...stillJoinable(database, { id: participation.projectId, today }),
    participationTable.remove(database.db, participation),
  ]),
} satisfies Writers<ClassProjectChange>;

export const classProjectChecks = {
  'act-audited': [audited('class_project', 'id', 'class-project-made')],
  'nothing-ahead': [
    notAhead('class_project', 'id', 'made_at', 'ended_at'),
    notAhead('class_participation', 'project_id', 'joined_at'),
  ],
} satisfies InvariantChecks;

/** Fails the whole commit where the project no longer takes classes on that day. */
function stillJoinable(
  database: Database,
  { id, today }: { readonly id: string; readonly today: LocalDate },
): Queries {
  const project = projectTable.locate(database.db, { id });
  const joinable = project.where('ended_at', 'is', null).where('joins_until', '>=', today);
  return preconditionHeld(database, 'choice-as-read', joinable);
}
