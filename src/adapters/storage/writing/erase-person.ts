import { type CompiledQuery, sql } from 'kysely';
import type { ErasedNames } from '../../../domain/erased-names.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { toSuspensionColumns } from '../tables/credentials.ts';
import { awardsOf, isAbout, personTablesWith } from '../tables/person-tables.ts';
import { withdrawRecord } from './badge-records.ts';
import { forgetMentions } from './forget-mentions.ts';
import { premise } from './premise.ts';
import type { Queries } from './writer.ts';

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
    premise(database, 'choice-as-read', there),
    ...forgetMentions(database, { personId, names }),
    ...revokeIssued(database, personId, at),
    ...withdrawRecord(database, personId),
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
        ...toSuspensionColumns(undefined),
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
    // A principal's address stands as the author on other people's segments.
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
