import { type SqlBool, sql } from 'kysely';
import { newKey, type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition, preconditionHeld } from '../../adapters/storage/commit/precondition.ts';
import { type InvariantChecks, notAhead } from '../../adapters/storage/invariants/check.ts';
import { withoutNulls } from '../../adapters/storage/mapping/columns.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { isNamedAfter } from '../../adapters/storage/mapping/keyset-by-name.ts';
import { readColumn } from '../../adapters/storage/mapping/queries.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { PersonId } from '../../domain/ids.ts';
import { chosen, countPeople, ended, type Segments } from '../directory/store.ts';
import type {
  LeftOut,
  MessageReader,
  MessageRecipient,
  NetworkMessage,
  NetworkMessageChange,
  RecipientState,
} from './feature.ts';

const table = recordTable<NetworkMessage>()('network_message', ['id'], {
  columns: [
    ...(['id', 'title', 'body', 'filter', 'writtenOn', 'turn', 'writtenAt', 'writtenBy'] as const),
    ...(['people', 'cancelledAt', 'cancelledBy'] as const),
  ],
  json: ['filter'],
});

const recipientTable = recordTable<MessageRecipient>()('message_recipient', ['messageId', 'personId'], {
  columns: ['messageId', 'personId', 'mailId', 'leftOut'],
});

/** The state of the mail, or why there is none. */
const STATE = sql<RecipientState>`coalesce(message_recipient.left_out, mail.state)`;

/** Reads the messages to the people of the directory. */
export function makeMessageReader(database: Database): MessageReader {
  const { db } = database;
  return {
    readMessage: (id) => table.find(db, { id }),
    readMessages: ({ after, limit }) => {
      const newest = table.select(db).orderBy('written_on', 'desc').orderBy('turn', 'desc').limit(limit);
      if (!after) return table.all(newest);
      const { writtenOn, turn } = after;
      const before = sql<SqlBool>`(written_on < ${writtenOn} or (written_on = ${writtenOn} and turn < ${turn}))`;
      return table.all(newest.where(before));
    },
    readMessageTurns: (on) =>
      readColumn(db.selectFrom('network_message').select('turn').where('written_on', '=', on), 'turn'),
    readUnreached: async ({ messageId, limit, ...search }) => {
      const reached = db
        .selectFrom('message_recipient')
        .select('person_id')
        .where('message_id', '=', messageId);
      const people = chosen(database, search)
        .where('person.id', 'not in', reached)
        .select('person.id')
        .distinct()
        .orderBy('person.id')
        .limit(limit);
      return readReached(database, await readColumn(people, 'id'));
    },
    countMessageRecipients: async (search, since) => {
      const people = () => chosen(database, search);
      const [reached, withoutAddress, notWanted, over] = await Promise.all([
        countPeople(which(people(), 'reached')),
        countPeople(which(people(), 'no-address')),
        countPeople(which(people(), 'not-wanted')),
        countPeople(ended(database, search, since)),
      ]);
      return { reached, withoutAddress, notWanted, ended: over };
    },
    countOutcomes: async (messageId) => {
      const counted = outcomes(database, messageId).select([STATE.as('state'), countAll()]);
      const rows = await counted.groupBy(STATE).execute();
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },
    readOutcomes: async (messageId, { states, after, limit }) => {
      let page = outcomes(database, messageId)
        .innerJoin('person', 'person.id', 'message_recipient.person_id')
        .where(STATE, 'in', states)
        .orderBy('person.folded_name')
        .orderBy('person.id')
        .limit(limit);
      if (after !== undefined) page = page.where(isNamedAfter(after));
      const rows = await page
        .select(['message_recipient.person_id as personId', 'mail.reason as reason', STATE.as('state')])
        .execute();
      return rows.map((row) => withoutNulls(row));
    },
  };
}

const countAll = () => sql<number | string>`count(*)`.as('count');

/** The recipients of a message, each with the mail where there is one. */
function outcomes({ db }: Database, messageId: string) {
  return db
    .selectFrom('message_recipient')
    .leftJoin('mail', 'mail.id', 'message_recipient.mail_id')
    .where('message_recipient.message_id', '=', messageId);
}

const HAS_ADDRESS = sql<SqlBool>`exists (select 1 from person_email where person_email.person_id = person.id)`;
const WANTS_NONE = sql<SqlBool>`exists (select 1 from mail_choice where mail_choice.person_id = person.id and mail_choice.kind = 'message' and mail_choice.wanted = 0)`;

/** The people of the engagements to whom a mail would go, or who would get none for this reason. */
function which(rows: Segments, outcome: LeftOut | 'reached'): Segments {
  if (outcome === 'no-address') return rows.where(sql<SqlBool>`not ${HAS_ADDRESS}`);
  const addressed = rows.where(HAS_ADDRESS);
  return addressed.where(outcome === 'not-wanted' ? WANTS_NONE : sql<SqlBool>`not ${WANTS_NONE}`);
}

/** For each person, why no mail goes to them. */
async function readReached({ db, capabilities }: Database, ids: readonly PersonId[]) {
  const list = capabilities.listOf(ids);
  const people = () => db.selectFrom('person').select('person.id').where('person.id', 'in', list);
  const [reached, unwanted] = await Promise.all([
    readColumn(people().where(HAS_ADDRESS), 'id'),
    readColumn(people().where(WANTS_NONE), 'id'),
  ]);
  return ids.map((personId) => {
    const leftOut: LeftOut | undefined = reached.includes(personId)
      ? unwanted.includes(personId)
        ? 'not-wanted'
        : undefined
      : 'no-address';
    return { personId, ...(leftOut && { leftOut }) };
  });
}

export const messageWriters = {
  'message-written': newKey(({ db }, { message }) => [table.insert(db, message)]),
  'message-sent': newKey(
    {
      writeRun: (database, run) => [
        ...[...new Set(run.map(({ recipient }) => recipient.messageId))].flatMap((id) =>
          preconditionHeld(database, 'choice-as-read', goesOn(database, id)),
        ),
        ...recipientTable.insertAll(
          database.db,
          run.map(({ recipient }) => recipient),
        ),
      ],
    },
    ['choice-as-read'],
  ),
  'message-cancelled': withPrecondition(['choice-as-read'], (database, { id, by, at }) => [
    precondition(database, 'choice-as-read', goesOn(database, id)),
    table.set(database.db, { id }, { cancelledAt: at, cancelledBy: by }),
  ]),
} satisfies Writers<NetworkMessageChange>;

export const messageChecks = {
  'nothing-ahead': [notAhead('network_message', 'id', 'written_at', 'cancelled_at')],
} satisfies InvariantChecks;

/** The message, where no one has cancelled it. */
function goesOn({ db }: Database, id: string) {
  return table.locate(db, { id }).where('cancelled_at', 'is', null);
}
