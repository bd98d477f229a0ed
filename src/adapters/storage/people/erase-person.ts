import { type CompiledQuery, type Expression, type SqlBool, sql } from 'kysely';
import type { PersonId } from '../../../domain/ids.ts';
import type { ErasedNames } from '../../../domain/person/erased-names.ts';
import type { Instant } from '../../../domain/time/calendar.ts';
import { FEATURE_ERASURES } from '../../../features/all/erasures.ts';
import { credentialTable } from '../awards/rows.ts';
import type { Queries } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { containsNames, holds } from './find-mentions.ts';
import { awardsOf, isAbout, personTablesWith } from './person-tables.ts';

/** Author and reason of a badge that was revoked by its holder's erasure. Its address answers 410 and shows
 *  neither. */
const ERASURE = 'erasure';

/** Deletes what is not issued. An issued badge is revoked and emptied, but its status entry stays (RGPD, art.
 *  17). The statements look at the stored rows and not at those that the caller read, so that a badge signed
 *  in between is kept. */
export function erasePerson(
  database: Database,
  { personId, names, at }: { readonly personId: PersonId; readonly names: ErasedNames; readonly at: Instant },
): Queries {
  const there = database.db.selectFrom('person').select('id').where('id', '=', personId);
  return [
    // Of two erasures, or of an erasure and a merger, the second one is refused.
    precondition(database, 'choice-as-read', there),
    ...forgetMentions(database, { personId, names }),
    ...revokeIssued(database, personId, at),
    ...FEATURE_ERASURES.flatMap((erase) => erase(database, personId)),
    ...forgetAwards(database, personId),
    ...forgetNames(database, personId),
    ...forgetImported(database, personId),
    ...deleteRows(database, personId),
  ];
}

function revokeIssued({ db }: Database, id: PersonId, at: Instant): Queries {
  const newlyRevoked = db
    .selectFrom('credential')
    .select('status_list_id')
    .where('award_id', 'in', awardsOf(db, id))
    .where('revoked_at', 'is', null);
  return [
    db
      .updateTable('status_list')
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('id', 'in', newlyRevoked)
      .compile(),
    db
      .updateTable('credential')
      .set((eb) => ({
        document: '',
        jws: '',
        subject_id: '',
        salt: '',
        shown_name: 'none',
        title_form: 'inclusive',
        show_schools: 0,
        email_identifier: 0,
        erased_at: at,
        revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)),
        revoked_by: ERASURE,
        revocation_reason: ERASURE,
        ...credentialTable.columnsIn({ suspension: undefined }),
      }))
      .where('award_id', 'in', awardsOf(db, id))
      .where('erased_at', 'is', null)
      .compile(),
  ];
}

function forgetAwards({ db }: Database, id: PersonId): Queries {
  const own = awardsOf(db, id);
  return [
    db.deleteFrom('award').where('id', 'in', own).where('signed', '=', 0).compile(),
    db
      .updateTable('award')
      .set({ evaluation: '', facts_digest: '', override_reason: null })
      .where('id', 'in', own)
      .compile(),
  ];
}

/** Removes the person's name from rows about others. */
function forgetNames({ db }: Database, id: PersonId): Queries {
  const addresses = db.selectFrom('person_email').select('address').where('person_id', '=', id);
  return [
    // A principal's address stands as the author on other people's engagements.
    db.updateTable('engagement').set({ confirmed_by: null }).where('confirmed_by', 'in', addresses).compile(),
    db.updateTable('engagement').set({ decided_by: ERASURE }).where('decided_by', 'in', addresses).compile(),
    // A school's paper names everyone who was engaged there.
    db
      .deleteFrom('paper')
      .where('person_id', 'is', null)
      .where('uai', 'in', db.selectFrom('engagement').select('uai').where('person_id', '=', id))
      .compile(),
  ];
}

/** Deletes each row before the rows that it refers to. */
function deleteRows({ db }: Database, id: PersonId): Queries {
  const tables = personTablesWith('erase', 'deleted').toReversed();
  return tables.map(
    (table): CompiledQuery =>
      sql`delete from ${sql.table(table)} where ${isAbout(db, table, id)}`.compile(db),
  );
}

/** Imports are kept as lists of records, which name people by their ids. A batch that names this person is
 *  deleted, so it cannot be undone. Ids are random, so no id is part of another text. */
function forgetImported({ db }: Database, id: PersonId): Queries {
  const names = `%${id}%`;
  return [
    db.deleteFrom('import_batch').where('entries', 'like', names).compile(),
    db
      .deleteFrom('import_change')
      .where((eb) => eb.or([eb('entry', 'like', names), eb('record_key', 'like', names)]))
      .compile(),
  ];
}

interface Erased {
  readonly personId: PersonId;
  readonly names: ErasedNames;
}

/** Removes what people typed about this person where it stands next to the records: in the audit, in forms and
 *  files that wait, and in the commands of jobs that ended. It stands before the records are deleted, because it
 *  looks at them. */
function forgetMentions(database: Database, { personId, names }: Erased): Queries {
  const { db } = database;
  const own = awardsOf(db, personId);
  const credentials = db.selectFrom('credential').select('id').where('award_id', 'in', own);
  const requests = db.selectFrom('data_request').select('id').where('person_id', '=', personId);
  const mentions = (column: string) => mentionsPerson(column, { personId, names });
  return [
    // An act on the person keeps its day, author and kind. What was typed with it goes.
    db
      .updateTable('audit')
      .set({ details: null, details_salt: null })
      .where('details', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('subject', '=', personId as string),
          eb('subject', 'in', own),
          eb('subject', 'in', credentials),
          eb('subject', 'in', requests),
          mentions('details'),
        ]),
      )
      .compile(),
    db
      .deleteFrom('typed_form')
      .where((eb) => eb.or([mentions('fields'), mentions('errors'), mentions('path'), mentions('back')]))
      .compile(),
    // Its address may hold a name that was searched for.
    db
      .updateTable('session')
      .set({ form_digest: null, form_location: null })
      .where(mentions('form_location'))
      .compile(),
    db.deleteFrom('job').where('finished_at', 'is not', null).where(mentions('command')).compile(),
    // A message that names the person goes without its words, and is sent to no one else.
    db
      .updateTable('network_message')
      .set({ title: '', body: '', filter: '{}' })
      .where((eb) => eb.or([mentions('title'), mentions('body'), mentions('filter')]))
      .compile(),
    db.updateTable('invariant_answer').set({ found: '[]' }).where(mentions('found')).compile(),
    // The bytes of files cannot be searched, and importing them would bring the person back.
    db.deleteFrom('upload_part').compile(),
    db.deleteFrom('upload_line').compile(),
    db.deleteFrom('upload').compile(),
  ];
}

/** Whether a text holds the person's id, an address, or the family name as words of their own. */
function mentionsPerson(name: string, { personId, names }: Erased): Expression<SqlBool> {
  return sql<SqlBool>`(${holds(sql.ref(name), personId)} or ${containsNames(sql.ref(name), names)})`;
}
