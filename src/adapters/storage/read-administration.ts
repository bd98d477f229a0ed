import type { AdministrationReader } from '../../application/ports.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Database } from './database.ts';
import { fromTokenRow } from './rows-awards.ts';

/** Tokens, the right of access, counts. */
export function makeAdministrationReader(database: Database): AdministrationReader {
  const { db } = database;
  return {
    readTokenByHash: async (secretHash) => {
      const row = await db
        .selectFrom('api_token')
        .selectAll()
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst();
      return row && fromTokenRow(row);
    },
    exportPerson: (id) => exportPerson(database, id),
    countRows: async () => {
      const count = async (table: 'person' | 'engagement' | 'establishment' | 'credential') => {
        const rows = db.selectFrom(table).select((eb) => eb.fn.countAll().as('count'));
        return Number((await rows.executeTakeFirstOrThrow()).count);
      };
      return {
        people: await count('person'),
        engagements: await count('engagement'),
        establishments: await count('establishment'),
        credentials: await count('credential'),
      };
    },
  };
}

/** Every row that is about the person, under the name of its table, columns as stored. */
async function exportPerson({ db }: Database, id: PersonId) {
  const person = await db.selectFrom('person').selectAll().where('id', '=', id).execute();
  if (person.length === 0) return undefined;
  const award = await db
    .selectFrom('award')
    .selectAll()
    .where('recipient_kind', '=', 'person')
    .where('recipient_id', '=', id)
    .orderBy('granted_at')
    .execute();
  const attendance = await db
    .selectFrom('attendance')
    .innerJoin('event', 'event.code', 'attendance.event_code')
    .selectAll('attendance')
    .select(['event.title as event_title', 'event.starts_on as event_starts_on'])
    .where('person_id', '=', id)
    .orderBy('event.starts_on')
    .execute();
  const credential = await db
    .selectFrom('credential')
    .innerJoin('award', 'award.id', 'credential.award_id')
    .selectAll('credential')
    .where('award.recipient_kind', '=', 'person')
    .where('award.recipient_id', '=', id)
    .execute();
  return {
    person,
    person_email: await db.selectFrom('person_email').selectAll().where('person_id', '=', id).execute(),
    person_profile: await db.selectFrom('person_profile').selectAll().where('person_id', '=', id).execute(),
    engagement: await db.selectFrom('engagement').selectAll().where('person_id', '=', id).execute(),
    attendance,
    progress_review: await db.selectFrom('progress_review').selectAll().where('person_id', '=', id).execute(),
    contribution: await db.selectFrom('contribution').selectAll().where('person_id', '=', id).execute(),
    award,
    credential,
    proposal: await db.selectFrom('proposal').selectAll().where('recipient_id', '=', id).execute(),
    proposal_refusal: await db
      .selectFrom('proposal_refusal')
      .selectAll()
      .where('recipient_id', '=', id)
      .execute(),
    identity: await db.selectFrom('identity').selectAll().where('person_id', '=', id).execute(),
    session: await db
      .selectFrom('session')
      .select(['id', 'provider', 'created_at', 'seen_at', 'expires_at'])
      .where('person_id', '=', id)
      .execute(),
    headship: await db.selectFrom('headship').selectAll().where('person_id', '=', id).execute(),
    sign_in_doubt: await db
      .selectFrom('sign_in_doubt')
      .selectAll()
      .where('email', 'in', db.selectFrom('person_email').select('address').where('person_id', '=', id))
      .execute(),
    mail: await db.selectFrom('mail').selectAll().where('person_id', '=', id).orderBy('created_at').execute(),
    mail_choice: await db.selectFrom('mail_choice').selectAll().where('person_id', '=', id).execute(),
    upload: await db
      .selectFrom('upload')
      .select(['id', 'made_at', 'expires_at', 'files', 'imported_at'])
      .where('owner_id', '=', id)
      .execute(),
    audit: await db.selectFrom('audit').selectAll().where('subject', '=', id).orderBy('at').execute(),
  };
}
