import type { OutboxChange } from '../../../domain/job/outbox.ts';
import { newKey, sweep, type Writers, withPrecondition } from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import type { Database } from '../mapping/database.ts';
import { insertEach } from '../mapping/insert.ts';
import { renewLeases, UNCLAIMED } from './lease-columns.ts';

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
          claim_count: 0,
        })),
        (row) => db.insertInto('outbox').values(row),
      ),
  }),
  'outbox-done': withPrecondition(['outbox-item-open'], (database, { id, by, at }) => [
    stillHeld(database, { id, by }),
    database.db.updateTable('outbox').set({ done_at: at }).where('id', '=', id).compile(),
    renewLeases(database, 'outbox', by).compile(),
  ]),
  'outbox-postponed': withPrecondition(['outbox-item-open'], (database, { id, by, dueAt }) => {
    const later = database.db.updateTable('outbox').set({ due_at: dueAt, ...UNCLAIMED });
    return [stillHeld(database, { id, by }), later.where('id', '=', id).compile()];
  }),
  'outbox-deferred': withPrecondition(['outbox-item-open'], (database, { id, by, until }) => {
    const again = { due_at: until, attempts: 0, ...UNCLAIMED };
    const later = database.db.updateTable('outbox').set(again);
    return [stillHeld(database, { id, by }), later.where('id', '=', id).compile()];
  }),
  'outbox-forgotten': sweep('outbox-forgotten', ({ db }, { doneBefore }) => [
    db.deleteFrom('outbox').where('done_at', '<', doneBefore).compile(),
  ]),
} satisfies Writers<OutboxChange>;

/** Fails the whole commit where the task is done, or where its claim has passed to another process. */
function stillHeld(database: Database, { id, by }: { readonly id: string; readonly by: string }) {
  const item = database.db.selectFrom('outbox').select('id').where('id', '=', id);
  return precondition(
    database,
    'outbox-item-open',
    item.where('done_at', 'is', null).where('claimed_by', '=', by),
  );
}
