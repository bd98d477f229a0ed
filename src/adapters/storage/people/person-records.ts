import { expressionBuilder } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import type { AttendedEvent, PersonRecord, SchoolRecord } from '../../../domain/records.ts';
import type { Period } from '../../../domain/time/calendar.ts';
import type { Uai } from '../../../domain/uai.ts';
import { contributionTable } from '../activities/contributions.ts';
import { eventTable } from '../activities/events.ts';
import { reviewTable } from '../activities/reviews.ts';
import { authorisationTable } from '../engagements/authorisations.ts';
import { fromEngagementRow } from '../engagements/rows.ts';
import { type Database, groupBy } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';

/** The whole records of these people, in the order of the ids; an unknown person has an empty record. */
export async function readPersonRecords(
  database: Database,
  ids: readonly PersonId[],
): Promise<readonly PersonRecord[]> {
  if (ids.length === 0) return [];
  const { db, capabilities } = database;
  const list = capabilities.listOf(ids);
  const [engagements, attended, reviews, contributions] = await Promise.all([
    db.selectFrom('engagement').selectAll().where('person_id', 'in', list).execute(),
    readAttended(database, ids),
    db.selectFrom('progress_review').selectAll().where('person_id', 'in', list).execute(),
    db.selectFrom('contribution').selectAll().where('person_id', 'in', list).execute(),
  ]);
  const authorisationsOf = await readAuthorisationsOf(database, [
    ...new Set(engagements.map(({ uai }) => uai)),
  ]);
  const engagementsOf = groupSorted(engagements, ['starts_on', 'reference']);
  const reviewsOf = groupSorted(reviews, ['held_on', 'uai', 'kind']);
  const contributionsOf = groupSorted(contributions, ['dated_on', 'reference']);
  return ids.map((personId) => {
    const own = (engagementsOf.get(personId) ?? []).map(fromEngagementRow);
    return {
      personId,
      engagements: own,
      authorisations: [...new Set(own.map(({ uai }) => uai))].flatMap(
        (uai) => authorisationsOf.get(uai) ?? [],
      ),
      attended: attended.get(personId) ?? [],
      reviews: (reviewsOf.get(personId) ?? []).map(reviewTable.fromRow),
      contributions: (contributionsOf.get(personId) ?? []).map(contributionTable.fromRow),
    };
  });
}

/** The rows of each person in the order of these columns. A person has few rows: sorting those is far cheaper
 *  than having the database sort the rows of hundreds of people. */
function groupSorted<Row extends { readonly person_id: PersonId }>(
  rows: readonly Row[],
  columns: readonly (keyof Row)[],
): ReadonlyMap<PersonId, readonly Row[]> {
  const groups = Map.groupBy(rows, (row) => row.person_id);
  for (const group of groups.values()) {
    if (group.length > 1) group.sort((one, other) => compareBy(columns, one, other));
  }
  return groups;
}

function compareBy<Row>(columns: readonly (keyof Row)[], one: Row, other: Row): number {
  const differing = columns.find((column) => one[column] !== other[column]);
  if (differing === undefined) return 0;
  return one[differing] < other[differing] ? -1 : 1;
}

/** Whether an engagement has a day in the period. */
function hasDayIn({ from, to }: Period) {
  const { eb, and, or } = expressionBuilder<Tables, 'engagement'>();
  const endsLater = or([eb('ends_on', 'is', null), eb('ends_on', '>=', from)]);
  return to === undefined ? endsLater : and([endsLater, eb('starts_on', '<=', to)]);
}

/** The attended events of each person, by day, then code. Thousands of people attend the same few events:
 *  each event is read once. */
async function readAttended(
  { db, capabilities }: Database,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly AttendedEvent[]>> {
  const rows = await db
    .selectFrom('attendance')
    .selectAll()
    .where('person_id', 'in', capabilities.listOf(ids))
    .execute();
  if (rows.length === 0) return new Map();
  const codes = new Set(rows.map((row) => row.event_code));
  const events = await db
    .selectFrom('event')
    .selectAll()
    .where('code', 'in', capabilities.listOf([...codes]))
    .orderBy('starts_on')
    .orderBy('code')
    .execute();
  const places = new Map(events.map((row, place) => [row.code, { place, event: eventTable.fromRow(row) }]));
  const found = rows.flatMap((row) => {
    const known = places.get(row.event_code);
    return known ? [{ ...known, row }] : [];
  });
  found.sort((one, other) => one.place - other.place);
  const attended = new Map<PersonId, AttendedEvent[]>();
  for (const { event, row } of found) {
    // The attendance's own hours count first, then the event's, then 0.
    const one = { event, hours: row.hours ?? event.hours ?? 0, proof: row.proof };
    const known = attended.get(row.person_id);
    if (known) known.push(one);
    else attended.set(row.person_id, [one]);
  }
  return attended;
}

async function readAuthorisationsOf({ db, capabilities }: Database, uais: readonly Uai[]) {
  const rows = await db
    .selectFrom('authorisation')
    .selectAll()
    .where('uai', 'in', capabilities.listOf(uais))
    .orderBy('mission')
    .orderBy('starts_on')
    .orderBy('local_authority')
    .execute();
  return groupBy(rows.map(authorisationTable.fromRow), ({ uai }) => uai);
}

/** The schools asked for, each with the whole records of everyone who has an engagement there, on a day of
 *  `engaged` where it is given. */
export async function readSchoolRecords(
  database: Database,
  uais: readonly Uai[],
  engaged?: Period,
): Promise<readonly SchoolRecord[]> {
  if (uais.length === 0) return [];
  const { db, capabilities } = database;
  const list = capabilities.listOf(uais);
  const [holders, meetings] = await Promise.all([
    db
      .selectFrom('engagement')
      .select(['uai', 'person_id'])
      .distinct()
      .where('uai', 'in', list)
      .$if(engaged !== undefined, (query) => query.where(hasDayIn(engaged as Period)))
      .orderBy('person_id')
      .execute(),
    db
      .selectFrom('event')
      .selectAll()
      .where('uai', 'in', list)
      .where('kind', '=', 'EV-ETAB')
      .orderBy('starts_on')
      .orderBy('code')
      .execute(),
  ]);
  const records = await readPersonRecords(database, [...new Set(holders.map((row) => row.person_id))]);
  const recordOf = new Map(records.map((record) => [record.personId, record]));
  const holdersOf = groupBy(holders, (row) => row.uai);
  const meetingsOf = groupBy(meetings, (row: Tables['event']) => row.uai);
  return uais.map((uai) => ({
    uai,
    people: (holdersOf.get(uai) ?? []).flatMap(({ person_id: id }) => recordOf.get(id) ?? []),
    meetings: (meetingsOf.get(uai) ?? []).map(eventTable.fromRow),
  }));
}
