import { type SqlBool, sql } from 'kysely';
import type { AwardReader, AwardWithCredential } from '../../../application/store/badge-readers.ts';
import type { Award, AwardChange, Recipient } from '../../../domain/award/types.ts';
import type { AwardId } from '../../../domain/ids.ts';
import type { Slice } from '../../../domain/tables/keyset-page.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import { type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition, versionsStand } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { insertEach } from '../mapping/insert.ts';
import { countRows, sliceBy } from '../mapping/queries.ts';
import type { Tables } from '../mapping/tables.ts';
import { dropProposals, noneRefused, recipientsKnown } from './decision-preconditions.ts';
import { awardIdsOf, credentialTable, fromAwardRow, toAwardRow } from './rows.ts';

export function makeAwardReader(database: Database): AwardReader {
  const { db } = database;
  return {
    readAwardsOf: (recipients) => readAwardsOf(database, recipients),
    readAwardSlice: (page) => readAwardSlice(database, page),
    readStandingBadges: (filter) => readStandingBadges(database, filter),
    readAwardsAlike: (filter) => readAwardsAlike(database, filter),
    readAwardsToRemind: (due) => readAwardsToRemind(database, due),
    countStandingBadges: (achievement) =>
      countRows(
        db
          .selectFrom('award')
          .innerJoin('credential', 'credential.award_id', 'award.id')
          .where('award.achievement', '=', achievement)
          .where('credential.revoked_at', 'is', null)
          .where('credential.erased_at', 'is', null),
      ),
    countUnsignedAwards: () => countRows(db.selectFrom('award').where('signed', '=', sql.lit(0))),
  };
}

async function readAwardsOf(
  { db, capabilities }: Database,
  recipients: readonly Recipient[],
): Promise<readonly AwardWithCredential[]> {
  if (recipients.length === 0) return [];
  const awards = await db
    .selectFrom('award')
    .selectAll('award')
    .where('award.id', 'in', awardIdsOf({ db, capabilities }, recipients))
    .orderBy('award.granted_at')
    .orderBy('award.id')
    .execute();
  return withCredentials({ db, capabilities }, awards);
}

async function readAwardSlice(
  database: Database,
  slice: Slice<AwardId>,
): Promise<readonly AwardWithCredential[]> {
  const page = sliceBy(database.db.selectFrom('award').selectAll(), 'id', slice);
  return withCredentials(database, await page.execute());
}

/** Reads one slice of the badges of a kind, by the index of that kind. */
async function readStandingBadges(
  database: Database,
  filter: Parameters<AwardReader['readStandingBadges']>[0],
): Promise<readonly Required<AwardWithCredential>[]> {
  const { achievement, version, uai, from, until, after, limit } = filter;
  const { db } = database;
  const awards = await db
    .selectFrom('award')
    .innerJoin('credential', 'credential.award_id', 'award.id')
    .selectAll('award')
    .where('award.achievement', '=', achievement)
    .where('credential.revoked_at', 'is', null)
    .where('credential.erased_at', 'is', null)
    .$if(version !== undefined, (query) => query.where('award.version', '=', version ?? 0))
    .$if(from !== undefined, (query) => query.where('award.granted_at', '>=', from as Instant))
    .$if(until !== undefined, (query) => query.where('award.granted_at', '<=', until as Instant))
    .$if(after !== undefined, (query) => query.where('award.id', '>', after as AwardId))
    .$if(uai !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('award.recipient_id', '=', uai ?? ''),
          eb(
            'award.recipient_id',
            'in',
            db
              .selectFrom('engagement')
              .select('person_id')
              .where('uai', '=', uai as Uai),
          ),
        ]),
      ),
    )
    .orderBy('award.id')
    .limit(limit)
    .execute();
  return (await withCredentials(database, awards)).flatMap(({ award, credential }) =>
    credential ? [{ award, credential }] : [],
  );
}

/** Reads by the index of the kind. A part is found by `replace`, which every engine knows and which takes a text of any
 *  length. */
async function readAwardsAlike(
  { db }: Database,
  { achievement, version, schoolYear, facts, after, limit }: Parameters<AwardReader['readAwardsAlike']>[0],
): Promise<readonly Award[]> {
  const awards = await db
    .selectFrom('award')
    .leftJoin('credential', 'credential.award_id', 'award.id')
    .selectAll('award')
    .where('award.achievement', '=', achievement)
    .where('award.version', '=', version)
    .where('award.school_year', '=', schoolYear)
    .where('award.recipient_kind', '=', 'person')
    .where('award.evaluation', '<>', '')
    .where('credential.revoked_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('award.id', '>', after as AwardId))
    .where((eb) =>
      eb.and(facts.map((part) => sql<SqlBool>`replace(award.evaluation, ${part}, '') <> award.evaluation`)),
    )
    .orderBy('award.id')
    .limit(limit)
    .execute();
  return awards.map(fromAwardRow);
}

/** Each reminder has an index of its own, which an engine uses only if its number is written in the query. */
async function readAwardsToRemind(
  database: Database,
  { left, endsBy, limit }: Parameters<AwardReader['readAwardsToRemind']>[0],
): Promise<readonly AwardWithCredential[]> {
  const awards = await database.db
    .selectFrom('award')
    .selectAll()
    .where('reminders_left', '=', sql.lit(left))
    .where('valid_until', 'is not', null)
    .where('valid_until', '<=', endsBy)
    .orderBy('valid_until')
    .orderBy('id')
    .limit(limit)
    .execute();
  return withCredentials(database, awards);
}

async function withCredentials(
  { db, capabilities }: Database,
  awards: readonly Tables['award'][],
): Promise<readonly AwardWithCredential[]> {
  const credentials = await db
    .selectFrom('credential')
    .selectAll()
    .where('award_id', 'in', capabilities.listOf(awards.map(({ id }) => id)))
    .execute();
  const credentialOf = new Map(credentials.map((row) => [row.award_id, row]));
  return awards.map((row) => {
    const credential = credentialOf.get(row.id);
    return {
      award: fromAwardRow(row),
      ...(credential && { credential: credentialTable.fromRow(credential) }),
    };
  });
}

export const awards = {
  'award-granted': withPrecondition(['choice-as-read', 'criteria-unused'], {
    writeRun: (database, run) => {
      const granted = run.map(({ award }) => award);
      return [
        ...recipientsKnown(
          database,
          granted.map(({ recipient }) => recipient),
        ),
        ...noneRefused(database, granted),
        versionsStand(
          database,
          granted.map(({ version }) => version),
        ),
        ...insertEach(granted.map(toAwardRow), (row) => database.db.insertInto('award').values(row)),
        ...dropProposals(database, granted),
      ];
    },
  }),
  'award-reminded': withPrecondition(['reminder-not-written'], (database, { awardId, left }) => {
    const { db } = database;
    const due = left === 1 ? 2 : 1;
    return [
      precondition(
        database,
        'reminder-not-written',
        db.selectFrom('award').select('id').where('id', '=', awardId).where('reminders_left', '=', due),
      ),
      db.updateTable('award').set({ reminders_left: left }).where('id', '=', awardId).compile(),
    ];
  }),
} satisfies Writers<AwardChange>;
