import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import type { Queries } from './writer.ts';

/** Who and why, where the holder's erasure revoked a badge; its address answers 410 and shows neither. */
const ERASURE = 'erasure';

/** What is not issued goes; an issued badge is revoked and emptied, its status entry stays (RGPD, art. 17). The
 *  statements look at the rows themselves and not at what the caller had read: a badge signed in between is kept. */
export function erasePerson(
  database: Database,
  { personId, at }: { readonly personId: PersonId; readonly at: Instant },
): Queries {
  return [
    ...revokeIssued(database, personId, at),
    ...forgetAwards(database, personId),
    ...deleteFacts(database, personId),
  ];
}

function awardsOf({ db }: Database, id: PersonId) {
  return db
    .selectFrom('award')
    .select('award.id')
    .where('recipient_kind', '=', 'person')
    .where('recipient_id', '=', id);
}

function revokeIssued(database: Database, id: PersonId, at: Instant): Queries {
  const { db } = database;
  const newlyRevoked = db
    .selectFrom('credential')
    .select('status_list_id')
    .where('award_id', 'in', awardsOf(database, id))
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
        show_schools: 0,
        email_identifier: 0,
        erased_at: at,
        revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)),
        revoked_by: ERASURE,
        revocation_reason: ERASURE,
      }))
      .where('award_id', 'in', awardsOf(database, id))
      .where('erased_at', 'is', null)
      .compile(),
  ];
}

function forgetAwards(database: Database, id: PersonId): Queries {
  const { db } = database;
  const own = awardsOf(database, id);
  return [
    db.deleteFrom('award').where('id', 'in', own).where('signed', '=', 0).compile(),
    db
      .updateTable('award')
      .set({ evaluation: '', facts_digest: '', override_reason: null })
      .where('id', 'in', own)
      .compile(),
  ];
}

function deleteFacts({ db }: Database, id: PersonId): Queries {
  const addresses = db.selectFrom('person_email').select('address').where('person_id', '=', id);
  const segments = db.selectFrom('engagement').select('reference').where('person_id', '=', id);
  return [
    // What the person's own sign-ins left, whose address is among theirs.
    db.deleteFrom('sign_in_doubt').where('email', 'in', addresses).compile(),
    // A principal's address stands as an author on other people's segments.
    db.updateTable('engagement').set({ confirmed_by: null }).where('confirmed_by', 'in', addresses).compile(),
    db
      .deleteFrom('upload_part')
      .where('upload_id', 'in', db.selectFrom('upload').select('id').where('owner_id', '=', id))
      .compile(),
    db
      .deleteFrom('upload_line')
      .where('upload_id', 'in', db.selectFrom('upload').select('id').where('owner_id', '=', id))
      .compile(),
    db.deleteFrom('upload').where('owner_id', '=', id).compile(),
    db.deleteFrom('mail').where('person_id', '=', id).compile(),
    db.deleteFrom('mail_choice').where('person_id', '=', id).compile(),
    db.updateTable('engagement').set({ decided_by: ERASURE }).where('decided_by', 'in', addresses).compile(),
    // A school's paper names everyone who was engaged there.
    db
      .deleteFrom('paper')
      .where('person_id', 'is', null)
      .where('uai', 'in', db.selectFrom('engagement').select('uai').where('person_id', '=', id))
      .compile(),
    db.deleteFrom('paper').where('person_id', '=', id).compile(),
    db.deleteFrom('contest').where('person_id', '=', id).compile(),
    db.deleteFrom('engagement_request').where('person_id', '=', id).compile(),
    db.deleteFrom('planned_review').where('person_id', '=', id).compile(),
    db.deleteFrom('review_notes').where('person_id', '=', id).compile(),
    db.deleteFrom('means').where('person_id', '=', id).compile(),
    db.deleteFrom('declared_engagement').where('person_id', '=', id).compile(),
    db.deleteFrom('data_request').where('person_id', '=', id).compile(),
    db.deleteFrom('confirmation_request').where('engagement_reference', 'in', segments).compile(),
    db.deleteFrom('documentary_confirmation').where('engagement_reference', 'in', segments).compile(),
    db.deleteFrom('engagement').where('person_id', '=', id).compile(),
    db.deleteFrom('attendance').where('person_id', '=', id).compile(),
    db.deleteFrom('progress_review').where('person_id', '=', id).compile(),
    db.deleteFrom('contribution').where('person_id', '=', id).compile(),
    db.deleteFrom('proposal').where('recipient_id', '=', id).compile(),
    db.deleteFrom('proposal_refusal').where('recipient_id', '=', id).compile(),
    db.deleteFrom('session').where('person_id', '=', id).compile(),
    db.deleteFrom('headship').where('person_id', '=', id).compile(),
    db.deleteFrom('identity').where('person_id', '=', id).compile(),
    db.deleteFrom('person_profile').where('person_id', '=', id).compile(),
    db.deleteFrom('person_email').where('person_id', '=', id).compile(),
    db.deleteFrom('person').where('id', '=', id).compile(),
  ];
}
