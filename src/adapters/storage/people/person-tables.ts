import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import type { Tables } from '../mapping/tables.ts';
import type { PersonTable, Treatment } from './person-treatments.ts';
import { inReferenceOrder, toReferences } from './references.ts';

/** What is about the person alone: it is deleted in an erasure and exported as it is. */
const OWN = { by: 'person_id', erase: 'deleted', export: 'whole' } as const;

/** The same, but exported in part and held by no file of the register. */
const PARTLY_EXPORTED = { by: 'person_id', erase: 'deleted', export: 'apart', register: 'nothing' } as const;

/** Every table that holds people, with the treatment of its rows: a new one must be added here. */
export const PERSON_TABLES = {
  person: { ...OWN, by: 'id', merge: 'goes', register: 'files' },
  person_email: { ...OWN, merge: 'goes', register: 'files' },
  person_profile: { ...OWN, merge: { unless: ['profile'] }, register: 'files' },
  identity: { ...OWN, merge: 'moves', register: 'nothing' },
  headship: { ...OWN, merge: { unless: ['uai'] }, register: 'nothing', school: 'kept' },
  session: { ...PARTLY_EXPORTED, merge: 'goes' },
  // It is kept for an hour.
  typed_form: { ...PARTLY_EXPORTED, merge: 'goes' },
  // These two hold addresses, not people.
  sign_in_doubt: {
    by: 'email',
    merge: 'stays',
    erase: 'deleted',
    export: 'whole',
    register: 'nothing',
    school: 'kept',
  },
  mission_invitation: {
    by: 'email',
    merge: 'stays',
    erase: 'deleted',
    export: 'whole',
    register: 'nothing',
    school: 'kept',
  },
  data_request: { ...OWN, merge: 'moves', register: 'demandes-donnees' },
  engagement: {
    ...OWN,
    merge: 'moves',
    register: 'files',
    school: 'apart',
  },
  engagement_request: { ...OWN, merge: 'moves', register: 'nothing' },
  declared_engagement: {
    ...OWN,
    refersTo: ['engagement'],
    merge: 'moves',
    register: 'nothing',
  },
  confirmation_request: {
    by: 'engagement_reference',
    merge: 'follows',
    erase: 'deleted',
    export: 'whole',
    register: 'demandes-confirmation',
  },
  documentary_confirmation: {
    by: 'engagement_reference',
    merge: 'follows',
    erase: 'deleted',
    export: 'whole',
    register: 'confirmations-sur-pieces',
  },
  engagement_proposal: {
    ...OWN,
    refersTo: ['engagement'],
    merge: 'moves',
    register: 'nothing',
    school: 'kept',
  },
  mission_proposal: { ...OWN, merge: 'moves', register: 'nothing', school: 'kept' },
  support_request: { ...OWN, merge: 'moves', register: 'nothing', school: 'kept' },
  contest: {
    ...OWN,
    refersTo: ['engagement'],
    merge: 'moves',
    register: 'contestations',
    school: 'kept',
  },
  progress_review: {
    ...OWN,
    merge: { unless: ['uai', 'held_on', 'kind'] },
    register: 'files',
    school: 'apart',
  },
  planned_review: {
    ...OWN,
    merge: { unless: ['uai', 'school_year'] },
    register: 'points-prevus',
    school: 'kept',
  },
  review_notes: {
    ...OWN,
    merge: { unless: ['uai', 'held_on'] },
    register: 'comptes-rendus',
    school: 'kept',
  },
  yearly_report: {
    ...OWN,
    merge: { unless: ['uai', 'school_year'] },
    register: 'nothing',
    school: 'kept',
  },
  means: {
    ...OWN,
    merge: { unless: ['uai', 'kind', 'since'] },
    register: 'moyens',
    school: 'kept',
  },
  // It is counted again for the other record, and announced again.
  retention_notice: {
    ...OWN,
    merge: 'goes',
    register: 'nothing',
  },
  // The name of the project stands in another table.
  school_project_member: {
    by: 'person_id',
    merge: { unless: ['project_id'] },
    erase: 'deleted',
    export: 'apart',
    register: 'projets-membres',
  },
  paper: { ...OWN, merge: 'moves', register: 'documents', school: 'kept' },
  // Of two attendances at one event, the better one stays whole.
  attendance: {
    by: 'person_id',
    merge: 'apart',
    erase: 'deleted',
    export: 'apart',
    register: 'files',
  },
  event_invitation: { ...OWN, merge: { unless: ['event_code'] }, register: 'nothing' },
  training_wish: { ...OWN, merge: { unless: ['event_code'] }, register: 'nothing' },
  class_participation: {
    ...OWN,
    merge: { unless: ['project_id', 'uai'] },
    register: 'nothing',
    school: 'kept',
  },
  contribution: {
    ...OWN,
    merge: 'moves',
    register: 'files',
  },
  award: {
    by: 'recipient_id',
    merge: 'apart',
    erase: 'apart',
    export: 'apart',
    register: 'decisions',
  },
  credential: {
    by: 'award_id',
    merge: 'follows',
    erase: 'apart',
    export: 'apart',
    register: 'revocations',
  },
  // The profile of the remaining record is kept.
  public_profile: { ...OWN, merge: 'apart', register: 'nothing' },
  public_profile_badge: {
    ...OWN,
    refersTo: ['credential'],
    merge: 'apart',
    register: 'nothing',
  },
  // A grant of the removed record must be given again: otherwise a client could read more than the person
  // allowed.
  host_grant: { ...PARTLY_EXPORTED, merge: 'goes' },
  host_code: {
    ...PARTLY_EXPORTED,
    refersTo: ['host_grant'],
    merge: 'goes',
  },
  host_token: {
    ...PARTLY_EXPORTED,
    refersTo: ['host_grant'],
    merge: 'goes',
  },
  host_profile: { ...OWN, merge: 'apart', register: 'nothing' },
  held_badge: { ...OWN, merge: { unless: ['badge_key'] }, register: 'nothing' },
  endorsement: {
    ...OWN,
    refersTo: ['credential'],
    merge: { unless: ['uai'] },
    register: 'nothing',
    school: 'apart',
  },
  // It holds the sealed secret of another service, and lasts a few minutes.
  badge_sending: { ...PARTLY_EXPORTED, merge: 'goes' },
  wallet_offer: {
    ...PARTLY_EXPORTED,
    refersTo: ['credential'],
    merge: 'moves',
  },
  // The badge record of the remaining person is kept; the other one is withdrawn.
  badge_record: { ...OWN, merge: 'apart', register: 'nothing' },
  // The proposals of both records are judged again.
  proposal: {
    by: 'recipient_id',
    merge: 'apart',
    erase: 'deleted',
    export: 'whole',
    register: 'nothing',
    school: 'apart',
  },
  proposal_refusal: {
    by: 'recipient_id',
    merge: 'apart',
    erase: 'deleted',
    export: 'whole',
    register: 'refus',
  },
  mail: { ...OWN, merge: 'moves', register: 'nothing' },
  // Whoever let one record be seen has not said so of the other.
  directory_consent: { ...OWN, merge: 'goes', register: 'nothing' },
  // The words of the message stand in another table.
  message_recipient: {
    ...PARTLY_EXPORTED,
    refersTo: ['mail'],
    merge: { unless: ['message_id'] },
  },
  // The remaining person keeps the language that they chose.
  mail_language: { ...OWN, merge: { unless: [] }, register: 'nothing' },
  mail_choice: { ...OWN, merge: { unless: ['kind'] }, register: 'nothing' },
  column_match: { ...OWN, merge: { unless: ['fingerprint'] }, register: 'nothing' },
  // It is kept for an hour, and holds other people's data.
  upload: {
    by: 'owner_id',
    merge: 'stays',
    erase: 'deleted',
    export: 'apart',
    register: 'nothing',
  },
  upload_part: {
    by: 'upload_id',
    merge: 'follows',
    erase: 'deleted',
    export: 'nothing',
    register: 'nothing',
  },
  upload_line: {
    by: 'upload_id',
    merge: 'follows',
    erase: 'deleted',
    export: 'nothing',
    register: 'nothing',
  },
  audit: {
    by: 'subject',
    merge: 'stays',
    erase: 'kept',
    export: 'apart',
    register: 'journal',
  },
} as const satisfies { readonly [T in PersonTable]: Treatment<T> };

/** The tables about people that the rows of a table refer to. */
export function referencesOf(table: PersonTable): readonly PersonTable[] {
  return toReferences(PERSON_TABLES[table]);
}

/** Every table about people, each after those that it refers to: rows are deleted from the last to the first. */
export const ORDERED_PERSON_TABLES = inReferenceOrder(
  Object.keys(PERSON_TABLES) as PersonTable[],
  referencesOf,
);

type Aspects = 'merge' | 'erase' | 'export';

type Treated<Aspect extends Aspects, Value> = {
  [T in PersonTable]: (typeof PERSON_TABLES)[T][Aspect] extends Value ? T : never;
}[PersonTable];

/** The tables with this treatment, each after those that it refers to. */
export function personTablesWith<const Aspect extends Aspects, const Value extends string>(
  aspect: Aspect,
  value: Value,
): readonly Treated<Aspect, Value>[] {
  const states = (table: PersonTable): unknown => PERSON_TABLES[table][aspect];
  return ORDERED_PERSON_TABLES.filter((table) => states(table) === value) as Treated<Aspect, Value>[];
}

/** The condition that a row of this table is about the person. */
export function isAbout(db: Kysely<Tables>, table: PersonTable, id: PersonId): Expression<SqlBool> {
  const { by } = PERSON_TABLES[table];
  const column = sql.ref(by);
  switch (by) {
    case 'email':
      return sql`${column} in ${db.selectFrom('person_email').select('address').where('person_id', '=', id)}`;
    case 'engagement_reference':
      return sql`${column} in ${db.selectFrom('engagement').select('reference').where('person_id', '=', id)}`;
    case 'upload_id':
      return sql`${column} in ${db.selectFrom('upload').select('id').where('owner_id', '=', id)}`;
    case 'award_id':
      return sql`${column} in ${awardsOf(db, id)}`;
    default:
      return sql`${column} = ${id}`;
  }
}

/** The ids of the awards of a person. */
export function awardsOf(db: Kysely<Tables>, id: PersonId) {
  return db
    .selectFrom('award')
    .select('award.id')
    .where('recipient_kind', '=', 'person')
    .where('recipient_id', '=', id);
}
