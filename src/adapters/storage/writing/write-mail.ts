import type { CompiledQuery } from 'kysely';
import type { MailChange, MailChoice } from '../../../domain/mail/mail.ts';
import type { Database } from '../database.ts';
import { flag } from '../tables/columns.ts';
import { excluded } from './excluded.ts';

/** Mails to be sent, what became of them, and who wants which. */
export function writeMail(database: Database, change: MailChange): readonly CompiledQuery[] {
  switch (change.kind) {
    case 'mail-added':
      return [insertMail(database, change)];
    case 'mail-closed':
      return [closeMail(database, change.closing)];
    case 'mail-chosen':
      return [saveChoice(database, change.choice)];
  }
}

type Of<Kind> = Extract<MailChange, { readonly kind: Kind }>;

function insertMail({ db }: Database, { mail, messageId, at }: Of<'mail-added'>): CompiledQuery {
  return db
    .insertInto('mail')
    .values({
      id: mail.id,
      kind: mail.kind,
      person_id: mail.personId,
      subject_ids: JSON.stringify(mail.subjectIds),
      message_id: messageId,
      created_at: at,
      state: 'waiting',
    })
    .compile();
}

function closeMail({ db }: Database, { id, state, at, reason }: Of<'mail-closed'>['closing']): CompiledQuery {
  return db
    .updateTable('mail')
    .set({ state, closed_at: at, reason: reason ?? null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .compile();
}

function saveChoice({ db }: Database, { personId, kind, wanted }: MailChoice): CompiledQuery {
  const choice = { wanted: flag(wanted) };
  return db
    .insertInto('mail_choice')
    .values({ person_id: personId, kind, ...choice })
    .onConflict((on) => on.columns(['person_id', 'kind']).doUpdateSet(excluded(choice)))
    .compile();
}
