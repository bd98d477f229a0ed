import { type ExpressionBuilder, sql } from 'kysely';
import type { MailReader } from '../../../application/store/service-readers.ts';
import type { Mail, MailChange } from '../../../domain/mail/types.ts';
import {
  beside,
  lastWriteWins,
  newKey,
  sweep,
  type Writers,
  withPrecondition,
} from '../commit/change-writer.ts';
import { precondition } from '../commit/precondition.ts';
import { flag } from '../mapping/columns.ts';
import type { Database } from '../mapping/database.ts';
import { compileInsert, excluded } from '../mapping/insert.ts';
import { countBy, countRows, readColumn } from '../mapping/queries.ts';
import { recordTable } from '../mapping/record-table.ts';
import type { Tables } from '../mapping/tables.ts';

const table = recordTable<Mail>()('mail', ['id'], {
  columns: [
    ...(['id', 'kind', 'personId', 'subjectIds', 'messageId', 'createdAt'] as const),
    ...(['state', 'letterId', 'letterKey', 'closedAt', 'reason'] as const),
  ],
  json: ['subjectIds'],
});

/** Reads the mails written to people, and their choices about mail. */
export function makeMailReader({ db }: Database): MailReader {
  return {
    readMail: (id) => table.find(db, { id }),
    isLetterOpen: async (letterKey) =>
      (await countRows(db.selectFrom('mail').where('letter_key', '=', letterKey))) > 0,
    readMailsOfLetter: (id) =>
      table.all(waiting(db).where('letter_id', '=', id).orderBy('created_at').orderBy('id')),
    ...makeUnsentMailReader(db),
    readMailsToGather: (personId, limit) =>
      table.all(
        waiting(db)
          .where('person_id', '=', personId)
          .where('letter_id', 'is', null)
          .where(({ exists, selectFrom }) => exists(taskOf(selectFrom)))
          .orderBy('created_at')
          .orderBy('id')
          .limit(limit),
      ),
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
    readMailLanguage: async (personId) =>
      (
        await db
          .selectFrom('mail_language')
          .select('language')
          .where('person_id', '=', personId)
          .executeTakeFirst()
      )?.language,
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
    countMail: async (now) => {
      const open = db.selectFrom('mail').where('state', 'in', ['waiting', 'refused']);
      const count = await countBy(open, 'state');
      const later = db
        .selectFrom('outbox')
        .where('kind', '=', 'send-mail')
        .where('done_at', 'is', null)
        .where('due_at', '>', now)
        .where('attempts', '=', 0);
      return { waiting: count('waiting'), refused: count('refused'), gathered: await countRows(later) };
    },
  };
}

function makeUnsentMailReader(db: Database['db']): Pick<MailReader, 'readUnsentMails' | 'countUnsentMails'> {
  return {
    readUnsentMails: ({ isOld, than, limit }) =>
      table.all(
        unsent(db)
          .where('created_at', isOld ? '<' : '>=', than)
          .orderBy('created_at')
          .orderBy('id')
          .limit(limit),
      ),
    countUnsentMails: (createdBefore) =>
      countRows(unsent(db).clearSelect().where('created_at', '<', createdBefore)),
  };
}

const waiting = (db: Database['db']) => table.select(db).where('state', '=', 'waiting');

const taskOf = (selectFrom: ExpressionBuilder<Tables, 'mail'>['selectFrom']) =>
  selectFrom('outbox').select('outbox.id').whereRef('outbox.id', '=', 'mail.id');

/** The mails that wait without a task. */
const unsent = (db: Database['db']) =>
  waiting(db)
    .where('letter_id', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(taskOf(selectFrom))));

/** Writes mails, their delivery, and people's choices about mail. */
export const mail = {
  'mail-added': newKey({
    writeRun: ({ db }, run) =>
      table.insertAll(
        db,
        run.map(({ mail, messageId, at }) => ({ ...mail, messageId, createdAt: at, state: 'waiting' })),
      ),
  }),
  'letter-opened': withPrecondition(['choice-as-read'], (database, { id, letterKey, gathered }) => {
    const { db } = database;
    const ids = [id, ...gathered];
    const free = db
      .selectFrom('mail')
      .select(sql<number>`count(*)`.as('count'))
      .where('id', 'in', ids)
      .where('state', '=', 'waiting')
      .where('letter_id', 'is', null);
    return [
      precondition(database, 'choice-as-read', free.having(sql`count(*)`, '=', ids.length)),
      db.updateTable('mail').set({ letter_id: id }).where('id', 'in', ids).compile(),
      db.updateTable('mail').set({ letter_key: letterKey }).where('id', '=', id).compile(),
    ];
  }),
  'mail-closed': beside(['outbox-done'], ({ db }, { closing: { id, state, at, reason } }) => [
    db
      .updateTable('mail')
      .set({ state, closed_at: at, reason: reason ?? null })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .compile(),
  ]),
  'unsent-mails-given-up': sweep('unsent-mails-given-up', ({ db }, { at, writtenBefore }) => [
    db
      .updateTable('mail')
      .set({ state: 'skipped', closed_at: at, reason: 'no-mail-server' })
      .where('state', '=', 'waiting')
      .where('letter_id', 'is', null)
      .where('created_at', '<', writtenBefore)
      .where(({ not, exists, selectFrom }) => not(exists(taskOf(selectFrom))))
      .compile(),
  ]),
  'mail-chosen': lastWriteWins('owner', ({ db }, { choice: { personId, kind, wanted } }) => {
    const chosen = { wanted: flag(wanted) };
    return [
      compileInsert(
        db
          .insertInto('mail_choice')
          .values({ person_id: personId, kind, ...chosen })
          .onConflict((on) => on.columns(['person_id', 'kind']).doUpdateSet(excluded(chosen))),
      ),
    ];
  }),
  'mail-language-chosen': lastWriteWins('owner', ({ db }, { personId, language }) => [
    compileInsert(
      db
        .insertInto('mail_language')
        .values({ person_id: personId, language })
        .onConflict((on) => on.column('person_id').doUpdateSet(excluded({ language }))),
    ),
  ]),
} satisfies Writers<MailChange>;
