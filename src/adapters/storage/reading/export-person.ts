import type { PersonId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';
import { exportConfirmations } from './export-confirmations.ts';

/** Tables whose rows are about the person that their `person_id` names, columns as stored. */
const OWN_TABLES = [
  'person_email',
  'person_profile',
  'engagement',
  'engagement_request',
  'declared_engagement',
  'data_request',
  'contest',
  'progress_review',
  'planned_review',
  'review_notes',
  'contribution',
  'means',
  'paper',
  'identity',
  'headship',
  'mail',
  'mail_choice',
] as const;

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Every row that is about the person, under the name of its table; undefined where there is nobody of this id. */
export async function exportPerson({ db }: Database, id: PersonId): Promise<Rows | undefined> {
  const person = await db.selectFrom('person').selectAll().where('id', '=', id).execute();
  if (person.length === 0) return undefined;
  const own: Record<string, readonly unknown[]> = {};
  for (const table of OWN_TABLES) {
    own[table] = await db.selectFrom(table).selectAll().where('person_id', '=', id).execute();
  }
  return {
    person,
    ...own,
    ...(await readAwarded({ db }, id)),
    ...(await readRest({ db }, id)),
    ...(await exportConfirmations({ db }, id)),
  };
}

async function readAwarded({ db }: Pick<Database, 'db'>, id: PersonId): Promise<Rows> {
  const award = await db
    .selectFrom('award')
    .selectAll()
    .where('recipient_kind', '=', 'person')
    .where('recipient_id', '=', id)
    .orderBy('granted_at')
    .execute();
  const credential = await db
    .selectFrom('credential')
    .innerJoin('award', 'award.id', 'credential.award_id')
    .selectAll('credential')
    .where('award.recipient_kind', '=', 'person')
    .where('award.recipient_id', '=', id)
    .execute();
  const proposal = await db.selectFrom('proposal').selectAll().where('recipient_id', '=', id).execute();
  const refusals = db.selectFrom('proposal_refusal').selectAll().where('recipient_id', '=', id);
  return { award, credential, proposal, proposal_refusal: await refusals.execute() };
}

async function readRest({ db }: Pick<Database, 'db'>, id: PersonId): Promise<Rows> {
  const addresses = db.selectFrom('person_email').select('address').where('person_id', '=', id);
  const attendance = await db
    .selectFrom('attendance')
    .innerJoin('event', 'event.code', 'attendance.event_code')
    .selectAll('attendance')
    .select(['event.title as event_title', 'event.starts_on as event_starts_on'])
    .where('person_id', '=', id)
    .orderBy('event.starts_on')
    .execute();
  // Without the hash of the secret: it is of no use to anyone.
  const session = await db
    .selectFrom('session')
    .select(['id', 'provider', 'acr', 'device', 'created_at', 'seen_at', 'expires_at'])
    .where('person_id', '=', id)
    .execute();
  const doubts = db.selectFrom('sign_in_doubt').selectAll().where('email', 'in', addresses);
  const audit = await db.selectFrom('audit').selectAll().where('subject', '=', id).orderBy('at').execute();
  const upload = await db
    .selectFrom('upload')
    .select(['id', 'made_at', 'expires_at', 'files', 'imported_at'])
    .where('owner_id', '=', id)
    .execute();
  return { attendance, session, upload, sign_in_doubt: await doubts.execute(), audit };
}
