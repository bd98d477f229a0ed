import { type Kysely, sql } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import type { ClientMetadata } from '../../../standards/host/feature-client-metadata.ts';
import type { Database } from '../mapping/database.ts';
import type { Tables } from '../mapping/tables.ts';
import { awardsOf, isAbout, personTablesWith } from './person-tables.ts';

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Every row about the person, under the name of its table; undefined if no person has this id. */
export async function exportPerson({ db }: Database, id: PersonId): Promise<Rows | undefined> {
  const exported: Record<string, readonly unknown[]> = {};
  for (const table of personTablesWith('export', 'whole')) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where(isAbout(db, table, id))
      .execute();
    if (table === 'person' && rows.length === 0) return undefined;
    exported[table] = rows;
  }
  return { ...exported, ...(await readPartlyExportedTables({ db }, id)) };
}

type PartlyExportedTable = ReturnType<typeof personTablesWith<'export', 'apart'>>[number];

/** The columns of a session that mean something to its person. */
const SESSION_COLUMNS = [
  ...(['id', 'provider', 'acr', 'auth_time', 'device', 'created_at', 'seen_at', 'expires_at'] as const),
];

/** The tables that are exported with some of their columns only, or in a meaningful order. */
async function readPartlyExportedTables({ db }: Pick<Database, 'db'>, id: PersonId) {
  const own = makeOwn(db, id);
  return {
    award: await db
      .selectFrom('award')
      .selectAll()
      .where('id', 'in', awardsOf(db, id))
      .orderBy('granted_at')
      .execute(),
    credential: await db
      .selectFrom('credential')
      .selectAll()
      .where('award_id', 'in', awardsOf(db, id))
      .execute(),
    attendance: await db
      .selectFrom('attendance')
      .innerJoin('event', 'event.code', 'attendance.event_code')
      .selectAll('attendance')
      .select(['event.title as event_title', 'event.starts_on as event_starts_on'])
      .where('person_id', '=', id)
      .orderBy('event.starts_on')
      .execute(),
    school_project_member: await db
      .selectFrom('school_project_member')
      .innerJoin('school_project', 'school_project.id', 'school_project_member.project_id')
      .select(['uai', 'title', 'description', 'url', 'starts_on', 'ends_on'])
      .where('person_id', '=', id)
      .orderBy('starts_on')
      .execute(),
    message_recipient: await db
      .selectFrom('message_recipient')
      .innerJoin('network_message', 'network_message.id', 'message_recipient.message_id')
      .select(['title', 'body', 'written_at', 'left_out'])
      .where('person_id', '=', id)
      .orderBy('written_at')
      .execute(),
    // The hash of the secret is left out: it is useless to the person.
    session: await own('session', SESSION_COLUMNS),
    typed_form: await own('typed_form', ['path', 'fields', 'expires_at']),
    // The hashes of the secrets are left out.
    wallet_offer: await own('wallet_offer', [
      'credential_id',
      'created_at',
      'expires_at',
      'taken_at',
      'holder',
    ]),
    upload: await db
      .selectFrom('upload')
      .select(['id', 'made_at', 'expires_at', 'files', 'imported_at', 'event'])
      .where('owner_id', '=', id)
      .execute(),
    ...(await readHostTables({ db }, id)),
    // Ids, salts and digests serve the check of the audit alone.
    audit: await db
      .selectFrom('audit')
      .select(['at', 'actor', 'action', 'subject', 'details', 'road'])
      .where('subject', '=', id)
      .orderBy('at')
      .execute(),
  } satisfies Readonly<Record<PartlyExportedTable, readonly unknown[]>>;
}

/** What clients may do in the person's name. Hashes and what is sealed are left out. */
async function readHostTables({ db }: Pick<Database, 'db'>, id: PersonId) {
  const own = makeOwn(db, id);
  const grants = await db
    .selectFrom('host_grant')
    .innerJoin('host_client', 'host_client.id', 'host_grant.client_id')
    .selectAll('host_grant')
    .select('host_client.metadata')
    .where('person_id', '=', id)
    .orderBy('granted_at')
    .execute();
  return {
    host_grant: grants.map(({ metadata, ...grant }) => ({
      service: (JSON.parse(metadata) as ClientMetadata).client_name,
      ...grant,
    })),
    host_code: await own('host_code', ['grant_id', 'redirect_uri', 'expires_at']),
    host_token: await own('host_token', ['grant_id', 'kind', 'scopes', 'expires_at']),
    badge_sending: await own('badge_sending', ['expires_at']),
  };
}

/** Reads some columns of the person's own rows. */
function makeOwn(db: Kysely<Tables>, id: PersonId) {
  return async <Table extends keyof Tables>(
    table: Table,
    columns: readonly (keyof Tables[Table] & string)[],
  ) => {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const own = sql<object>`select ${names} from ${sql.table(table)} where person_id = ${id}`;
    return (await own.execute(db)).rows;
  };
}
