import { sql } from 'kysely';
import type { ContestReader } from '../../application/store/engagement-readers.ts';
import type { Contest, ContestChange } from '../../domain/contest/contest.ts';
import { NO_PERSON } from '../../domain/ids.ts';
import type { Confirmation } from '../../domain/records.ts';
import { withoutNulls } from './columns.ts';
import type { Database } from './database.ts';
import { fromEngagementRow } from './engagement-rows.ts';
import { premise } from './premise.ts';
import type { ContestTable } from './tables.ts';
import { newKey, premised, type Queries, type Writers } from './writer.ts';

/** Stands in place of the author of a contest that a file of the DANE opened. */
const A_FILE = NO_PERSON.file;

export function toContestRow(it: Contest): ContestTable {
  return {
    id: it.id,
    engagement_reference: it.engagementReference,
    person_id: it.personId,
    uai: it.uai,
    motive: it.motive ?? '',
    opened_by: it.openedBy ?? A_FILE,
    opened_at: it.openedAt,
    answer: it.answer ?? null,
    answered_at: it.answeredAt ?? null,
    outcome: it.decision?.outcome ?? null,
    decision_reason: it.decision?.reason ?? null,
    decided_by: it.decision?.by ?? null,
    decided_at: it.decision?.at ?? null,
    decided_references: it.decision ? JSON.stringify(it.decision.references) : null,
    withdrawn_at: it.withdrawnAt ?? null,
  };
}

export function fromContestRow(row: ContestTable): Contest {
  const { outcome, decided_at: at, decided_by: by } = row;
  return withoutNulls({
    id: row.id,
    engagementReference: row.engagement_reference,
    personId: row.person_id,
    uai: row.uai,
    ...(row.motive !== '' && { motive: row.motive }),
    ...(row.opened_by !== A_FILE && { openedBy: row.opened_by }),
    openedAt: row.opened_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    ...(outcome !== null &&
      at !== null &&
      by !== null && {
        decision: {
          outcome,
          at,
          by,
          reason: row.decision_reason ?? '',
          references: JSON.parse(row.decided_references ?? '[]') as readonly string[],
        },
      }),
    withdrawnAt: row.withdrawn_at,
  });
}

export function makeContestReader({ db }: Database): ContestReader {
  const contests = () => db.selectFrom('contest').selectAll('contest');
  return {
    readContest: async (id) => {
      const row = await contests().where('id', '=', id).executeTakeFirst();
      return row && fromContestRow(row);
    },
    readContestsOfEstablishment: async (uai) => {
      const rows = await contests().where('uai', '=', uai).orderBy('opened_at', 'desc').execute();
      return rows.map(fromContestRow);
    },
    readContestsOfPerson: async (personId) => {
      const rows = await contests().where('person_id', '=', personId).orderBy('opened_at', 'desc').execute();
      return rows.map(fromContestRow);
    },
    readContests: async ({ after, limit }, open) => {
      const rows = await contests()
        .$if(open, (query) => query.where('decided_at', 'is', null).where('withdrawn_at', 'is', null))
        .$if(!open, (query) =>
          query.where((eb) => eb.or([eb('decided_at', 'is not', null), eb('withdrawn_at', 'is not', null)])),
        )
        .$if(after !== undefined, (query) => query.where('id', '>', after as string))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromContestRow);
    },
    readUnopenedContests: async (limit) => {
      const known = db.selectFrom('contest').select('engagement_reference').where('withdrawn_at', 'is', null);
      const rows = await db
        .selectFrom('engagement')
        .selectAll()
        .where('confirmation', '=', CONTESTED)
        // A segment that was contested in the service has its contest, or was cut off a segment that has one.
        .where('decided_by', 'is', null)
        .where('reference', 'not in', known)
        .orderBy('reference')
        .limit(limit)
        .execute();
      return rows.map(fromEngagementRow);
    },
    readObsoleteContests: async (limit) => {
      const rows = await contests()
        .innerJoin('engagement', 'engagement.reference', 'contest.engagement_reference')
        .select('contest.id')
        .where('decided_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('confirmation', '<>', CONTESTED)
        .orderBy('contest.id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}

/** Written as a literal: an engine uses a partial index only where it sees the condition itself. */
const CONTESTED = sql.lit<Confirmation>('contested');

export const contests = {
  'contest-opened': newKey(({ db }, { contest }) => [
    db.insertInto('contest').values(toContestRow(contest)).compile(),
  ]),
  'contest-answered': premised(['contest-still-open'], (database, { id, answer, at }) =>
    changeOpen(database, id, { answer, answered_at: at }),
  ),
  'contest-decided': premised(
    ['contest-still-open'],
    (database, { id, decision: { outcome, reason, by, at, references } }) =>
      changeOpen(database, id, {
        outcome,
        decision_reason: reason,
        decided_by: by,
        decided_at: at,
        decided_references: JSON.stringify(references),
      }),
  ),
  'contest-withdrawn': premised(['contest-still-open'], (database, { id, at }) =>
    changeOpen(database, id, { withdrawn_at: at }),
  ),
} satisfies Writers<ContestChange>;

function changeOpen(database: Database, id: string, columns: Partial<ContestTable>): Queries {
  const { db } = database;
  const open = db
    .selectFrom('contest')
    .select('id')
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null);
  return [
    premise(database, 'contest-still-open', open),
    db.updateTable('contest').set(columns).where('id', '=', id).compile(),
  ];
}
