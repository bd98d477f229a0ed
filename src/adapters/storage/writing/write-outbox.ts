import type { CompiledQuery } from 'kysely';
import type { OutboxTask } from '../../../domain/mail/outbox.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Database } from '../database.ts';
import { premise } from './premise.ts';

type Queries = readonly CompiledQuery[];

/** What must follow a commit, and what became of it. */
export function makeOutboxWriter(database: Database) {
  const { db } = database;
  return {
    add: (it: { readonly id: string; readonly task: OutboxTask; readonly at: Instant }): Queries => {
      const { kind, ...payload } = it.task;
      return [
        db
          .insertInto('outbox')
          .values({
            id: it.id,
            kind,
            payload: JSON.stringify(payload),
            created_at: it.at,
            due_at: it.at,
            attempts: 0,
          })
          .compile(),
      ];
    },

    finish: (id: string, at: Instant): Queries => [
      premise(
        database,
        'outbox-item-open',
        db.selectFrom('outbox').select('id').where('id', '=', id).where('done_at', 'is', null),
      ),
      db.updateTable('outbox').set({ done_at: at }).where('id', '=', id).compile(),
    ],

    postpone: (id: string, dueAt: Instant): Queries => [
      db
        .updateTable('outbox')
        .set({ due_at: dueAt, claimed_by: null, claimed_until: null })
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .compile(),
    ],

    forget: (doneBefore: Instant): Queries => [
      db.deleteFrom('outbox').where('done_at', '<', doneBefore).compile(),
    ],
  };
}
