import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { joined, partsOf } from '../../../domain/features/merge.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { OWN, PARTLY_EXPORTED, WITH_ENGAGEMENT, WITH_PERSON } from '../../../domain/tables/treatments.ts';
import * as FEATURES from '../../../features/all/declarations.ts';
import type { Tables } from '../mapping/tables.ts';
import type { PersonTable, Treatment } from './person-treatments.ts';
import { inReferenceOrder, inStatedOrder, toReferences } from './references.ts';

const STATED = {
  person: { ...OWN, by: 'id', merge: 'goes', register: 'files', ends: WITH_PERSON },
  person_email: { ...OWN, merge: 'goes', register: 'files', ends: WITH_PERSON },
  person_profile: { ...OWN, merge: { unless: ['profile'] }, register: 'files', ends: WITH_PERSON },
  identity: { ...OWN, merge: 'moves', register: 'nothing', ends: WITH_PERSON },
  headship: { ...OWN, merge: { unless: ['uai'] }, register: 'nothing', school: 'kept', ends: WITH_PERSON },
  session: { ...PARTLY_EXPORTED, merge: 'goes', ends: { after: 'sessions-forgotten' } },
  // It is kept for an hour.
  typed_form: { ...PARTLY_EXPORTED, merge: 'goes', ends: { after: 'sessions-forgotten' } },
  // These two hold addresses, not people.
  sign_in_doubt: {
    by: 'email',
    merge: 'stays',
    erase: 'deleted',
    export: 'whole',
    register: 'nothing',
    school: 'kept',
    ends: { after: 'newcomers-forgotten' },
  },
  engagement: {
    ...OWN,
    merge: 'moves',
    register: 'files',
    school: 'apart',
    ends: { with: 'facts', dated: { day: 'ends_on' }, fact: 'engagements' },
  },
  engagement_request: { ...OWN, merge: 'moves', register: 'nothing', ends: WITH_ENGAGEMENT },
  declared_engagement: {
    ...OWN,
    refersTo: ['engagement'],
    merge: 'moves',
    register: 'nothing',
    ends: WITH_ENGAGEMENT,
  },
  confirmation_request: {
    by: 'engagement_reference',
    merge: 'follows',
    erase: 'deleted',
    export: 'whole',
    register: 'demandes-confirmation',
    ends: WITH_ENGAGEMENT,
  },
  documentary_confirmation: {
    by: 'engagement_reference',
    merge: 'follows',
    erase: 'deleted',
    export: 'whole',
    register: 'confirmations-sur-pieces',
    ends: WITH_ENGAGEMENT,
  },
  engagement_proposal: {
    ...OWN,
    refersTo: ['engagement'],
    merge: 'moves',
    register: 'nothing',
    school: 'kept',
    ends: WITH_ENGAGEMENT,
  },
  progress_review: {
    ...OWN,
    merge: { unless: ['uai', 'held_on', 'kind'] },
    register: 'files',
    school: 'apart',
    ends: { with: 'facts', dated: { day: 'held_on' }, fact: 'reviews' },
  },
  planned_review: {
    ...OWN,
    merge: { unless: ['uai', 'school_year'] },
    register: 'points-prevus',
    school: 'kept',
    ends: { with: 'facts', dated: { schoolYear: 'school_year' } },
  },
  review_notes: {
    ...OWN,
    merge: { unless: ['uai', 'held_on'] },
    register: 'comptes-rendus',
    school: 'kept',
    ends: { with: 'facts', dated: { day: 'held_on' }, after: 'review-notes-forgotten' },
  },
  // It is counted again for the other record, and announced again.
  retention_notice: {
    ...OWN,
    merge: 'goes',
    register: 'nothing',
    ends: { with: 'facts', after: 'retention-notices-dropped' },
  },
  paper: { ...OWN, merge: 'moves', register: 'documents', school: 'kept', ends: WITH_PERSON },
  // Of two attendances at one event, the better one stays whole.
  attendance: {
    by: 'person_id',
    merge: 'apart',
    erase: 'deleted',
    export: 'apart',
    register: 'files',
    ends: {
      with: 'facts',
      dated: { in: 'event', key: 'code', by: 'event_code', day: 'starts_on' },
      fact: 'attended',
    },
  },
  contribution: {
    ...OWN,
    merge: 'moves',
    register: 'files',
    ends: { with: 'facts', dated: { day: 'dated_on' }, fact: 'contributions' },
  },
  award: {
    by: 'recipient_id',
    merge: 'apart',
    erase: 'apart',
    export: 'apart',
    register: 'decisions',
    ends: WITH_PERSON,
  },
  credential: {
    by: 'award_id',
    merge: 'follows',
    erase: 'apart',
    export: 'apart',
    register: 'revocations',
    ends: WITH_PERSON,
  },
  // The proposals of both records are judged again.
  proposal: {
    by: 'recipient_id',
    merge: 'apart',
    erase: 'deleted',
    export: 'whole',
    register: 'nothing',
    school: 'apart',
    ends: { ...WITH_PERSON, after: 'proposals-replaced' },
  },
  proposal_refusal: {
    by: 'recipient_id',
    merge: 'apart',
    erase: 'deleted',
    export: 'whole',
    register: 'refus',
    ends: WITH_PERSON,
  },
  mail: { ...OWN, merge: 'moves', register: 'nothing', ends: WITH_PERSON },
  // The remaining person keeps the language that they chose.
  mail_language: { ...OWN, merge: { unless: [] }, register: 'nothing', ends: WITH_PERSON },
  mail_choice: { ...OWN, merge: { unless: ['kind'] }, register: 'nothing', ends: WITH_PERSON },
  column_match: { ...OWN, merge: { unless: ['fingerprint'] }, register: 'nothing', ends: WITH_PERSON },
  // It is kept for an hour, and holds other people's data.
  upload: {
    by: 'owner_id',
    merge: 'stays',
    erase: 'deleted',
    export: 'apart',
    register: 'nothing',
    ends: { after: 'uploads-forgotten' },
  },
  upload_part: {
    by: 'upload_id',
    merge: 'follows',
    erase: 'deleted',
    export: 'nothing',
    register: 'nothing',
    ends: { after: 'uploads-forgotten' },
  },
  upload_line: {
    by: 'upload_id',
    merge: 'follows',
    erase: 'deleted',
    export: 'nothing',
    register: 'nothing',
    ends: { after: 'uploads-forgotten' },
  },
  audit: {
    by: 'subject',
    merge: 'stays',
    erase: 'kept',
    export: 'apart',
    register: 'journal',
    ends: { after: 'audit-let-go' },
  },
  ...joined(partsOf(FEATURES, 'people')),
} as const;

/** What is stated of a table; the type that it should have if it is missing or wrong, so that this is one error. */
type Stated<T extends PersonTable> = T extends keyof typeof STATED
  ? (typeof STATED)[T] extends Treatment<T>
    ? (typeof STATED)[T]
    : Treatment<T>
  : Treatment<T>;

/** Every table that holds people, with the treatment of its rows. Features declare those of their own tables. */
export const PERSON_TABLES: { readonly [T in PersonTable]: Stated<T> } = STATED;

/** The tables about people that the rows of a table refer to. */
export function referencesOf(table: PersonTable): readonly PersonTable[] {
  return toReferences(PERSON_TABLES[table]);
}

/** The table after which an export shows this one, if it is stated. */
function tableBefore(table: PersonTable): PersonTable | undefined {
  const { exportedAfter }: { readonly by: string; readonly exportedAfter?: PersonTable } =
    PERSON_TABLES[table];
  return exportedAfter;
}

/** Every table about people in the order of an export, each after those that it refers to: rows are deleted from
 *  the last to the first. */
export const ORDERED_PERSON_TABLES = inReferenceOrder(
  inStatedOrder(Object.keys(PERSON_TABLES) as PersonTable[], tableBefore),
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
    .where('recipient_kind', '=', sql.lit('person'))
    .where('recipient_id', '=', id);
}
