import { sql } from 'kysely';
import {
  newKey,
  type Queries,
  type Writers,
  withPrecondition,
} from '../../adapters/storage/commit/change-writer.ts';
import { precondition } from '../../adapters/storage/commit/precondition.ts';
import { fromEngagementRow } from '../../adapters/storage/engagements/rows.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { readAll, readColumn, readFirst, sliceBy } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { Tables } from '../../adapters/storage/mapping/tables.ts';
import { NO_PERSON } from '../../domain/ids.ts';
import type { Confirmation } from '../../domain/records.ts';
import type { Contest, ContestChange, ContestReader } from './feature.ts';

/** Stands in place of the author of a contest that a file of the DANE opened. */
const A_FILE = NO_PERSON.file;

const table = recordTable<Omit<Contest, 'motive' | 'openedBy'>>()('contest', ['id'], {
  columns: [
    ...(['id', 'engagementReference', 'personId', 'uai', 'openedAt', 'answer', 'answeredAt'] as const),
    ...(['decision', 'withdrawnAt'] as const),
  ],
  json: ['decision.references'],
});

function fromContestRow({ motive, opened_by: openedBy, ...row }: Tables['contest']): Contest {
  return {
    ...table.fromRow(row),
    ...(motive !== '' && { motive }),
    ...(openedBy !== A_FILE && { openedBy }),
  };
}

export function makeContestReader({ db }: Database): ContestReader {
  const contests = () => table.select(db);
  return {
    readContest: (id) => readFirst(contests().where('id', '=', id), fromContestRow),
    readContestsOfSchool: (uai) =>
      readAll(contests().where('uai', '=', uai).orderBy('opened_at', 'desc'), fromContestRow),
    readContestsOfPerson: (personId) =>
      readAll(contests().where('person_id', '=', personId).orderBy('opened_at', 'desc'), fromContestRow),
    readContests: (slice, open) =>
      readAll(
        sliceBy(contests(), 'id', slice)
          .$if(open, (query) => query.where('decided_at', 'is', null).where('withdrawn_at', 'is', null))
          .$if(!open, (query) =>
            query.where((eb) =>
              eb.or([eb('decided_at', 'is not', null), eb('withdrawn_at', 'is not', null)]),
            ),
          ),
        fromContestRow,
      ),
    readUnopenedContests: (limit) => {
      const known = db.selectFrom('contest').select('engagement_reference').where('withdrawn_at', 'is', null);
      return readAll(
        db
          .selectFrom('engagement')
          .selectAll()
          .where('confirmation', '=', CONTESTED)
          // An engagement that was contested in the service has its contest, or was cut off an engagement that has one.
          .where('decided_by', 'is', null)
          .where('reference', 'not in', known)
          .orderBy('reference')
          .limit(limit),
        fromEngagementRow,
      );
    },
    readObsoleteContests: (limit) =>
      readColumn(
        contests()
          .innerJoin('engagement', 'engagement.reference', 'contest.engagement_reference')
          .select('contest.id')
          .where('decided_at', 'is', null)
          .where('withdrawn_at', 'is', null)
          .where('confirmation', '<>', CONTESTED)
          .orderBy('contest.id')
          .limit(limit),
        'id',
      ),
  };
}

/** Written as a literal: an engine uses a partial index only if it sees the condition itself. */
const CONTESTED = sql.lit<Confirmation>('contested');

export const contestWriters = {
  'contest-opened': newKey(({ db }, { contest }) => {
    const { motive = '', openedBy = A_FILE } = contest;
    return [table.insert(db, contest, { motive, opened_by: openedBy })];
  }),
  'contest-answered': withPrecondition(['contest-still-open'], (database, { id, answer, at }) =>
    changeOpen(database, id, { answer, answered_at: at }),
  ),
  'contest-decided': withPrecondition(['contest-still-open'], (database, { id, decision }) =>
    changeOpen(database, id, table.columnsIn({ decision })),
  ),
  'contest-withdrawn': withPrecondition(['contest-still-open'], (database, { id, at }) =>
    changeOpen(database, id, { withdrawn_at: at }),
  ),
} satisfies Writers<ContestChange>;

export const contestChecks = {
  'nothing-ahead': [notAhead('contest', 'id', 'opened_at', 'answered_at', 'decided_at', 'withdrawn_at')],
} satisfies InvariantChecks;

function changeOpen(database: Database, id: string, columns: Partial<Tables['contest']>): Queries {
  const { db } = database;
  const open = table.locate(db, { id }).where('decided_at', 'is', null).where('withdrawn_at', 'is', null);
  return [
    precondition(database, 'contest-still-open', open),
    db.updateTable('contest').set(columns).where('id', '=', id).compile(),
  ];
}
