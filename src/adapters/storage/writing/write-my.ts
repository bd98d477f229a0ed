import type { CompiledQuery } from 'kysely';
import type { Change } from '../../../domain/change/change.ts';
import type { MyChange } from '../../../domain/change/my-change.ts';
import type { Database } from '../database.ts';
import { toEngagementRow } from '../tables/rows.ts';

const KINDS: ReadonlySet<string> = new Set<MyChange['kind']>([
  'engagement-declared',
  'engagement-redeclared',
  'engagement-withdrawn',
  'contribution-removed',
  'data-request-made',
  'data-request-settled',
]);

export function isMyChange<Other extends Change>(change: Other | MyChange): change is MyChange {
  return KINDS.has(change.kind);
}

/** What people write in their own space. */
export function makeMyWriter(database: Database): (change: MyChange) => readonly CompiledQuery[] {
  const { db } = database;
  return (change) => {
    switch (change.kind) {
      case 'engagement-declared': {
        const row = toEngagementRow(change.engagement);
        const { reference, person_id } = row;
        const declared = { reference, person_id, declared_at: change.at };
        const waits = { reference, person_id, since: change.at };
        return [
          db.insertInto('engagement').values(row).compile(),
          db.insertInto('declared_engagement').values(declared).compile(),
          db.insertInto('engagement_request').values(waits).compile(),
        ];
      }
      case 'engagement-redeclared': {
        const { reference, ...row } = toEngagementRow(change.engagement);
        const open = openEngagement(database, reference);
        // Of what it says now nobody was asked: the principal's silence begins anew.
        const asked = db
          .updateTable('confirmation_request')
          .set({ requested_at: change.at, first_reminder_at: null, second_reminder_at: null })
          .where('engagement_reference', 'in', open.select);
        const waits = db
          .updateTable('engagement_request')
          .set({ since: change.at })
          .where('reference', 'in', open.select);
        return [asked.compile(), waits.compile(), open.update.set(row).compile()];
      }
      case 'engagement-withdrawn': {
        const { reference } = change;
        const open = openEngagement(database, reference);
        return [
          db.deleteFrom('declared_engagement').where('reference', 'in', open.select).compile(),
          open.delete.compile(),
        ];
      }
      case 'contribution-removed': {
        const contributions = db.deleteFrom('contribution').where('reference', '=', change.reference);
        return [contributions.where('validated', '=', 0).compile()];
      }
      default:
        return dataRequestQueries(change, database);
    }
  };
}

/** The segment, as long as nobody has decided about it. */
function openEngagement({ db }: Database, reference: string) {
  return {
    select: db
      .selectFrom('engagement')
      .select('reference')
      .where('reference', '=', reference)
      .where('confirmation', '=', 'requested')
      .where('decided_by', 'is', null),
    update: db
      .updateTable('engagement')
      .where('reference', '=', reference)
      .where('confirmation', '=', 'requested')
      .where('decided_by', 'is', null),
    delete: db
      .deleteFrom('engagement')
      .where('reference', '=', reference)
      .where('confirmation', '=', 'requested')
      .where('decided_by', 'is', null),
  };
}

type DataRequestChange = Extract<MyChange, { kind: 'data-request-made' | 'data-request-settled' }>;

function dataRequestQueries(change: DataRequestChange, { db }: Database): readonly CompiledQuery[] {
  if (change.kind === 'data-request-made') {
    const { id, personId, kind, message, madeAt } = change.request;
    const row = { id, person_id: personId, kind, message, made_at: madeAt };
    return [db.insertInto('data_request').values(row).compile()];
  }
  const { at, by, answer } = change.settled;
  return [
    db
      .updateTable('data_request')
      .set({ settled_at: at, settled_by: by, answer })
      .where('id', '=', change.id)
      .where('settled_at', 'is', null)
      .compile(),
  ];
}
