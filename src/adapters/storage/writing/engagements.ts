import type { EngagementChange } from '../../../domain/engagement/engagement-change.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import type { DocumentaryConfirmationTable } from '../tables/engagements.ts';
import { declare, redeclare, withdraw } from './declare-engagement.ts';
import { excluded } from './excluded.ts';
import { asStored, beside, lastWord, newKey, premised } from './guard.ts';
import { importEngagements } from './import-engagements.ts';
import { saveEngagement } from './save-engagement.ts';
import {
  changeEngagement,
  type Decided,
  decideEngagement,
  enterEngagement,
  removeEngagement,
  replaceSegment,
} from './write-segments.ts';
import type { Queries, Writers } from './writer.ts';

/** Writes segments. Contests and campaigns are subjects of their own. */
export const engagements = {
  'engagement-saved': beside(['records-as-read'], (database, { engagement }) => [
    saveEngagement(database, engagement),
  ]),
  /** One premise covers all segments of a file. */
  'engagement-imported': premised(['engagement-as-read'], { writeRun: importEngagements }),
  'engagement-declared': newKey(declare),
  'engagement-redeclared': premised(['engagement-still-open'], redeclare),
  'engagement-withdrawn': premised(['engagement-still-open'], (database, { reference }) =>
    withdraw(database, reference),
  ),
  'engagement-removed': premised(['engagement-as-read'], removeEngagement),
  'engagement-decided': premised(['single-role-free', 'engagement-as-read'], decideEngagement),
  'engagement-cut': premised(['engagement-as-read'], replaceSegment),
  'confirmed-on-documents': premised(['single-role-free', 'engagement-as-read'], confirmOnDocuments),
  'engagement-changed': premised(['single-role-free', 'engagement-as-read'], changeEngagement),
  'engagement-entered': newKey(enterEngagement, ['single-role-free']),
  'documents-noted': lastWord('dane', (database, { reference, documents, by, at }) => [
    noteDocuments(database, reference, { documents, confirmed_by: by, confirmed_at: at }),
  ]),
  'engagement-sharing-said': lastWord('owner', ({ db }, { reference, sharing }) => [
    db
      .updateTable('engagement')
      .set({ sharing: sharing.length > 0 ? JSON.stringify(sharing) : null })
      .where('reference', '=', reference)
      .compile(),
  ]),
  'requests-noted': asStored(noteRequests),
} satisfies Writers<EngagementChange>;

interface ConfirmedOnDocuments extends Decided {
  readonly documents: string;
  readonly by: string;
  readonly at: Instant;
}

function confirmOnDocuments(database: Database, confirmed: ConfirmedOnDocuments): Queries {
  const { by, at, documents } = confirmed;
  const given = { confirmed_at: at, confirmed_by: by, documents };
  return [
    ...decideEngagement(database, confirmed),
    noteDocuments(database, confirmed.engagement.reference, given),
  ];
}

function noteDocuments(
  { db }: Database,
  reference: string,
  given: Omit<DocumentaryConfirmationTable, 'engagement_reference'>,
) {
  return db
    .insertInto('documentary_confirmation')
    .values({ engagement_reference: reference, ...given })
    .onConflict((on) => on.column('engagement_reference').doUpdateSet(excluded(given)))
    .compile();
}

function noteRequests({ db }: Database, { at }: { readonly at: Instant }): Queries {
  const waiting = db.selectFrom('engagement').where('confirmation', '=', 'requested');
  return [
    db.deleteFrom('engagement_request').where('reference', 'not in', waiting.select('reference')).compile(),
    db
      .insertInto('engagement_request')
      .columns(['reference', 'person_id', 'since'])
      .expression(
        waiting
          .select((eb) => ['reference', 'person_id', eb.cast<Instant>(eb.val(at), 'text').as('since')])
          .where('reference', 'not in', db.selectFrom('engagement_request').select('reference')),
      )
      .onConflict((on) => on.doNothing())
      .compile(),
  ];
}
