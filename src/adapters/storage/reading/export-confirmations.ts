import type { PersonId } from '../../../domain/ids.ts';
import type { Database } from '../database.ts';

/** What was asked and confirmed about a person's segments, columns as stored: part of their export. */
export async function exportConfirmations({ db }: Pick<Database, 'db'>, id: PersonId) {
  const segments = db.selectFrom('engagement').select('reference').where('person_id', '=', id);
  return {
    confirmation_request: await db
      .selectFrom('confirmation_request')
      .selectAll()
      .where('engagement_reference', 'in', segments)
      .execute(),
    documentary_confirmation: await db
      .selectFrom('documentary_confirmation')
      .selectAll()
      .where('engagement_reference', 'in', segments)
      .execute(),
  };
}
