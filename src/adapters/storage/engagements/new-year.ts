import { type SqlBool, sql } from 'kysely';
import type {
  NewYearContext,
  NewYearList,
  NewYearReader,
  NewYearRow,
  NewYearSearch,
} from '../../../application/store/new-year-readers.ts';
import { firstDayOf, lastDayOf } from '../../../domain/time/school-year.ts';
import type { Uai } from '../../../domain/uai.ts';
import { withoutNulls } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { countRows } from '../mapping/queries.ts';
import { isUnrenewed } from './confirmation-requests.ts';

/** Reads what is open at the beginning of a school year, from the records as they are. */
export function makeNewYearReader(database: Database): NewYearReader {
  return {
    countNewYear: async (list, frame) => {
      if (list === 'to-renew') return countRows(unrenewed(database, frame));
      if (list === 'no-review') return countRows(withoutReview(database, frame));
      return countRows(schools(database, list, frame));
    },
    readNewYear: (list, search) => {
      if (list === 'to-renew') return readUnrenewed(database, search);
      if (list === 'no-review') return readWithoutReview(database, search);
      return readSchools(database, list, search);
    },
  };
}

const COUNTABLE = sql`engagement.confirmation in ('confirmed', 'confirmed-with-reservation', 'confirmed-by-dane')`;

/** Whether an engagement is confirmed on a day of the year up to today. */
const isHeld = ({ year, on }: NewYearContext) => sql<SqlBool>`(${COUNTABLE}
  and engagement.starts_on <= ${on}
  and (engagement.ends_on is null or engagement.ends_on >= ${firstDayOf(year)}))`;

/** Whether an engagement stands in the year: confirmed up to today, or asked or contested on any day. */
const stands = (frame: NewYearContext) => sql<SqlBool>`(${isHeld(frame)} or (not ${COUNTABLE}
  and engagement.starts_on <= ${lastDayOf(frame.year)}
  and (engagement.ends_on is null or engagement.ends_on >= ${firstDayOf(frame.year)})))`;

const engagedHere = (condition: ReturnType<typeof isHeld>) =>
  sql<SqlBool>`exists (select 1 from engagement where engagement.uai = establishment.uai and ${condition})`;

/** The schools of each list. A school without anybody needs no meeting before it has someone. */
const SCHOOLS: Readonly<
  Record<Exclude<NewYearList, 'to-renew' | 'no-review'>, (frame: NewYearContext) => ReturnType<typeof isHeld>>
> = {
  nobody: (frame) => sql<SqlBool>`not ${engagedHere(stands(frame))}`,
  'no-meeting': (frame) => sql<SqlBool>`(${engagedHere(isHeld(frame))} and not exists (
    select 1 from event where event.kind = 'EV-ETAB' and event.uai = establishment.uai
    and event.starts_on >= ${firstDayOf(frame.year)} and event.starts_on <= ${lastDayOf(frame.year)}))`,
  'no-head':
    () => sql<SqlBool>`(not exists (select 1 from person where person.head_of_uai = establishment.uai)
    and not exists (select 1 from headship where headship.uai = establishment.uai))`,
};

function schools({ db }: Database, list: keyof typeof SCHOOLS, frame: NewYearContext) {
  return db.selectFrom('establishment').where(SCHOOLS[list](frame)).where(isCounted(frame));
}

function isCounted({ scope }: NewYearContext) {
  return scope === 'public'
    ? sql<SqlBool>`(establishment.sector = 'public' and establishment.agricultural = 0)`
    : sql<SqlBool>`1 = 1`;
}

async function readSchools(
  database: Database,
  list: keyof typeof SCHOOLS,
  { after, limit, ...frame }: NewYearSearch,
): Promise<readonly NewYearRow[]> {
  const rows = await schools(database, list, frame)
    .select('uai')
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(folded_name, uai) > (select it.folded_name, it.uai from establishment it where it.uai = ${after})`,
      ),
    )
    .orderBy('folded_name')
    .orderBy('uai')
    .limit(limit)
    .execute();
  return rows.map(({ uai }) => ({ key: uai, uais: [uai] }));
}

function unrenewed({ db }: Database, frame: NewYearContext) {
  return db
    .selectFrom('engagement')
    .innerJoin('establishment', 'establishment.uai', 'engagement.uai')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .where(isUnrenewed(firstDayOf(frame.year)))
    .where(isCounted(frame));
}

async function readUnrenewed(
  database: Database,
  { after, limit, ...frame }: NewYearSearch,
): Promise<readonly NewYearRow[]> {
  const rows = await unrenewed(database, frame)
    .select(['reference', 'person.id', 'engagement.uai', 'starts_on', 'confirmed_on'])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(person.folded_name, reference) > (select it.folded_name, one.reference from engagement one
          inner join person it on it.id = one.person_id where one.reference = ${after})`,
      ),
    )
    .orderBy('person.folded_name')
    .orderBy('reference')
    .limit(limit)
    .execute();
  return rows.map((row) =>
    withoutNulls({
      key: row.reference,
      personId: row.id,
      uais: [row.uai],
      since: row.starts_on,
      confirmedOn: row.confirmed_on,
    }),
  );
}

function withoutReview({ db }: Database, frame: NewYearContext) {
  return db.selectFrom('person').where(
    sql<SqlBool>`(exists (select 1 from engagement
      inner join establishment on establishment.uai = engagement.uai
      where engagement.person_id = person.id and ${isHeld(frame)} and ${isCounted(frame)})
      and not exists (select 1 from progress_review where progress_review.person_id = person.id
      and progress_review.held_on >= ${firstDayOf(frame.year)} and progress_review.held_on <= ${frame.on}))`,
  );
}

async function readWithoutReview(
  database: Database,
  { after, limit, ...frame }: NewYearSearch,
): Promise<readonly NewYearRow[]> {
  const people = await withoutReview(database, frame)
    .select('id')
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(folded_name, id) > (select it.folded_name, it.id from person it where it.id = ${after})`,
      ),
    )
    .orderBy('folded_name')
    .orderBy('id')
    .limit(limit)
    .execute();
  const held = await database.db
    .selectFrom('engagement')
    .innerJoin('establishment', 'establishment.uai', 'engagement.uai')
    .select(['person_id', 'engagement.uai'])
    .distinct()
    .where('person_id', 'in', database.capabilities.listOf(people.map(({ id }) => id)))
    .where(isHeld(frame))
    .where(isCounted(frame))
    .orderBy('engagement.uai')
    .execute();
  const uaisOf = Map.groupBy(held, (row) => row.person_id);
  return people.map(({ id }) => ({
    key: id,
    personId: id,
    uais: (uaisOf.get(id) ?? []).map(({ uai }): Uai => uai),
  }));
}
