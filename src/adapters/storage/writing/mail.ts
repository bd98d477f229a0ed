import type { MailChange } from '../../../domain/mail/mail.ts';
import { flag } from '../tables/columns.ts';
import { excluded } from './excluded.ts';
import { beside, lastWord, newKey } from './guard.ts';
import { insertEach } from './insert-each.ts';
import type { Writers } from './writer.ts';

/** Writes mails, their delivery, and people's choices about mail. */
export const mail = {
  'mail-added': newKey({
    writeRun: ({ db }, run) =>
      insertEach(
        run.map(({ mail, messageId, at }) => ({
          id: mail.id,
          kind: mail.kind,
          person_id: mail.personId,
          subject_ids: JSON.stringify(mail.subjectIds),
          message_id: messageId,
          created_at: at,
          state: 'waiting' as const,
        })),
        (row) => db.insertInto('mail').values(row),
      ),
  }),
  'mail-closed': beside(['outbox-done'], ({ db }, { closing: { id, state, at, reason } }) => [
    db
      .updateTable('mail')
      .set({ state, closed_at: at, reason: reason ?? null })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .compile(),
  ]),
  'mail-chosen': lastWord('owner', ({ db }, { choice: { personId, kind, wanted } }) => {
    const chosen = { wanted: flag(wanted) };
    return [
      db
        .insertInto('mail_choice')
        .values({ person_id: personId, kind, ...chosen })
        .onConflict((on) => on.columns(['person_id', 'kind']).doUpdateSet(excluded(chosen)))
        .compile(),
    ];
  }),
} satisfies Writers<MailChange>;
