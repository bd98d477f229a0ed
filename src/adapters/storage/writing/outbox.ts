import type { OutboxChange } from '../../../domain/outbox.ts';
import { asStored, newKey, premised } from './guard.ts';
import { insertEach } from './insert-each.ts';
import { premise } from './premise.ts';
import type { Writers } from './writer.ts';

/** Writes the tasks that follow a commit, and their results. */
export const outbox = {
  'outbox-added': newKey({
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ id, task: { kind, ...payload }, at }) => ({
          id,
          kind,
          payload: JSON.stringify(payload),
          created_at: at,
          due_at: at,
          attempts: 0,
        })),
        (row) => db.insertInto('outbox').values(row),
      ),
  }),
  'outbox-done': premised(['outbox-item-open'], (database, { id, at }) => {
    const item = database.db.selectFrom('outbox').select('id').where('id', '=', id);
    return [
      premise(database, 'outbox-item-open', item.where('done_at', 'is', null)),
      database.db.updateTable('outbox').set({ done_at: at }).where('id', '=', id).compile(),
    ];
  }),
  'outbox-postponed': asStored(({ db }, { id, dueAt }) => [
    db
      .updateTable('outbox')
      .set({ due_at: dueAt, claimed_by: null, claimed_until: null })
      .where('id', '=', id)
      .where('done_at', 'is', null)
      .compile(),
  ]),
  'outbox-forgotten': asStored(({ db }, { doneBefore }) => [
    db.deleteFrom('outbox').where('done_at', '<', doneBefore).compile(),
  ]),
} satisfies Writers<OutboxChange>;
