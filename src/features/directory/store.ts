import { sql } from 'kysely';
import { lastWriteWins, touchesOne, type Writers } from '../../adapters/storage/commit/change-writer.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import { makeListReader } from '../../adapters/storage/mapping/columns.ts';
import { type Database, groupBy } from '../../adapters/storage/mapping/database.ts';
import { isNamedAfter } from '../../adapters/storage/mapping/keyset-by-name.ts';
import { readColumn } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import { isPersonOrSchoolNamed } from '../../adapters/storage/mapping/text-search.ts';
import { readPeople } from '../../adapters/storage/people/store.ts';
import type { MissionCode, Role } from '../../domain/engagement/mission.ts';
import type { PersonId } from '../../domain/ids.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type {
  DirectoryChange,
  DirectoryConsent,
  DirectoryPlace,
  DirectoryReader,
  DirectorySearch,
} from './feature.ts';

const table = recordTable<DirectoryConsent>()('directory_consent', ['personId'], {
  columns: ['personId', 'agreedAt'],
});

const readMissions = makeListReader();
const readRoles = makeListReader();

export function makeDirectoryReader(database: Database): DirectoryReader {
  const { db } = database;
  return {
    readDirectory: async ({ after, limit, ...search }) => {
      const named = chosen(database, search)
        .select(['person.id', 'person.folded_name'])
        .distinct()
        .orderBy('person.folded_name')
        .orderBy('person.id')
        .limit(limit);
      const page = after === undefined ? named : named.where(isNamedAfter(after));
      return readEntries(database, search, await readColumn(page, 'id'));
    },
    countDirectory: (search) => countPeople(chosen(database, search)),
    readDirectoryConsent: (personId) => table.find(db, { personId }),
  };
}

/** The people of the ids, in their order, with their places. */
async function readEntries(database: Database, search: DirectorySearch, ids: readonly PersonId[]) {
  if (ids.length === 0) return [];
  const { on, peersIn, uai } = search;
  const rows = await shown(database, compact({ on, peersIn, uai }))
    .where('person.id', 'in', database.capabilities.listOf(ids))
    .select(['engagement.person_id', 'engagement.uai', 'engagement.missions', 'engagement.roles'])
    .select(['engagement.confirmation', 'engagement.starts_on', 'establishment.name'])
    .select(['establishment.commune', 'establishment.department_code'])
    .orderBy('establishment.folded_name')
    .orderBy('engagement.reference')
    .execute();
  const placesOf = groupBy(rows, (row) => row.person_id);
  const people = new Map((await readPeople(database, ids)).map((person) => [person.id, person]));
  return ids.flatMap((id) => {
    const person = people.get(id);
    if (!person) return [];
    const places = (placesOf.get(id) ?? []).map(
      (row): DirectoryPlace => ({
        uai: row.uai,
        school: row.name,
        commune: row.commune,
        departmentCode: row.department_code,
        missions: readMissions<MissionCode>(row.missions),
        roles: readRoles<Role>(row.roles),
        confirmation: row.confirmation,
        since: row.starts_on,
      }),
    );
    const { givenName, familyName, emails } = person;
    return [compact({ id, givenName, familyName, email: emails[0], places })];
  });
}

/** Engagements with their person and school, whatever their days. */
function segments({ db }: Database) {
  return db
    .selectFrom('engagement')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .innerJoin('establishment', 'establishment.uai', 'engagement.uai');
}

export type Segments = ReturnType<typeof segments>;

/** The engagements in force that the search may show. */
function shown(
  database: Database,
  { on, peersIn, uai }: Pick<DirectorySearch, 'on' | 'peersIn' | 'uai'>,
): Segments {
  const { db, capabilities } = database;
  const inForce = segments(database)
    .where('engagement.starts_on', '<=', on)
    .where((eb) => eb.or([eb('engagement.ends_on', 'is', null), eb('engagement.ends_on', '>=', on)]))
    .where('engagement.confirmation', '<>', 'contested')
    .$if(uai !== undefined, (rows) => rows.where('engagement.uai', '=', uai ?? ('' as typeof uai & string)));
  if (!peersIn) return inForce;
  const agreed = db.selectFrom('directory_consent').select('person_id');
  return inForce
    .where('engagement.confirmation', '<>', 'requested')
    .where((eb) =>
      eb.or([
        eb('engagement.uai', 'in', capabilities.listOf(peersIn.uais)),
        eb.and([
          eb('establishment.department_code', 'in', capabilities.listOf(peersIn.departmentCodes)),
          eb('person.id', 'in', agreed),
        ]),
      ]),
    );
}

/** The engagements in force of the people whom the search finds, by which it found them. */
export function chosen(database: Database, search: DirectorySearch): Segments {
  return narrow(database, shown(database, search), search);
}

/** The engagements that ended between two days, that of the search left out, of people who have none in force. */
export function ended(database: Database, search: DirectorySearch, since: string): Segments {
  const current = shown(database, { on: search.on }).select('engagement.person_id');
  const over = segments(database)
    .where('engagement.ends_on', '<', search.on)
    .where('engagement.ends_on', '>=', since as typeof search.on)
    .where('engagement.confirmation', '<>', 'contested')
    .where('engagement.person_id', 'not in', current);
  const { uai } = search;
  return narrow(database, uai === undefined ? over : over.where('engagement.uai', '=', uai), search);
}

function narrow(
  database: Database,
  rows: Segments,
  { text, departmentCode, role, mission, event }: DirectorySearch,
): Segments {
  const { db } = database;
  let found = rows;
  if (text !== undefined) found = found.where(isPersonOrSchoolNamed(database, text));
  if (departmentCode !== undefined) found = found.where('establishment.department_code', '=', departmentCode);
  if (role !== undefined) found = found.where('engagement.roles', 'like', `%"${role}"%`);
  if (mission !== undefined) found = found.where('engagement.missions', 'like', `%"${mission}"%`);
  if (event === undefined) return found;
  const invited = db
    .selectFrom('event_invitation')
    .select('person_id')
    .where('event_code', '=', event)
    .where('cancelled_at', 'is', null);
  const present = db.selectFrom('attendance').select('person_id').where('event_code', '=', event);
  return found.where((eb) => eb.or([eb('person.id', 'in', invited), eb('person.id', 'in', present)]));
}

/** How many people have these engagements. */
export async function countPeople(rows: Segments): Promise<number> {
  const counted = rows.select(sql<number>`count(distinct person.id)`.as('count'));
  return Number((await counted.executeTakeFirstOrThrow()).count);
}

export const directoryWriters = {
  'directory-joined': lastWriteWins('owner', ({ db }, { consent }) => [table.save(db, consent)]),
  'directory-left': touchesOne(
    ({ db }, { personId }) => table.locate(db, { personId }),
    ({ db }, { personId }) => [table.remove(db, { personId })],
  ),
} satisfies Writers<DirectoryChange>;

export const directoryChecks = {
  'nothing-ahead': [notAhead('directory_consent', 'person_id', 'agreed_at')],
} satisfies InvariantChecks;
