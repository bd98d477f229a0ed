import type { MailReader } from '../../application/store/service-readers.ts';
import type { Mail, MailChange } from '../../domain/mail/mail.ts';
import { flag } from './columns.ts';
import type { Database } from './database.ts';
import { excluded } from './insert.ts';
import { countBy, readColumn } from './queries.ts';
import { recordTable } from './record-table.ts';
import { beside, lastWord, newKey, type Writers } from './writer.ts';

const table = recordTable<Mail>()('mail', ['id'], {
  columns: [
    ...(['id', 'kind', 'personId', 'subjectIds', 'messageId', 'createdAt'] as const),
    ...(['state', 'closedAt', 'reason'] as const),
  ],
  json: ['subjectIds'],
});

/** Reads the mails written to people, and their choices about mail. */
export function makeMailReader({ db }: Database): MailReader {
  return {
    readMail: (id) => table.find(db, { id }),
    readUnwantedMail: (personId) =>
      readColumn(
        db
          .selectFrom('mail_choice')
          .select('kind')
          .where('person_id', '=', personId)
          .where('wanted', '=', 0)
          .orderBy('kind'),
        'kind',
      ),
    readHeadsOf: (uai) =>
      readColumn(
        db
          .selectFrom('person')
          .select('id')
          .where('head_of_uai', '=', uai)
          .union(db.selectFrom('headship').select('person_id as id').where('uai', '=', uai))
          .orderBy('id'),
        'id',
      ),
    countMail: async () => {
      const open = db.selectFrom('mail').where('state', 'in', ['waiting', 'refused']);
      const count = await countBy(open, 'state');
      return { waiting: count('waiting'), refused: count('refused') };
    },
  };
}

/** Writes mails, their delivery, and people's choices about mail. */
export const mail = {
  'mail-added': newKey({
    writeRun: ({ db }, run) =>
      table.insertAll(
        db,
        run.map(({ mail, messageId, at }) => ({ ...mail, messageId, createdAt: at, state: 'waiting' })),
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
